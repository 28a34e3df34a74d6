"""Reading a story leaves a separate fact, after what was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from contracts.live import FactMessage
from contracts.reporting.story import FoundVisit
from hall.kernel.facts import StoryRead
from hall.kernel.ids import VisitId
from hall.kernel.refusals import VisitUnknownError
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.reporting.commands.read_story import ReadStory, read_story
from tests.helpers.example_hall import LANDS, new_hall


class Told:
    """A source that tells nothing and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[VisitId] = []

    def of_visit(self, visit: VisitId) -> Sequence[FactMessage]:
        self.asked.append(visit)
        return ()

    def found(self, day: date, ticket: str, limit: int) -> Sequence[FoundVisit]:
        return ()


def test_the_reading_is_recorded_with_name_and_role():
    hall, source = new_hall(), Told()
    hall.run(issue_ticket, IssueTicket(VisitId("v1"), LANDS, "kiosk-1"))
    command = ReadStory(VisitId("v1"), "huda", "auditor")
    visit, facts = hall.run(lambda c, *, work, now: read_story(c, work=work, source=source), command)
    assert (visit.id, facts, source.asked) == ("v1", (), ["v1"])
    assert hall.facts[-1] == StoryRead(VisitId("v1"), visit.ticket, LANDS, "huda", "auditor")


def test_a_visit_that_is_not_there_has_no_story():
    hall = new_hall()
    with pytest.raises(VisitUnknownError):
        hall.run(
            lambda c, *, work, now: read_story(c, work=work, source=Told()), ReadStory(VisitId("x"), "huda", "auditor")
        )
    assert hall.facts == []
