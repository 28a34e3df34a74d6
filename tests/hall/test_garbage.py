"""Garbage is looked for in the pauses of the hall, and in a long one everywhere."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from hall.garbage import (
    AT_LAST_OBJECTS,
    LONG_PAUSE_S,
    NO_LONG_PAUSE_S,
    PAUSE_S,
    WORTH_IT_OBJECTS,
    GarbageInPauses,
)


class Ring:
    """A thing that holds itself: only a search finds that nobody else does."""

    def __init__(self) -> None:
        self.itself = self
        self.much: list[list[int]] = [[] for _ in range(2 * WORTH_IT_OBJECTS)]


class Watch:
    """Seconds by hand: what the clock shows, and for how long the hall has had nothing to do."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.idle_s = 0.0

    def garbage(self) -> GarbageInPauses:
        return GarbageInPauses(lambda: self.idle_s, clock_s=lambda: self.now_s)


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


def test_what_is_new_is_looked_through_in_a_pause() -> None:
    watch, ring = Watch(), thrown_away(generation=0)
    watch.idle_s = PAUSE_S
    assert watch.garbage().look() == 0
    assert ring() is None


def test_nobody_looks_while_the_hall_has_something_to_do() -> None:
    watch, ring = Watch(), thrown_away(generation=0)
    watch.idle_s = PAUSE_S / 2
    assert watch.garbage().look() is None
    assert ring() is not None


def test_few_new_objects_are_not_worth_a_search() -> None:
    watch = Watch()
    watch.idle_s = LONG_PAUSE_S
    assert watch.garbage().look() is None


def test_all_is_looked_through_in_a_long_pause_only() -> None:
    watch = Watch()
    garbage, ring = watch.garbage(), thrown_away(generation=2)
    let_it_be_time_for_the_oldest()
    watch.idle_s = PAUSE_S
    garbage.look()
    assert ring() is not None
    watch.idle_s = LONG_PAUSE_S
    assert garbage.look() == 2
    assert ring() is None


def test_without_a_long_pause_all_is_looked_through_at_last() -> None:
    watch = Watch()
    garbage, ring = watch.garbage(), thrown_away(generation=2)
    let_it_be_time_for_the_oldest()
    watch.now_s += NO_LONG_PAUSE_S
    watch.idle_s = PAUSE_S
    assert garbage.look() == 2
    assert ring() is None


def test_what_stands_at_the_beginning_is_never_looked_through_again() -> None:
    watch, ring = Watch(), thrown_away(generation=0)
    garbage = watch.garbage()
    garbage.begin()
    let_it_be_time_for_the_oldest()
    watch.idle_s = LONG_PAUSE_S
    assert garbage.look() == 2
    assert ring() is not None
    assert gc.get_threshold()[0] == AT_LAST_OBJECTS
