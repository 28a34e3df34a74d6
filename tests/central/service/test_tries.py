"""Guessing: counted over the last minute, forgotten after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from central.errors import BusyError
from central.service.tries import WINDOW, Tries
from tests.central.conftest import NOW


def test_after_too_many_wrong_tries_everybody_waits_a_minute() -> None:
    tries = Tries(limit=3)
    for second in range(3):
        tries.check(NOW + timedelta(seconds=second))
        tries.wrong(NOW + timedelta(seconds=second))
    with pytest.raises(BusyError) as refused:
        tries.check(NOW + timedelta(seconds=3))
    assert (refused.value.status, refused.value.retry_after_s) == (429, 60)
    tries.check(NOW + WINDOW)


def test_right_tries_are_not_counted() -> None:
    tries = Tries(limit=1)
    for _ in range(9):
        tries.check(NOW)


def test_tries_count_from_their_begin_so_that_many_at_once_are_many() -> None:
    tries = Tries(limit=2)
    for second in range(2):
        tries.begin(NOW + timedelta(seconds=second))
    with pytest.raises(BusyError):
        tries.begin(NOW + timedelta(seconds=2))
    tries.forgive(NOW + timedelta(seconds=1))
    tries.forgive(NOW + timedelta(seconds=9))
    tries.begin(NOW + timedelta(seconds=3))
    with pytest.raises(BusyError):
        tries.check(NOW + timedelta(seconds=4))
