"""What one command or reading used is freed at its end, and not only when Python looks for garbage."""

from __future__ import annotations

import weakref

from hall.composition.sql_work import SqlWork
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from tests.helpers.example_hall import LANDS
from tests.helpers.stored_hall import StoredHall


def test_a_work_is_freed_when_its_command_ends(lite: StoredHall) -> None:
    def issue(work: SqlWork, now: Moment) -> weakref.ref[SqlWork]:
        issue_ticket(IssueTicket(VisitId("one"), LANDS, "kiosk"), work=work, now=now)
        assert not list(work.sessions.open())
        return weakref.ref(work)

    assert lite.store.commands.run(issue).result(60)() is None


def test_a_work_is_freed_when_its_reading_ends(lite: StoredHall) -> None:
    lite.issue(visit="one")

    def read(work: SqlWork, _now: Moment) -> weakref.ref[SqlWork]:
        assert work.visits.get(VisitId("one")).number == 1
        return weakref.ref(work)

    assert lite.store.reads.read(read).result(60)() is None
