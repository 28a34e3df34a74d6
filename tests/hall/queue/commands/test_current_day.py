"""The day a command belongs to: kept, closed when over, opened by data."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from contracts.words.hall import VisitState
from hall.calendar import refusals as calendar_refusals
from hall.calendar.facts import DayClosed, DayOpened, SignedOut
from hall.calendar.service_day import DayState, ServiceDay
from hall.calendar.shown_day import shown_day
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.day.commands.close_day import CloseDay, close_day
from hall.day.commands.confirm_date import ConfirmDate, confirm_date
from hall.kernel import refusals
from hall.kernel.facts import VisitIssued
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.commands.current_day import current_day, day_for_tickets
from hall.queue.commands.reception.change_service import ChangeService, change_service
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import ALWAYS, ENQUIRIES, LANDS, NINE, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

WEDNESDAY = TUESDAY + timedelta(days=1)


def day_now(hall: MemoryHall) -> ServiceDay | None:
    def ask(_command, *, work, now):
        return current_day(work, now)

    return hall.run(ask, None)


def leave(hall: MemoryHall) -> None:
    for counter in (1, 2, 3):
        hall.run(sign_out, SignOut(CounterId(counter), "said"))


def test_the_first_command_opens_the_day_and_further_ones_keep_it():
    hall = new_hall()
    day = day_now(hall)
    assert day is not None
    assert (day.day, day.state, day.previous_closed_by) == (TUESDAY, DayState.OPEN, None)
    facts = list(hall.facts)
    assert day_now(hall) == day
    assert hall.facts == facts == [DayOpened("first_command")]


def test_on_a_friday_no_day_begins():
    assert day_now(new_hall(at=datetime(2026, 11, 27, 5, tzinfo=UTC))) is None


def test_the_next_morning_closes_what_nobody_closed_and_begins_anew():
    hall = staffed_hall()
    take(hall, "v1")
    leave(hall)
    hall.clock.advance(24 * 3600)
    day = day_now(hall)
    assert day is not None
    assert (day.day, day.previous_closed_by) == (WEDNESDAY, "hour")
    assert hall.visit("v1").state is VisitState.CLOSED_BY_DAY
    assert [fact for fact in hall.facts if isinstance(fact, DayClosed)] == [DayClosed("hour", 1)]
    assert [(record.visit, record.state) for record in hall.told] == [("v1", "closed_by_day")]


def test_at_the_set_hour_the_day_is_closed_and_stays_closed():
    hall = new_hall()
    day_now(hall)
    hall.clock.set_wall(datetime(2026, 11, 24, 19, 31, tzinfo=UTC))  # 23:31 in Muscat
    day = day_now(hall)
    assert day is not None
    assert (day.day, day.state, day.closed_by) == (TUESDAY, DayState.CLOSED, "hour")


def test_past_midnight_agents_at_work_keep_their_day_until_the_last_visitor_has_left():
    hall = staffed_hall()
    take(hall, "v1")
    hall.clock.set_wall(datetime(2026, 11, 24, 21, 0, tzinfo=UTC))  # one in the morning
    day = day_now(hall)
    assert day is not None
    assert day.day == TUESDAY


def test_a_forgotten_sign_out_does_not_keep_the_new_day_from_beginning():
    hall = staffed_hall()
    take(hall, "ghost")
    hall.clock.advance(22.5 * 3600)  # half past seven the next morning
    day = day_now(hall)
    assert day is not None
    assert day.day == WEDNESDAY
    assert hall.work().sessions.open() == []
    assert sum(isinstance(fact, SignedOut) and fact.by == "hour" for fact in hall.facts) == 3


@pytest.mark.parametrize(
    ("use_case", "command", "refusal"),
    [
        (call_next, CallNext(CounterId(1)), queue_refusals.NotSignedInError),
        (walk_up, WalkUp(VisitId("w1"), CounterId(1), LANDS, "special_care"), queue_refusals.NotSignedInError),
        (change_service, ChangeService(VisitId("ghost"), ENQUIRIES, "desk"), refusals.NotWaitingError),
        (reinstate, Reinstate(VisitId("missed"), "desk"), calendar_refusals.DayOverError),
    ],
)
def test_the_first_command_of_the_morning_finds_neither_session_nor_visit_of_the_day_it_closes(
    use_case, command, refusal
):
    hall = staffed_hall()
    take(hall, "missed")
    hall.run(call_next, CallNext(CounterId(1)))
    hall.run(mark_no_show, MarkNoShow(CounterId(1)))
    take(hall, "ghost")
    hall.clock.advance(22.5 * 3600)
    with pytest.raises(refusal):
        hall.run(use_case, command)


def test_who_signs_in_the_next_morning_where_he_forgot_to_sign_out_begins_a_session_of_that_day():
    hall = staffed_hall()
    take(hall, "ghost")
    (before,) = (one for one in hall.work().sessions.open() if one.counter == 1)
    hall.clock.advance(22.5 * 3600)
    after = hall.run(sign_in, SignIn("new", CounterId(1), before.agent))
    assert (after.id, [one.id for one in hall.work().sessions.open()]) == ("new", ["new"])


def test_a_hall_that_never_closes_turns_its_day_with_agents_signed_in():
    hall = staffed_hall(ALWAYS)
    take(hall, "v1")
    hall.clock.advance(20 * 3600)  # five in the morning
    assert (day_now(hall) or hall).day == TUESDAY  # type: ignore[union-attr]  # a test's shorthand
    hall.run(close_day, CloseDay("head"))
    assert (day_now(hall) or hall).day == WEDNESDAY  # type: ignore[union-attr]  # a test's shorthand
    assert len(hall.work().sessions.open()) == 3


def test_carried_over_visits_wait_in_the_next_day_in_their_order_with_their_numbers():
    hall = staffed_hall()
    for name in ("v1", "v2", "v3"):
        take(hall, name)
    hall.run(close_day, CloseDay("head"))
    hall.clock.set_wall(NINE + timedelta(days=1))
    day_now(hall)
    waiting = hall.work().visits.waiting(WEDNESDAY)
    assert [(visit.ticket, visit.carried_from) for visit in waiting] == [("L001", "v1"), ("L002", "v2"), ("L003", "v3")]
    assert {visit.id for visit in waiting}.isdisjoint({"v1", "v2", "v3"})
    assert sum(isinstance(fact, VisitIssued) for fact in hall.facts) == 6
    assert take(hall, "v4") == "L004", "numbers still in the hall are passed over"


def test_a_day_that_was_confirmed_anew_carries_nobody_over_twice():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(close_day, CloseDay("head"))
    hall.clock.set_wall(NINE + timedelta(days=1))
    day_now(hall)  # a clock that ran a day ahead; v1 waits in it
    hall.clock.set_wall(NINE + timedelta(hours=1))
    hall.run(confirm_date, ConfirmDate("head"))
    take(hall, "v2")
    hall.run(close_day, CloseDay("head"))
    hall.clock.set_wall(NINE + timedelta(days=1, hours=1))
    day_now(hall)
    assert [visit.carried_from for visit in hall.work().visits.waiting(WEDNESDAY)] == ["v2"]


def test_while_the_date_is_doubtful_the_last_day_stands():
    hall = staffed_hall()
    take(hall, "v1")
    hall.clock.set_wall(datetime(2099, 1, 5, 5, tzinfo=UTC))
    day = day_now(hall)
    assert day is not None
    assert (day.day, day.state) == (TUESDAY, DayState.OPEN)
    assert hall.visit("v1").state is VisitState.WAITING


def test_a_clock_that_ran_ahead_and_was_believed_is_followed_back_in_the_demo():
    hall = new_hall(ALWAYS)
    hall.clock.set_wall(datetime(2099, 1, 5, 5, tzinfo=UTC))
    day_now(hall)
    hall.clock.set_wall(NINE)
    day = day_now(hall)
    assert day is not None
    assert day.day == TUESDAY


def test_a_closed_day_has_no_tickets():
    hall = staffed_hall()
    hall.run(close_day, CloseDay("head"))
    work = hall.work()
    with pytest.raises(calendar_refusals.DayNotOpenError):
        day_for_tickets(work, hall.clock.now())


def test_what_is_shown_is_the_open_day_or_today_s_closed_one():
    hall = staffed_hall()
    take(hall, "v1")
    assert (shown_day(hall.work(), hall.clock.now()) or hall).day == TUESDAY  # type: ignore[union-attr]  # a test's shorthand
    hall.run(close_day, CloseDay("head"))
    assert shown_day(hall.work(), hall.clock.now()) is not None
    hall.clock.set_wall(NINE + timedelta(days=1))
    assert shown_day(hall.work(), hall.clock.now()) is None
    assert shown_day(new_hall().work(), hall.clock.now()) is None


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2026-12-31T05:00", date(2026, 12, 31)),
        ("2028-02-29T05:00", date(2028, 2, 29)),
        ("2027-02-09T06:00", date(2027, 2, 9)),
    ],
)
def test_days_of_every_kind_begin(utc, day):
    hall = new_hall(at=datetime.fromisoformat(utc).replace(tzinfo=UTC))
    take(hall, "v1", LANDS)
    assert hall.visit("v1").service_day == day
    assert VisitId("v1") in hall.stored.visits
