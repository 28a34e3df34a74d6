"""How wrong PINs add up, when they lock, and when they are forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hall.people.model.wrong_pins import FIRST_WAIT, FORGOTTEN_AFTER, LONGEST_WAIT, PinTries

NINE = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
FIVE_MINUTES = timedelta(minutes=5)


def after(tries: int, *, locks: int = 0) -> PinTries:
    """Return the count after `tries` tries at nine, of somebody who was locked before."""
    counted = PinTries(locks=locks, last_try_at=NINE)
    for _ in range(tries):
        counted = counted.with_try(5, NINE)
    return counted


def test_the_fifth_try_locks_and_time_alone_unlocks() -> None:
    assert after(4).wait_s(NINE) == 0
    locked = after(5)
    assert locked.wait_s(NINE) == 300
    assert locked.wait_s(NINE + FIVE_MINUTES - timedelta(milliseconds=1)) == 1
    assert locked.wait_s(NINE + FIVE_MINUTES) == 0


@pytest.mark.parametrize(
    ("locks", "wait"),
    [(0, FIRST_WAIT), (1, 2 * FIRST_WAIT), (5, 32 * FIRST_WAIT), (6, LONGEST_WAIT), (999, LONGEST_WAIT)],
)
def test_each_lock_lasts_twice_as_long_up_to_a_limit(locks: int, wait: timedelta) -> None:
    assert after(5, locks=locks).locked_until == NINE + wait


def test_after_a_lock_there_are_five_tries_again() -> None:
    later = NINE + FIVE_MINUTES
    once = after(5).with_try(5, later)
    assert (once.wrong, once.locks, once.wait_s(later)) == (1, 1, 0)


def test_a_right_try_is_taken_back_with_the_lock_it_began() -> None:
    assert after(3).without_try(NINE, NINE) == after(2)
    assert after(5).without_try(NINE, NINE) == after(4)


def test_a_right_try_does_not_keep_wrong_ones_from_being_forgotten() -> None:
    lunch = NINE + timedelta(hours=4)
    kept = after(3).with_try(5, lunch).without_try(lunch, NINE)
    assert kept == after(3)
    assert kept.is_forgotten(NINE + FORGOTTEN_AFTER)


def test_a_wrong_try_made_meanwhile_stays_the_last_one() -> None:
    lunch, later = NINE + timedelta(hours=4), NINE + timedelta(hours=4, seconds=1)
    assert after(1).with_try(5, lunch).with_try(5, later).without_try(lunch, NINE).last_try_at == later


@pytest.mark.parametrize("counted", [after(3), after(5)])
def test_a_day_after_the_last_try_or_lock_the_count_begins_again(counted: PinTries) -> None:
    end = (counted.locked_until or NINE) + FORGOTTEN_AFTER
    assert not counted.is_forgotten(end - timedelta(seconds=1))
    assert counted.with_try(5, end) == PinTries(1, 0, None, end)


def test_a_clock_set_back_ends_the_lock() -> None:
    assert after(5).wait_s(NINE - timedelta(seconds=1)) == 0
