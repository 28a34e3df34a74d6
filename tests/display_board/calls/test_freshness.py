from __future__ import annotations

from datetime import timedelta

import pytest

from display_board.calls.freshness import (
    FRESH_S,
    SETTLED_S,
    Freshness,
    came_online,
    hall_now,
    is_fresh,
    judge_fact,
    went_offline,
)
from tests.display_board.helpers.example import NINE


def after(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


@pytest.mark.parametrize("wrong_s", [0, -86_400, 3_600, 400 * 86_400])
def test_what_comes_on_a_standing_link_is_fresh_whatever_the_boards_clock_says(wrong_s: float) -> None:
    state = came_online(Freshness(), at_s=100.0)
    state, fresh = judge_fact(state, NINE, now=NINE + after(wrong_s), at_s=100.0 + SETTLED_S)
    assert fresh
    assert state.ahead_s == wrong_s


@pytest.mark.parametrize(("age_s", "fresh"), [(1, True), (FRESH_S, True), (FRESH_S + 1, False), (600, False)])
@pytest.mark.parametrize("wrong_s", [0, -7_200, 7_200])
def test_after_a_cut_the_age_is_told_by_clocks_set_right(age_s: float, fresh: bool, wrong_s: float) -> None:
    state = came_online(Freshness(), at_s=0.0)
    state, _ = judge_fact(state, NINE, now=NINE + after(wrong_s), at_s=50.0)
    state = came_online(went_offline(state), at_s=200.0)
    now = NINE + after(1000 + wrong_s)
    state, told = judge_fact(state, NINE + after(1000 - age_s), now=now, at_s=200.1)
    assert told is fresh
    assert state.ahead_s == wrong_s


def test_a_replayed_fact_teaches_nothing_about_the_clocks() -> None:
    state = came_online(Freshness(), at_s=0.0)
    state, fresh = judge_fact(state, NINE, now=NINE + after(600), at_s=0.5)
    assert not fresh
    assert state.ahead_s is None


def test_a_call_from_the_future_is_not_spoken_while_the_clocks_are_not_known() -> None:
    assert not is_fresh(Freshness(), NINE, now=NINE - after(3600))


def test_while_the_link_is_cut_nothing_counts_as_standing() -> None:
    state = went_offline(came_online(Freshness(), at_s=0.0))
    _, fresh = judge_fact(state, NINE, now=NINE + after(600), at_s=900.0)
    assert not fresh


def test_a_hall_may_set_for_how_long_a_call_is_fresh() -> None:
    for fresh_s, age_s, fresh in ((5.0, 5, True), (5.0, 6, False), (60.0, 59, True), (60.0, 61, False)):
        state = Freshness(fresh_s=fresh_s)
        assert is_fresh(state, NINE, now=NINE + timedelta(seconds=age_s)) is fresh


def test_the_halls_instant_is_told_by_a_wrong_clock_too() -> None:
    state, _ = judge_fact(came_online(Freshness(), at_s=0), NINE, now=NINE + timedelta(hours=2), at_s=10)
    assert hall_now(state, NINE + timedelta(hours=2, seconds=30)) == NINE + timedelta(seconds=30)
    assert hall_now(Freshness(), NINE) == NINE
