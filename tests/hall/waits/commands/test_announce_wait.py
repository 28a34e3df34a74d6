"""What a new ticket shows about its wait, and what is stored of it."""

from __future__ import annotations

import pytest

from contracts.queue.answers import WaitRange
from contracts.words.hall import Lane
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.issue_ticket import Issued, IssueTicket, issue_ticket
from hall.waits.commands.announce_wait import announce
from hall.waits.model.calibration import CorrectedRange, SimulatedWait
from hall.waits.model.waiting_time import Announced, ExpectedWait
from tests.helpers.example_hall import LANDS, TUESDAY, staffed_hall
from tests.helpers.memory_work import MemoryHall, MemoryWork

TOLD = Announced(SimulatedWait(1000.0, 0.4, 3), CorrectedRange(910.0, 1100.0, 1490.0), ExpectedWait(900, 1200, 1500))
TOO_WIDE = Announced(SimulatedWait(1000.0, 3.0, 3), CorrectedRange(60.0, 1100.0, 6000.0), None)
ISSUE = IssueTicket(VisitId("v1"), LANDS, "kiosk-1")


class OneEstimate:
    """The same estimate for every ticket of the lands service in the standard lane."""

    def __init__(self, announced: Announced | None = TOLD) -> None:
        self.announced = announced

    def for_ticket(self, service: ServiceCode, lane: Lane) -> tuple[Announced, int] | None:
        known = self.announced if (service, lane) == (LANDS, Lane.STANDARD) else None
        return (known, 9) if known else None

    def newest(self, _service: ServiceCode, people_ahead: int) -> WaitRange | None:
        return WaitRange(0, 0, 300 * (people_ahead + 1))


@pytest.fixture
def hall() -> MemoryHall:
    return staffed_hall()


def take(hall: MemoryHall, estimates: OneEstimate, command: IssueTicket = ISSUE) -> tuple[Issued, WaitRange | None]:
    def issue(command: IssueTicket, *, work: MemoryWork, now) -> tuple[Issued, WaitRange | None]:
        issued = issue_ticket(command, work=work, now=now)
        return issued, announce(issued, estimates, work)

    return hall.run(issue, command)


def test_the_ticket_carries_the_range_and_the_hall_keeps_all_that_was_known(hall):
    _, wait = take(hall, OneEstimate())
    assert wait == WaitRange(900, 1200, 1500)
    (kept,) = hall.work().waits.told(TUESDAY, TUESDAY)
    assert (kept.visit, kept.service, kept.lane, kept.hour, kept.announced) == ("v1", LANDS, Lane.STANDARD, 9, TOLD)
    assert kept.waited_s is None


def test_a_range_too_wide_is_kept_so_that_the_hall_learns_and_the_ticket_tells_people_ahead_only(hall):
    issued, wait = take(hall, OneEstimate(TOO_WIDE))
    assert (wait, issued.people_ahead) == (None, 0)
    assert len(hall.work().waits.told(TUESDAY, TUESDAY)) == 1


@pytest.mark.parametrize(
    ("estimates", "command"),
    [(OneEstimate(None), ISSUE), (OneEstimate(), IssueTicket(VisitId("v1"), LANDS, "kiosk-1", priority=True))],
)
def test_where_nothing_is_known_nothing_is_told_and_nothing_kept(hall, estimates, command):
    assert take(hall, estimates, command)[1] is None
    assert hall.work().waits.told(TUESDAY, TUESDAY) == []


def test_a_ticket_asked_for_again_is_told_what_holds_now_and_the_first_promise_is_scored(hall):
    take(hall, OneEstimate())
    issued, wait = take(hall, OneEstimate(TOO_WIDE))
    assert issued.repeated
    assert wait == WaitRange(0, 0, 300)
    (kept,) = hall.work().waits.told(TUESDAY, TUESDAY)
    assert kept.announced == TOLD


def test_the_outcome_stands_beside_the_promise_once_the_visit_is_called(hall):
    take(hall, OneEstimate())
    hall.clock.advance(1234)
    hall.run(call_next, CallNext(CounterId(1)))
    (kept,) = hall.work().waits.told(TUESDAY, TUESDAY)
    assert kept.waited_s == pytest.approx(1234, abs=2)
    assert hall.work().waits.outcomes(10) == [(TOLD.estimate, kept.waited_s)]
