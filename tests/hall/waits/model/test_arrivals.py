"""Who may still come ahead of those who wait: chances add up to what the hall's own days say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.waits.model.arrivals import EARLY_S, GIVEN_UP_S, Booked, by_booking, by_rate, even_times
from hall.waits.model.history import SLOT_S, History

EIGHT = 8 * 3600.0
KEY = ("L", "priority")


def ten_days(per_day: int, second: float = EIGHT + 60) -> History:
    history = History(days=10)
    for _ in range(10 * per_day):
        history.arrived(KEY, second)
    return history


@given(st.floats(0.01, 40), st.floats(0, 1000), st.floats(1, 4000))
def test_the_chances_add_up_to_the_expected_and_the_times_lie_between(expected, from_s, length_s):
    found = even_times(expected, from_s, from_s + length_s)
    assert sum(chance for _, chance in found) == pytest.approx(expected)
    assert all(from_s <= at_s <= from_s + length_s and 0 < chance <= 1 for at_s, chance in found)


def test_nobody_is_expected_where_nobody_ever_came():
    assert even_times(0, 0, 600) == []
    assert by_rate(History(days=10), {KEY: (0, 1200.0)}, EIGHT, 7200) == []


def test_a_half_hour_brings_as_many_as_on_the_days_that_were():
    found = by_rate(ten_days(3), {KEY: (4, 1200.0)}, EIGHT, 7200)
    assert sum(arrival.chance for arrival in found) == pytest.approx(3)
    assert {arrival.line for arrival in found} == {4}
    assert all(0 <= arrival.at_s < SLOT_S for arrival in found)


def test_a_half_hour_that_is_half_over_brings_half():
    found = by_rate(ten_days(3), {KEY: (0, 1200.0)}, EIGHT + SLOT_S / 2, 7200)
    assert sum(arrival.chance for arrival in found) == pytest.approx(1.5)


def test_the_head_start_is_taken_off_the_rank():
    assert all(a.rank_s == a.at_s - 1200.0 for a in by_rate(ten_days(3), {KEY: (0, 1200.0)}, EIGHT, 7200))


def test_only_those_who_would_go_before_the_asker_are_foreseen_if_he_says_his_rank():
    lines = {KEY: (0, 1200.0)}
    assert by_rate(ten_days(3), lines, EIGHT, 7200, before_s=-1200.0) == []
    soon = by_rate(ten_days(3), lines, EIGHT, 7200, before_s=0.0)
    assert soon
    assert all(arrival.rank_s < 0 for arrival in soon)


@pytest.mark.parametrize(
    ("slot_s", "at_s", "chance"),
    [
        (3600.0, 3600.0 - EARLY_S, 0.9),
        (EARLY_S / 2, 30.0, 0.45),  # should be here by now: half as likely
        (-GIVEN_UP_S, 30.0, 0.45),
    ],
)
def test_who_is_booked_comes_a_little_early_and_is_doubted_when_late(slot_s, at_s, chance):
    (arrival,) = by_booking([Booked(slot_s, 2, 900.0)], 0.9, 7200)
    assert (arrival.at_s, arrival.line, arrival.chance) == (at_s, 2, pytest.approx(chance))
    assert arrival.rank_s == slot_s - 900.0


@pytest.mark.parametrize("slot_s", [-GIVEN_UP_S - 1, 7201.0])
def test_a_slot_long_past_or_beyond_the_horizon_brings_nobody(slot_s):
    assert by_booking([Booked(slot_s, 0)], 0.9, 7200) == []


def test_a_slot_that_would_go_after_the_asker_does_not_concern_him():
    assert by_booking([Booked(600.0, 0, 900.0)], 0.9, 7200, before_s=-301.0) == []
    assert len(by_booking([Booked(600.0, 0, 900.0)], 0.9, 7200, before_s=0.0)) == 1
