"""Each carrier exists if it is set, and only then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hall.composition.outbound import message_sender, report_sender
from hall.settings.model.report_plan import MailServer, ReportPlan, ScheduledReport
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread

WEEKLY = ScheduledReport("weekly", "week", to=("head@example.om",))


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def test_the_sender_has_the_plan_and_no_trouble_before_it_begins(hall: RunningHall) -> None:
    plan = ReportPlan((WEEKLY,), MailServer("mail.example.om", 587, "starttls", "", "", "hall@example.om"))
    sender = report_sender(plan, hall.hall.store)
    sender.look(first=True)
    assert (sender.plan, sender.troubles) == (plan, frozenset()), "no week is over in which anybody came"


def test_a_hall_without_a_gateway_has_a_desk_that_finds_nothing_to_tell(hall: RunningHall) -> None:
    running = hall.hall
    assert message_sender(running.config, running.store, hall.clock, running.parts.security.phones).look() == 0
    assert list(running.config.data.glob("messages-*.jsonl")) == []
