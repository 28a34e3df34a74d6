"""The queue as the forecast walks through it."""

from __future__ import annotations

import random
from dataclasses import replace

from contracts.hall_answers import WaitRange
from contracts.hall_words import Lane, Outcome
from hall.application.begin_serving import BeginServing, begin_serving
from hall.application.call_next import CallNext, call_next
from hall.application.finish import Finish, finish
from hall.application.forecast_query import BREAK_S, GAP_S, TO_BEGIN_S, Question, expected_wait, read_queue, told
from hall.application.open_counter import Break, begin_break
from hall.domain.ids import CounterId
from hall.domain.waiting_time import LEARNT_MIN, ExpectedWait, forecast, serving_table
from tests.helpers.example_hall import ALWAYS, ENQUIRIES, HOUSING, LANDS, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)


def asked(hall: MemoryHall) -> Question:
    return read_queue(work=hall.work(), now=hall.clock.now())


def wait(hall: MemoryHall, ahead: int, service=LANDS, lane: Lane | None = None) -> ExpectedWait | None:
    question = asked(hall)
    return expected_wait(question, forecast(question.queue, random.Random(1)), service, ahead, lane)


def test_without_a_counter_there_is_nothing_to_say():
    hall = new_hall()
    take(hall, "v1")
    assert wait(hall, 0) is None
    assert wait(hall, 1) is None


def test_a_hall_without_a_day_has_no_queue():
    question = asked(new_hall())
    assert (question.waiting, question.joiners, question.queue.servers) == ((), (), ())


def test_with_free_counters_nobody_waits():
    hall = staffed_hall()
    assert wait(hall, 0) == ExpectedWait(0, 0, 0)


def test_everybody_who_waits_has_a_place_and_the_next_to_join_comes_after():
    hall = staffed_hall()
    for n in range(9):
        take(hall, f"v{n}")
    waits = [wait(hall, ahead) for ahead in range(10)]
    likely = [found.likely_s for found in waits if found is not None]
    assert len(likely) == 10
    assert likely == sorted(likely)
    assert likely[:3] == [0, 0, 0], "three counters are free"
    assert likely[-1] > 600


def test_a_priority_joiner_is_foreseen_before_an_ordinary_one():
    hall = staffed_hall()
    for n in range(30):
        take(hall, f"v{n}")
    ordinary, elder = wait(hall, 30), wait(hall, 30, lane=Lane.PRIORITY)
    assert ordinary is not None
    assert elder is not None
    assert elder.high_s < ordinary.low_s


def test_each_counter_walks_through_the_list_in_its_own_order():
    hall = staffed_hall()
    take(hall, "land")
    take(hall, "enquiry", ENQUIRIES)
    question = asked(hall)
    names = [visit for visit, _ in question.waiting]
    one, two, three = question.queue.servers
    assert [names[at] for at in one.order] == [names[at] for at in two.order] == ["land"]
    assert [names[at] for at in three.order] == ["enquiry", "land"]


def test_a_preferred_service_is_joined_ahead_of_others_at_the_all_round_agent():
    hall = staffed_hall()
    for n in range(40):
        take(hall, f"v{n}")
    lands, enquiries = wait(hall, 40), wait(hall, 0, ENQUIRIES)
    assert lands is not None
    assert enquiries is not None
    assert enquiries.high_s < lands.low_s


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
    assert (one.busy_with, one.elapsed_s, one.away_s) == (LANDS, 160, 0)
    assert (two.busy_with, two.elapsed_s, two.away_s) == (LANDS, 0, TO_BEGIN_S)
    assert (three.busy_with, three.away_s) == (None, BREAK_S - 60)
    assert asked(hall).queue.gap_s == GAP_S


def test_the_hall_learns_its_own_serving_times():
    hall = staffed_hall(ALWAYS)
    assert asked(hall).queue.tables[LANDS] == serving_table(600)
    for n in range(LEARNT_MIN):
        take(hall, f"v{n:02}")
        hall.run(call_next, CallNext(ONE))
        hall.run(begin_serving, BeginServing(ONE))
        hall.clock.advance(100 + n)
        hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    table = asked(hall).queue.tables[LANDS]
    assert table == tuple(float(100 + n) for n in range(LEARNT_MIN))
    assert asked(hall).queue.tables[HOUSING] == serving_table(420)


def test_a_visit_of_a_service_that_left_the_set_up_is_still_foreseen():
    hall = staffed_hall(ALWAYS)
    take(hall, "v1", HOUSING)
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    hall.settings = replace(ALWAYS, services=tuple(s for s in ALWAYS.services if s.code != HOUSING))
    question = asked(hall)
    assert HOUSING in question.queue.tables
    assert wait(hall, 0) is not None


def test_a_wait_is_told_rounded_outward():
    assert told(ExpectedWait(920, 1100, 1490)) == WaitRange(900, 1200, 1500)
