"""What a hall learns from its past, and what it assumes until it has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.kernel.ids import ServiceCode
from hall.waits.model.history import (
    BREAK_S,
    GAP_S,
    LEARNT_MIN,
    NO_SHOW_S,
    SPREAD,
    History,
    Lengths,
    Shares,
    assumed_table,
)
from hall.waits.model.simulation.queue_now import NO_SHOW_STEP_S

LANDS = ServiceCode("L")


def test_an_assumed_table_keeps_its_mean_and_its_spread():
    table = assumed_table(420)
    mean = sum(table) / len(table)
    deviation = (sum((time - mean) ** 2 for time in table) / len(table)) ** 0.5
    assert list(table) == sorted(table)
    assert mean == pytest.approx(420, rel=0.03)
    assert deviation / mean == pytest.approx(SPREAD, rel=0.1)
    assert table[0] > 60


@given(st.lists(st.floats(0, 5000), max_size=60))
def test_lengths_keep_the_newest_both_by_time_and_by_size(added):
    lengths = Lengths(size=20)
    for length_s in added:
        lengths.add(length_s)
    assert list(lengths.newest) == added[-20:]
    assert lengths.ordered == sorted(added[-20:])


def test_the_mean_of_nothing_is_what_is_assumed():
    lengths = Lengths()
    assert lengths.mean(42.0) == 42.0
    lengths.add(10.0)
    lengths.add(20.0)
    assert lengths.mean(42.0) == 15.0


@pytest.mark.parametrize("seen", [0, LEARNT_MIN - 1])
def test_under_thirty_served_stages_the_set_up_is_believed(seen):
    history = History()
    for _ in range(seen):
        history.served(LANDS, 100.0)
    assert history.serving_tables({LANDS: 420.0}, {})[LANDS] == assumed_table(420)


def test_under_thirty_served_stages_other_halls_are_believed_before_the_set_up():
    assert History().serving_tables({LANDS: 420.0}, {LANDS: (300.0, 200.0)})[LANDS] == (200.0, 300.0)


def test_from_thirty_served_stages_on_the_hall_believes_itself():
    history = History()
    for n in reversed(range(LEARNT_MIN)):
        history.served(LANDS, 100.0 + n)
    table = history.serving_tables({LANDS: 420.0}, {LANDS: (9.0,)})[LANDS]
    assert list(table) == [100.0 + n for n in range(LEARNT_MIN)]


def test_a_share_of_a_bin_is_drawn_towards_that_of_all_while_it_has_seen_little():
    shares = Shares()
    for n in range(100):
        shares.add(10.0, hit=n < 10)
    assert shares.table()[0] == pytest.approx(0.1)
    assert shares.table()[3] == pytest.approx(0.1), "nothing seen yet: as of all"
    shares.add(3 * NO_SHOW_STEP_S, hit=True)
    assert 0.1 < shares.table()[3] < 0.2


def test_whoever_waits_very_long_counts_in_the_last_bin():
    shares = Shares()
    shares.add(1e6, hit=True)
    assert shares.hits[-1] == shares.seen[-1] == 1


def test_arrivals_are_counted_by_half_hour_and_day():
    history = History(days=4)
    for second in (8 * 3600, 8 * 3600 + 1799, 8 * 3600 + 1800):
        history.arrived("k", second)
    assert (history.per_day("k", 16), history.per_day("k", 17), history.per_day("k", 18)) == (0.5, 0.25, 0.0)
    assert history.per_day("nobody", 16) == 0.0


def test_a_first_day_borrows_every_habit():
    habits = History().habits({})
    assert tuple(habits.gaps_s) == (GAP_S,)
    assert tuple(habits.breaks_s) == (BREAK_S,)
    assert (habits.breaks_per_s, habits.no_show_s) == (0.0, NO_SHOW_S)
    assert set(habits.no_show) == {0.0}


def test_breaks_come_as_often_as_they_were_seen_but_a_few_say_nothing():
    history = History()
    history.served(LANDS, 10_000.0)
    for _ in range(4):
        history.paused(300.0)
    assert history.breaks_per_s == 0.0
    history.paused(500.0)
    assert history.breaks_per_s == 5 / 10_000
    assert history.habits({}).breaks_s == [300.0, 300.0, 300.0, 300.0, 500.0]


def test_booked_visits_are_taken_to_come_until_some_have_not():
    history = History()
    assert history.show_up == 0.9
    history.booked, history.booked_came = 190, 91
    assert history.show_up == 0.5
