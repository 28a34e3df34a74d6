"""Guessing: counted by address over the last minute; many addresses only slow each other down."""

from __future__ import annotations

from datetime import timedelta

import pytest

from central.errors import BusyError, NotFoundError, TokenError
from central.web.attempt_limit import BRAKE_S, WINDOW, Tries
from tests.central.conftest import NOW

HERE, THERE = "203.0.113.9", "198.51.100.7"


def test_an_address_waits_until_a_minute_has_passed_after_too_many_wrong_tries_and_another_one_does_not() -> None:
    tries = Tries(limit=3)
    for second in range(3):
        tries.begin(HERE, NOW + timedelta(seconds=second))
    with pytest.raises(BusyError) as refused:
        tries.begin(HERE, NOW + timedelta(seconds=3))
    assert (refused.value.status, refused.value.retry_after_s) == (429, 57)
    tries.begin(THERE, NOW + timedelta(seconds=3))
    tries.begin(HERE, NOW + WINDOW)


def test_only_a_wrong_try_counts() -> None:
    tries = Tries(limit=1)
    for _ in range(9):
        with tries.counted(HERE, NOW):
            pass
    with pytest.raises(NotFoundError), tries.counted(HERE, NOW):
        raise NotFoundError("x", "not a wrong secret")
    with pytest.raises(TokenError), tries.counted(HERE, NOW):
        raise TokenError("x", "a wrong secret")
    with pytest.raises(BusyError), tries.counted(HERE, NOW):
        pass


def test_tries_count_from_their_begin_so_that_many_at_once_are_many() -> None:
    tries = Tries(limit=2)
    for second in range(2):
        tries.begin(HERE, NOW + timedelta(seconds=second))
    with pytest.raises(BusyError):
        tries.begin(HERE, NOW + timedelta(seconds=2))
    tries.forgive(HERE, NOW + timedelta(seconds=1))
    tries.forgive(HERE, NOW + timedelta(seconds=9))
    tries.begin(HERE, NOW + timedelta(seconds=3))
    with pytest.raises(BusyError):
        tries.begin(HERE, NOW + timedelta(seconds=4))


def test_wrong_tries_of_many_addresses_brake_everybody_by_tenths_of_a_second_and_refuse_nobody() -> None:
    tries = Tries(limit=20, many=100)
    for number in range(99):
        tries.begin(f"203.0.113.{number}", NOW)
    assert tries.brake_s(NOW) == 0
    tries.begin(THERE, NOW)
    assert tries.brake_s(NOW) == BRAKE_S < 1
    tries.begin(HERE, NOW)
    assert tries.brake_s(NOW + WINDOW) == 0


def test_beyond_the_most_addresses_the_oldest_is_forgotten() -> None:
    tries = Tries(limit=1, most=2)
    for address in ("a", "b", "c"):
        tries.begin(address, NOW)
    tries.begin("a", NOW)
    with pytest.raises(BusyError):
        tries.begin("c", NOW)
