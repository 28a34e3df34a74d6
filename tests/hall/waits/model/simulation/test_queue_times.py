"""What is drawn from known times: one of them, the rest of one, when a counter is free, how long a call takes."""

from __future__ import annotations

import pytest

from hall.waits.model.simulation.queue_now import Server
from hall.waits.model.simulation.queue_times import busy_time_draw, draw_value, free_in, rest_of
from tests.helpers.queues import LANDS, serving
from tests.helpers.replacing import replace


@pytest.mark.parametrize(
    ("elapsed_s", "rests"), [(0.0, {100.0, 200.0, 300.0}), (100.0, {100.0, 200.0}), (250.0, {50.0})]
)
def test_what_has_lasted_is_taken_off_a_draw_longer_than_that(elapsed_s, rests):
    shares = [at / 10 for at in range(10)]
    assert {rest_of((100.0, 200.0, 300.0), elapsed_s, lambda share=share: share)() for share in shares} == rests


def test_every_value_of_a_table_is_drawn():
    assert [draw_value((1.0, 2.0), lambda share=share: share) for share in (0.0, 0.49, 0.5, 0.999)] == [1, 1, 2, 2]


def test_what_has_lasted_longer_than_anything_seen_lasts_a_part_of_the_usual_time_again():
    assert rest_of((100.0, 200.0, 300.0), 300.0, lambda: 0.25)() == 50


@pytest.mark.parametrize(
    ("more", "seconds"),
    [
        ({}, 60.0),
        ({"ready_s": (20.0, 30.0)}, 90.0),
        ({"on_break_s": 100.0}, 60.0 + 500.0),
        ({"busy_with": LANDS, "elapsed_s": 50.0}, 60.0 + 350.0 + 15.0),
        ({"busy_with": LANDS, "elapsed_s": 100.0, "pace": 2.0}, 60.0 + 2 * 350.0 + 15.0),
    ],
)
def test_a_counter_is_free_after_what_keeps_it(more, seconds):
    habits = serving((400.0,), gaps_s=(15.0,), breaks_s=(600.0,))
    assert free_in(replace(Server((), away_s=60.0), **more), habits, lambda: 0.5)() == seconds


def test_work_that_ends_in_a_break_keeps_the_counter_longer():
    habits = serving((400.0,), breaks_per_s=1.0, breaks_s=(600.0,))
    assert free_in(Server((), busy_with=LANDS), habits, lambda: 0.5)() == 1000
    assert busy_time_draw(habits, lambda: 0.5)((400.0,), 1.0, 0.0) == 1000


@pytest.mark.parametrize(("waited_s", "seconds"), [(-60.0, 400.0), (899.0, 400.0), (900.0, 60.0), (9000.0, 60.0)])
def test_the_longer_somebody_has_waited_the_likelier_nobody_comes(waited_s, seconds):
    habits = serving((400.0,), no_show=(0.1, 0.9), no_show_s=60.0)
    assert busy_time_draw(habits, lambda: 0.5)((400.0,), 1.0, waited_s) == seconds


def test_a_slow_agent_takes_longer_and_those_who_come_draw_from_the_whole_table():
    habits = serving((), no_show=(0.5,), no_show_s=60.0)
    assert busy_time_draw(habits, lambda: 0.5)((100.0, 200.0), 2.0, 0.0) == 200
    assert busy_time_draw(habits, lambda: 0.76)((100.0, 200.0), 2.0, 0.0) == 400
