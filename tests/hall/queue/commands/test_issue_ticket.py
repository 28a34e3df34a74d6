"""A ticket is given once, with the next number, when it may be given."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.words.hall import Lane, VisitorKind
from hall.calendar import refusals as calendar_refusals
from hall.calendar.facts import DayOpened
from hall.kernel import refusals
from hall.kernel.facts import VisitIssued
from hall.kernel.ids import ServiceCode, VisitId
from hall.queue.commands.issue_ticket import Issued, IssueTicket, issue_ticket
from hall.queue.commands.reception.cancel import Cancel, cancel
from tests.helpers.example_hall import (
    ALWAYS,
    ENQUIRIES,
    HOUSING,
    LANDS,
    SETTINGS,
    TUESDAY,
    new_hall,
    staffed_hall,
    take,
)  # fmt: skip
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace


def issue(hall: MemoryHall, visit: str = "v1", service: ServiceCode = LANDS, **more: object) -> Issued:
    command = IssueTicket(VisitId(visit), service, "kiosk-1", **more)  # type: ignore[arg-type]  # test shorthand
    return hall.run(issue_ticket, command)


def test_the_first_ticket_of_the_day_opens_it_and_is_number_one():
    hall = new_hall()
    issued = issue(hall)
    assert (issued.visit.ticket, issued.people_ahead, issued.repeated) == ("L001", 0, False)
    assert hall.facts == [DayOpened("first_command"), VisitIssued(VisitId("v1"), "L001", LANDS, "kiosk-1")]
    assert hall.visit("v1").service_day == TUESDAY


def test_numbers_run_by_service():
    hall = new_hall()
    assert [take(hall, "a"), take(hall, "b"), take(hall, "c", ENQUIRIES), take(hall, "d")] == [
        "L001", "L002", "س001", "L003",
    ]  # fmt: skip


def test_people_ahead_are_those_who_wait_for_the_service():
    hall = new_hall()
    take(hall, "a")
    take(hall, "b", ENQUIRIES)
    assert issue(hall, "c").people_ahead == 1


def test_a_priority_visit_has_only_those_ahead_whom_its_head_start_does_not_pass():
    hall = new_hall()
    take(hall, "old")
    hall.clock.advance(1300)
    take(hall, "new")
    issued = issue(hall, "elder", priority=True)
    assert issued.visit.lane is Lane.PRIORITY
    assert issued.people_ahead == 1
    assert issue(hall, "last").people_ahead == 3


def test_the_same_visit_again_is_the_same_ticket_and_nothing_new():
    hall = new_hall()
    take(hall, "a")
    first = issue(hall, "v1")
    facts = list(hall.facts)
    again = issue(hall, "v1")
    assert (again.visit.ticket, again.people_ahead, again.repeated) == (first.visit.ticket, 1, True)
    assert hall.facts == facts
    assert take(hall, "b") == "L003"


def test_a_retry_is_answered_even_after_the_last_ticket():
    hall = new_hall()
    ticket = issue(hall, "v1").visit.ticket
    hall.clock.advance(5 * 3600)
    assert issue(hall, "v1").visit.ticket == ticket
    with pytest.raises(calendar_refusals.DayNotOpenError, match="last ticket"):
        issue(hall, "v2")


def test_the_same_visit_for_another_service_is_refused():
    hall = new_hall()
    issue(hall, "v1")
    with pytest.raises(refusals.VisitIdTakenError):
        issue(hall, "v1", ENQUIRIES)


def test_a_retry_is_known_by_the_first_service_after_a_transfer():
    hall = new_hall()
    issue(hall, "v1")
    visit = hall.visit("v1")
    visit.stages.append(replace(visit.stage, service=ENQUIRIES))
    work = hall.work()
    work.visits.save(visit)
    hall.stored = work.stored
    assert issue(hall, "v1").repeated


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"service": ServiceCode("Z")}, refusals.ServiceUnknownError),
        ({"service": HOUSING}, refusals.VisitorKindNeededError),
        ({"service": HOUSING, "visitor_kind": VisitorKind.COMPANY}, refusals.VisitorKindRefusedError),
    ],
)
def test_what_cannot_be_issued_is_refused_and_changes_nothing(more, refusal):
    hall = new_hall()
    before = hall.stored.copy()
    with pytest.raises(refusal):
        issue(hall, "v1", **more)
    assert hall.stored == before


def test_a_service_that_is_shut_gives_no_tickets():
    lands = replace(SETTINGS.service(LANDS), open=False)
    hall = new_hall(replace(SETTINGS, services=(lands, *SETTINGS.services[1:])))
    with pytest.raises(refusals.ServiceClosedError):
        issue(hall)


@pytest.mark.parametrize(
    ("utc", "refusal", "why"),
    [
        ("2026-11-24T03:29", calendar_refusals.DayNotOpenError, "first ticket"),
        ("2026-11-24T09:31", calendar_refusals.DayNotOpenError, "last ticket"),
        ("2026-11-27T05:00", calendar_refusals.DayNotOpenError, "closed today"),
    ],
)
def test_no_ticket_outside_the_hours(utc, refusal, why):
    hall = new_hall(at=datetime.fromisoformat(utc).replace(tzinfo=UTC))
    with pytest.raises(refusal, match=why):
        issue(hall)


@pytest.mark.parametrize("year", [2000, 2099])
def test_a_dead_clock_battery_stops_tickets_and_starts_no_day(year):
    hall = new_hall()
    issue(hall)
    hall.clock.set_wall(datetime(year, 1, 4, 6, tzinfo=UTC))
    with pytest.raises(calendar_refusals.DayDoubtfulError):
        issue(hall, "v2")
    assert list(hall.stored.days) == [TUESDAY]
    hall.clock.set_wall(datetime(2026, 11, 24, 6, tzinfo=UTC))
    assert issue(hall, "v2").visit.ticket == "L002"


def test_numbers_begin_anew_on_the_first_command_of_a_new_day():
    hall = staffed_hall()
    take(hall, "a")
    take(hall, "b")
    hall.clock.advance(24 * 3600)
    assert take(hall, "c") == "L001"
    assert hall.visit("a").ticket == "L001", "history stays"


def tiny(size: int) -> MemoryHall:
    lands = replace(ALWAYS.service(LANDS), last_number=size)
    return new_hall(replace(ALWAYS, services=(lands, *ALWAYS.services[1:])))


def test_when_all_numbers_are_in_the_hall_none_is_given_twice():
    hall = tiny(3)
    for name in "abc":
        take(hall, name)
    with pytest.raises(refusals.NumbersUsedUpError):
        issue(hall, "d")
    assert len(hall.stored.visits) == 3


@given(st.lists(st.sampled_from(["issue", "cancel"]), max_size=30), st.integers(1, 5))
def test_no_number_is_ever_twice_in_the_hall(moves, size):
    hall = tiny(size)
    for number, move in enumerate(moves):
        waiting = hall.work().visits.waiting(TUESDAY)
        if move == "cancel" and waiting:
            work = hall.work()
            visit = work.visits.get(waiting[0].id)
            visit.cancel("test", at=hall.clock.now())
            work.visits.save(visit)
            hall.stored = work.stored
        elif len(waiting) < size:
            take(hall, f"v{number}")
        tickets = [visit.ticket for visit in hall.work().visits.waiting(TUESDAY)]
        assert len(tickets) == len(set(tickets))


def test_a_premium_service_has_its_own_lane():
    lands = replace(ALWAYS.service(LANDS), lane=Lane.PREMIUM)
    hall = new_hall(replace(ALWAYS, services=(lands,)))
    assert issue(hall).visit.lane is Lane.PREMIUM


def test_what_is_known_of_the_visitor_is_kept():
    hall = new_hall()
    issue(hall, "v1", HOUSING, visitor_kind=VisitorKind.RESIDENT, language="ar", code_hash="c0de")
    visit = hall.visit("v1")
    assert (visit.visitor_kind, visit.language, visit.code_hash) == (VisitorKind.RESIDENT, "ar", "c0de")


def limited(quota: int) -> MemoryHall:
    lands = replace(SETTINGS.service(LANDS), quota=quota)
    return staffed_hall(replace(SETTINGS, services=(lands, *SETTINGS.services[1:])))


def test_a_quota_ends_the_tickets_of_its_service_alone():
    hall = limited(2)
    take(hall, "a")
    take(hall, "b")
    with pytest.raises(refusals.QuotaReachedError, match="2 tickets of today"):
        take(hall, "c")
    assert issue(hall, "b").repeated, "a retry of a ticket that was given is no new one"
    assert take(hall, "d", ENQUIRIES) == "س001"


def test_a_ticket_given_up_and_one_carried_over_leave_the_quota_alone():
    hall = limited(1)
    take(hall, "a")
    hall.run(cancel, Cancel(VisitId("a"), "kiosk-1"))
    assert take(hall, "b") == "L002"
