"""Mistyping costs nothing, guessing costs more each time."""

from __future__ import annotations

from datetime import timedelta

from central import lock_out as module
from central.lock_out import FREE, LONGEST_WAIT, locked_until, wait_after
from tests.central.conftest import NOW
from tests.helpers.examples import assert_examples_hold


def test_waits_double_and_end_at_the_longest() -> None:
    assert_examples_hold(module)
    waits = [wait_after(wrong) for wrong in range(200)]
    assert waits == sorted(waits)
    assert waits[FREE] == timedelta(0)
    assert waits[-1] == LONGEST_WAIT


def test_a_free_try_locks_nothing() -> None:
    assert locked_until(FREE, NOW) is None
    assert locked_until(FREE + 1, NOW) == NOW + timedelta(seconds=15)
