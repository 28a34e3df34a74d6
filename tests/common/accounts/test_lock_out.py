"""Mistyping costs nothing, guessing costs more each time."""

from __future__ import annotations

from datetime import timedelta

from common.accounts import lock_out as module
from common.accounts.lock_out import FREE, LONGEST_WAIT, locked_until, wait_after
from common.accounts.strangers import Strangers
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


def test_a_name_that_nobody_has_waits_as_one_that_somebody_has() -> None:
    strangers = Strangers()
    assert [strangers.count("huda", NOW) for _ in range(FREE + 1)] == [None] * (FREE + 1)
    until = NOW + wait_after(FREE + 1)
    assert strangers.count("huda", NOW) == until
    assert strangers.count("noor", NOW) is None
    assert strangers.count("huda", until) is None
    assert strangers.count("huda", until) == until + wait_after(FREE + 2)


def test_the_name_that_was_tried_longest_ago_is_forgotten_first() -> None:
    strangers = Strangers(most=2)
    for name in ("huda", "noor", "huda", "salim"):
        strangers.count(name, NOW)
    assert list(strangers._wrong) == ["huda", "salim"]
