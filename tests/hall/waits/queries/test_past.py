"""What the hall has learnt from its past."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import Lane, Outcome
from hall.appointments.commands.appointments import (
    Book,
    CancelAppointment,
    CheckInVisit,
    book,
    cancel_appointment,
    check_in,
)
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.kiosk_settings import Appointments
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.waits.model.calibration import ENOUGH, CorrectedRange, SimulatedWait
from hall.waits.model.history import LEARNT_MIN
from hall.waits.model.wait_ports import AnnouncedWait, PastStage
from hall.waits.model.waiting_time import Announced
from hall.waits.queries.past import DAYS, LONGEST_GAP_S, Past, read_past, usual_counters
from tests.helpers.example_hall import ALWAYS, LANDS, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_stores import MemoryWaits
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE, TWO = CounterId(1), CounterId(2)


def past_of(hall: MemoryHall) -> Past:
    return read_past(work=hall.work(), now=hall.clock.now())


def serve(hall: MemoryHall, visit: str, seconds: float = 120, counter: CounterId = ONE) -> None:
    """Issue a ticket; then call, serve and finish the next visitor."""
    take(hall, visit)
    attend(hall, seconds, counter)


def attend(hall: MemoryHall, seconds: float = 0, counter: CounterId = ONE) -> None:
    """Call, serve and finish the next visitor."""
    hall.run(call_next, CallNext(counter))
    hall.run(begin_serving, BeginServing(counter))
    hall.clock.advance(seconds)
    hall.run(finish, Finish(counter, Outcome.COMPLETED))


def test_a_hall_on_its_first_day_has_learnt_nothing():
    past = past_of(new_hall())
    assert (past.history.serving, past.correction.known, past.usual) == ({}, 0, frozenset())


def test_serving_times_are_learnt_from_the_call_to_the_end():
    hall = staffed_hall(ALWAYS)
    for n in range(LEARNT_MIN):
        serve(hall, f"v{n:02}", 100 + n)
    table = past_of(hall).history.serving_tables({LANDS: 600.0}, {})[LANDS]
    assert list(table) == [float(100 + n) for n in range(LEARNT_MIN)]


def test_gaps_are_learnt_while_somebody_waits():
    hall = staffed_hall(ALWAYS)
    take(hall, "waits")
    serve(hall, "first")
    hall.clock.advance(40)
    attend(hall)
    hall.clock.advance(50)
    serve(hall, "came when the counter had long been free")
    assert list(past_of(hall).history.gaps.newest) == [40.0]


def test_after_a_long_gap_the_agent_was_away():
    hall = staffed_hall(ALWAYS)
    take(hall, "waits")
    serve(hall, "first")
    hall.clock.advance(LONGEST_GAP_S)
    attend(hall)
    assert list(past_of(hall).history.gaps.newest) == []


def test_breaks_are_learnt_from_their_facts():
    hall = staffed_hall(ALWAYS)
    for length_s in (300, 600):
        hall.run(begin_break, Break(ONE, "meal"))
        hall.clock.advance(length_s)
        hall.run(resume_work, ResumeWork(ONE))
    history = past_of(hall).history
    assert (list(history.breaks.newest), history.breaks_seen) == ([300.0, 600.0], 2)


def test_who_does_not_come_counts_as_a_no_show_and_not_as_served():
    hall = staffed_hall(ALWAYS)
    take(hall, "v1")
    hall.run(call_next, CallNext(ONE))
    hall.clock.advance(90)
    hall.run(mark_no_show, MarkNoShow(ONE))
    history = past_of(hall).history
    assert history.serving == {}
    assert list(history.no_show_lengths.newest) == [90.0]
    assert sum(history.no_shows.hits) == 1


def test_arrivals_are_counted_on_days_that_are_over():
    hall = staffed_hall(ALWAYS)
    serve(hall, "v1")
    today = past_of(hall).history
    assert (today.days, today.arrivals) == (0, {})
    hall.clock.advance(24 * 3600)
    serve(hall, "v2")
    tomorrow = past_of(hall).history
    assert tomorrow.days == 1
    assert tomorrow.per_day((LANDS, Lane.STANDARD), 18) == 1.0, "at nine by the hall's clock"


def test_what_lies_too_far_back_is_not_learnt_from():
    hall = staffed_hall(ALWAYS)
    serve(hall, "v1")
    hall.clock.advance((DAYS + 1) * 24 * 3600)
    assert past_of(hall).history.serving == {}


def test_known_errors_correct_the_next_wait():
    hall = staffed_hall(ALWAYS)
    told = Announced(SimulatedWait(600.0, 0.5), CorrectedRange(500.0, 600.0, 700.0), None)
    for n in range(ENOUGH):
        take(hall, f"v{n}")
        MemoryWaits(hall.stored).announce(AnnouncedWait(VisitId(f"v{n}"), TUESDAY, LANDS, Lane.STANDARD, 9, told))
    hall.clock.advance(1200)
    for _ in range(ENOUGH):
        attend(hall)
    correction = past_of(hall).correction
    assert correction.known == ENOUGH
    assert correction.correct(SimulatedWait(600.0, 0.5)).likely_s == pytest.approx(1200, rel=0.05)


def stage(day: int, counter: CounterId) -> PastStage:
    at = new_hall().clock.now()
    return PastStage(TUESDAY + timedelta(days=day), LANDS, Lane.STANDARD, True, counter, at, at, at, True)


def test_a_counter_that_called_on_half_of_the_last_days_usually_opens():
    stages = [stage(day, ONE) for day in range(10)] + [stage(9, TWO), stage(0, CounterId(3))]
    assert usual_counters(stages) == {ONE}
    assert usual_counters([*stages, stage(8, TWO), stage(7, TWO)]) == {ONE, TWO}
    assert usual_counters([]) == frozenset()


def test_of_a_service_seldom_seen_other_halls_know_better_than_the_set_up_and_the_set_up_than_nobody():
    lands = ALWAYS.services[0]
    told = replace(lands, serving_elsewhere_s=500)
    assert Past().assumed_s(lands) == 600
    assert Past().assumed_s(told) == 500
    assert Past(elsewhere_s={LANDS: 450.0}).assumed_s(told) == 450.0


def test_whether_booked_visitors_come_is_learnt_from_the_days_before():
    roomy = tuple(replace(one, appointments_per_slot=3) for one in ALWAYS.services)
    hall = staffed_hall(replace(ALWAYS, services=roomy, appointments=Appointments(offered=True)))
    slot = hall.clock.now().at + timedelta(minutes=5)
    for number in ("100001", "100002", "100003"):
        hall.run(book, Book(LANDS, slot, (number,), "head"))
    hall.run(check_in, CheckInVisit("100001", VisitId("v1"), "kiosk-1"))
    hall.run(cancel_appointment, CancelAppointment("100003", "head"))
    assert past_of(hall).history.booked == 0, "today is not over"
    hall.clock.advance(24 * 3600)
    history = past_of(hall).history
    assert (history.booked, history.booked_came) == (2, 1)
