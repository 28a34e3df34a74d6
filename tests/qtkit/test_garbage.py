from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from qtkit.garbage import FIRST_TIDY_MS, TIDY_EVERY_MS, GuiGarbage


class Knot(QObject):
    """A QObject that holds itself."""

    def __init__(self, died_in: list[int]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: died_in.append(threading.get_ident()))


@pytest.fixture
def garbage(qapp: QCoreApplication) -> Iterator[GuiGarbage]:
    made = GuiGarbage()
    yield made
    made.release()
    gc.disable()  # as every test of Qt finds it


def allocate_much() -> None:
    """Make enough containers for the automatic collector to run several times."""
    kept = [[number] for number in range(100_000)]
    assert len(kept) == 100_000


def test_a_worker_that_allocates_never_destroys_a_qobject(garbage: GuiGarbage) -> None:
    died_in: list[int] = []
    Knot(died_in)
    worker = threading.Thread(target=allocate_much)
    worker.start()
    worker.join()
    assert died_in == []
    kept = [[number] for number in range(5000)]  # as many as make a collection due
    garbage.collect()
    assert died_in == [threading.get_ident()]
    assert len(kept) == 5000


def test_nothing_is_collected_at_a_moment_that_is_urgent(garbage: GuiGarbage) -> None:
    died_in: list[int] = []
    urgent = [True]
    garbage.wait_while(lambda: bool(urgent))
    Knot(died_in)
    kept = [[number] for number in range(5000)]
    garbage.collect()
    assert died_in == []
    urgent.clear()
    garbage.collect()
    assert len(died_in) == 1
    assert len(kept) == 5000


def test_what_stood_before_is_not_looked_through_again(garbage: GuiGarbage) -> None:
    assert gc.get_freeze_count() > len(gc.get_objects())
    assert not any(found is Knot for found in gc.get_objects())
    garbage.release()
    assert any(found is Knot for found in gc.get_objects())


def test_released_the_collector_is_pythons_again(garbage: GuiGarbage) -> None:
    assert not gc.isenabled()
    garbage.release()
    assert gc.isenabled()


def test_free_pages_are_given_back_soon_after_the_start_and_then_every_minute(garbage: GuiGarbage) -> None:
    assert garbage._tidy.isActive()
    assert garbage._tidy.interval() == FIRST_TIDY_MS
    garbage.tidy()
    assert garbage._tidy.interval() == TIDY_EVERY_MS
    garbage.release()
    assert not garbage._tidy.isActive()
