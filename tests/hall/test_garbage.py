"""Garbage is looked for in the pauses of the hall, and in a long one everywhere."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from hall.garbage import (
    ALL_EVERY_S,
    ALL_PAUSE_S,
    AT_LAST_OBJECTS,
    NEWEST_PAUSE_S,
    WORTH_IT_OBJECTS,
    leave_the_search_to_us,
    look_through_all,
    look_through_the_newest,
    sweeping,
)


class Ring:
    """A thing that holds itself: only a search finds that nobody else does."""

    def __init__(self) -> None:
        self.itself = self
        self.much: list[list[int]] = [[] for _ in range(2 * WORTH_IT_OBJECTS)]


@pytest.fixture(autouse=True)
def by_hand() -> Iterator[None]:
    """Let nobody but the test look for garbage."""
    before = gc.get_threshold()
    gc.disable()
    gc.freeze()  # what other tests left is not looked through here
    yield
    gc.enable()
    gc.set_threshold(*before)
    gc.unfreeze()


def thrown_away(*, generation: int) -> weakref.ref[Ring]:
    """Return what tells whether a ring is still there that nobody has, after it came to this generation."""
    ring = Ring()
    for younger in range(generation):
        gc.collect(younger)
    return weakref.ref(ring)


def let_it_be_time_for_the_oldest() -> None:
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)


def test_what_is_new_is_looked_through() -> None:
    ring = thrown_away(generation=0)
    look_through_the_newest()
    assert ring() is None


def test_few_new_objects_are_not_worth_a_search() -> None:
    before = gc.get_stats()[0]["collections"]
    look_through_the_newest()
    assert gc.get_stats()[0]["collections"] == before


def test_what_is_old_is_left_to_the_search_through_all() -> None:
    ring = thrown_away(generation=2)
    look_through_all()
    assert ring() is not None, "it is not yet time"
    let_it_be_time_for_the_oldest()
    look_through_the_newest()
    assert ring() is not None
    look_through_all()
    assert ring() is None


def test_nobody_looks_while_the_hall_has_something_to_do() -> None:
    idle_s = 0.0
    chores, ring = sweeping(lambda: idle_s), thrown_away(generation=0)
    chores.turn()
    assert ring() is not None
    idle_s = NEWEST_PAUSE_S
    chores.turn()
    assert ring() is None


def test_all_is_looked_through_in_a_long_pause_only() -> None:
    idle_s = NEWEST_PAUSE_S
    chores, ring = sweeping(lambda: idle_s), thrown_away(generation=2)
    let_it_be_time_for_the_oldest()
    chores.turn()
    assert ring() is not None
    idle_s = ALL_PAUSE_S
    assert chores.turn() <= ALL_EVERY_S
    assert ring() is None


def test_what_stands_at_the_beginning_is_never_looked_through_again() -> None:
    ring = thrown_away(generation=0)
    leave_the_search_to_us()
    let_it_be_time_for_the_oldest()
    look_through_all()
    assert ring() is not None
    assert gc.get_threshold()[0] == AT_LAST_OBJECTS
