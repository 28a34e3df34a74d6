"""The queue as the forecast walks through it."""

from __future__ import annotations

import random
from datetime import UTC, datetime, time, timedelta
from math import inf

import pytest

from contracts.queue.answers import WaitRange
from contracts.words.hall import Lane
from hall.appointments.commands.appointments import Book, CheckInVisit, book, check_in
from hall.counters.commands.begin_break import Break, begin_break
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.kiosk_settings import Appointments
from hall.kernel.settings import Hours
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.waits.model.calibration import SimulatedWait
from hall.waits.model.history import History, assumed_table
from hall.waits.model.waiting_time import ExpectedWait, forecast
from hall.waits.queries.forecast import (
    IDLE_LEFT_S,
    Question,
    as_wait_range,
    asked_of,
    estimates,
)
from hall.waits.queries.hall_snapshot import read_hall_snapshot
from hall.waits.queries.past import Past
from tests.helpers.example_hall import (
    ALWAYS,
    ENQUIRIES,
    HOUSING,
    LANDS,
    OFFICE,
    SETTINGS,
    new_hall,
    staffed_hall,
    take,
)
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)
SEVEN_TWENTY = datetime(2026, 11, 24, 3, 20, tzinfo=UTC)
"""Ten minutes before the counters open."""
EARLY = replace(SETTINGS, hours=Hours(dict.fromkeys(range(1, 8), replace(OFFICE, doors=time(7), first_ticket=time(7)))))
"""Tickets are given from seven on."""


def asked(hall: MemoryHall, past: Past | None = None) -> Question:
    return asked_of(read_hall_snapshot(work=hall.work(), now=hall.clock.now()), past or Past())


def waits(hall: MemoryHall, past: Past | None = None) -> tuple[list[float | None], dict[tuple[str, Lane], float]]:
    """Return the likely seconds of those who wait, in the order of the queue, and of who joins."""
    question = asked(hall, past)
    waiting, joiners = estimates(question, forecast(question.queue, random.Random(1), paths=60))
    joins = {(a.service, a.lane): e.likely_s for a, e in zip(question.joiners, joiners, strict=True) if e}
    return [found.likely_s if found else None for found in waiting], joins


def test_a_hall_without_a_day_has_no_queue():
    question = asked(new_hall())
    assert (question.waiting, question.joiners, question.queue.servers) == ((), (), ())


def test_without_a_counter_there_is_nothing_to_say():
    hall = new_hall()
    take(hall, "v1")
    assert waits(hall) == ([None], {})


def test_with_free_counters_nobody_waits():
    hall = staffed_hall()
    hall.clock.advance(1)
    take(hall, "v1")
    found, _ = waits(hall)
    assert found == [pytest.approx(0, abs=1)]


def test_everybody_who_waits_has_a_place_and_the_next_to_join_comes_after():
    hall = staffed_hall()
    for n in range(9):
        take(hall, f"v{n}")
    found, joins = waits(hall)
    assert all(likely is not None for likely in found)
    assert found == sorted(found, key=lambda likely: likely or 0)
    assert found[:3] == [0, 0, 0], "three counters are free"
    assert joins[LANDS, Lane.STANDARD] >= (found[-1] or 0) > 600


def test_people_ahead_are_counted_in_the_own_service():
    hall = staffed_hall()
    for n, service in enumerate((LANDS, ENQUIRIES, LANDS, LANDS)):
        take(hall, f"v{n}", service)
    question = asked(hall)
    assert [(a.visit, a.ahead) for a in question.waiting] == [("v0", 0), ("v1", 0), ("v2", 1), ("v3", 2)]
    joining = {(a.service, a.lane): a.ahead for a in question.joiners}
    assert joining[LANDS, Lane.STANDARD] == 3
    assert joining[LANDS, Lane.PRIORITY] == 0, "its head start is longer than anybody has waited"
    assert joining[ENQUIRIES, Lane.STANDARD] == 1


def test_a_priority_joiner_is_foreseen_before_an_ordinary_one():
    hall = staffed_hall()
    for n in range(30):
        take(hall, f"v{n}")
    _, joins = waits(hall)
    assert joins[LANDS, Lane.PRIORITY] < joins[LANDS, Lane.STANDARD] / 2


def test_each_counter_takes_what_the_calling_rule_lets_it_take_in_its_order():
    hall = staffed_hall()
    take(hall, "land")
    take(hall, "enquiry", ENQUIRIES)
    queue = asked(hall).queue
    services = [line.service for line in queue.lines]
    one, two, three = queue.servers
    assert {services[line] for _, line in two.takes} == {LANDS}
    assert {services[line] for _, line in one.takes} == {LANDS, HOUSING}
    assert {(precedence, services[line]) for precedence, line in three.takes} == {
        (0, ENQUIRIES), (1, HOUSING), (2, LANDS),
    }  # fmt: skip
    assert (one.yields_s, three.yields_s) == (inf, SETTINGS.limits.preference_yields_s)


def test_a_preferred_service_is_called_ahead_of_others_at_the_all_round_agent():
    hall = staffed_hall()
    for n in range(40):
        take(hall, f"v{n}")
    _, joins = waits(hall)
    assert joins[ENQUIRIES, Lane.STANDARD] < joins[LANDS, Lane.STANDARD] / 4


def test_who_is_reserved_for_a_counter_stands_in_a_line_that_only_it_takes():
    hall = staffed_hall()
    take(hall, "anyone")
    take(hall, "hers")
    visit = hall.stored.visits["hers"]
    visit.stage.for_counter = TWO
    question = asked(hall)
    own = next(w.line for a, w in zip(question.waiting, question.queue.waiting, strict=True) if a.visit == "hers")
    takers = [at for at, server in enumerate(question.queue.servers) if own in {line for _, line in server.takes}]
    assert takers == [1]


def test_a_visit_in_hand_a_call_and_a_break_keep_a_counter_away():
    hall = staffed_hall()
    for n in range(2):
        take(hall, f"v{n}")
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.clock.advance(100)
    hall.run(call_next, CallNext(TWO))
    hall.run(begin_break, Break(THREE, "prayer"))
    hall.clock.advance(60)
    one, two, three = asked(hall).queue.servers
    assert (one.busy_with, one.elapsed_s) == (LANDS, 160)
    assert (two.busy_with, two.elapsed_s) == (LANDS, 60)
    assert (three.busy_with, three.on_break_s) == (None, 60)


def test_a_free_counter_calls_after_a_gap_as_the_hall_has_them():
    hall = staffed_hall()
    take(hall, "v1")
    history = History()
    for gap_s in (0.5, 30.0, 90.0):
        history.gaps.add(gap_s)
    assert asked(hall, Past(history)).queue.servers[0].ready_s == (29.0, 89.0)
    hall.clock.advance(200)
    assert asked(hall, Past(history)).queue.servers[0].ready_s == (IDLE_LEFT_S,)
    assert asked(hall).queue.servers[0].ready_s == ()


def test_before_the_counters_open_waits_count_from_the_planned_opening():
    hall = new_hall(EARLY, SEVEN_TWENTY)
    take(hall, "v1")
    question = asked(hall)
    assert {server.away_s for server in question.queue.servers} == {599.0}
    assert len(question.queue.servers) == 4, "nothing is known yet: all may open"
    found, _ = waits(hall)
    assert found == [pytest.approx(599)]


def test_only_the_counters_that_usually_open_are_counted_on():
    hall = new_hall(EARLY, SEVEN_TWENTY)
    take(hall, "v1")
    assert len(asked(hall, Past(usual=frozenset({ONE, TWO}))).queue.servers) == 2


def test_who_is_signed_in_early_counts_once_and_from_the_opening_too():
    hall = staffed_hall(EARLY, SEVEN_TWENTY)
    take(hall, "v1")
    servers = asked(hall).queue.servers
    assert len(servers) == 4
    assert {server.away_s for server in servers} == {599.0}


def test_a_hall_that_never_closes_opens_nothing():
    hall = new_hall(ALWAYS)
    take(hall, "v1")
    assert asked(hall).queue.servers == ()


def test_under_thirty_served_stages_the_set_up_says_how_long_serving_takes_and_other_halls_say_it_better():
    hall = staffed_hall()
    take(hall, "v1")
    assert asked(hall).queue.habits.serving_s[LANDS] == assumed_table(600)
    services = tuple(replace(s, serving_elsewhere_s=300) if s.code == LANDS else s for s in SETTINGS.services)
    hall.settings = replace(SETTINGS, services=services)
    assert asked(hall).queue.habits.serving_s[LANDS] == assumed_table(300)


def test_the_hall_s_own_serving_times_go_before_both():
    hall = staffed_hall()
    take(hall, "v1")
    history = History()
    for n in range(30):
        history.served(LANDS, 100.0 + n)
    table = asked(hall, Past(history)).queue.habits.serving_s[LANDS]
    assert list(table) == [100.0 + n for n in range(30)]


def test_a_visit_of_a_service_that_left_the_set_up_is_still_foreseen():
    hall = staffed_hall(ALWAYS)
    take(hall, "v1", HOUSING)
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    hall.settings = replace(ALWAYS, services=tuple(s for s in ALWAYS.services if s.code != HOUSING))
    question = asked(hall)
    assert HOUSING in question.queue.habits.serving_s
    assert waits(hall)[0][0] is not None


def test_who_may_come_with_a_head_start_is_foreseen_and_who_comes_without_does_not_matter():
    hall = staffed_hall()
    take(hall, "v1")
    history = History(days=1)
    nine = 9 * 3600
    for lane in (Lane.PRIORITY, Lane.STANDARD):
        for second in range(nine, nine + 3600, 60):
            history.arrived((LANDS, lane), second)
    arrivals = asked(hall, Past(history)).queue.arrivals
    assert arrivals
    assert list(arrivals) == sorted(arrivals, key=lambda arrival: arrival.at_s)
    assert sum(arrival.chance for arrival in arrivals) == pytest.approx(60, abs=2)
    head_start_s = SETTINGS.head_start_s(Lane.PRIORITY)
    assert all(arrival.rank_s == arrival.at_s - head_start_s for arrival in arrivals)


def test_where_lanes_take_turns_each_has_its_lines_and_seats():
    hall = staffed_hall()
    take(hall, "v1")
    hall.settings = replace(SETTINGS, lane_ratio={Lane.STANDARD: 2, Lane.PRIORITY: 1})
    queue = asked(hall).queue
    assert queue.seats == (0, 0, 1)
    assert {(line.service, line.lane) for line in queue.lines} >= {(LANDS, 0), (LANDS, 1)}


def test_an_estimate_knows_what_it_belongs_to():
    hall = staffed_hall()
    take(hall, "v1")
    question = asked(hall)
    waiting, _ = estimates(question, forecast(question.queue, random.Random(1)))
    assert isinstance(waiting[0], SimulatedWait)
    assert waiting[0].groups == (("service", LANDS), ("lane", "standard"), ("hour", 9))


def test_a_wait_is_told_as_it_crosses_to_other_programs():
    assert as_wait_range(ExpectedWait(900, 1200, 1500)) == WaitRange(900, 1200, 1500)


def test_a_booked_visitor_is_waited_for_and_goes_first_at_his_slot():
    roomy = tuple(replace(one, appointments_per_slot=8) for one in SETTINGS.services)
    hall = staffed_hall(replace(SETTINGS, services=roomy, appointments=Appointments(offered=True)))
    for n in range(30):
        take(hall, f"v{n}")
    _, before = waits(hall)
    slot = hall.clock.now().at + timedelta(minutes=10)
    for n in range(8):
        hall.run(book, Book(LANDS, slot, (f"10000{n}",), "head"))
    _, after = waits(hall)
    assert after[LANDS, Lane.STANDARD] > before[LANDS, Lane.STANDARD] + 600


def test_who_checks_in_before_his_slot_waits_for_it_and_is_not_called_as_if_he_had_waited_long():
    hall = staffed_hall(replace(SETTINGS, appointments=Appointments(offered=True)))
    take(hall, "v1")
    slot = hall.clock.now().at + timedelta(minutes=25)
    hall.run(book, Book(LANDS, slot, ("100000",), "head"))
    hall.run(check_in, CheckInVisit("100000", VisitId("early"), "kiosk-1"))
    queue = asked(hall).queue
    assert [round(waiter.since_s) for waiter in queue.waiting] == [0, 1500]
    assert queue.arrivals == (), "he has come"
