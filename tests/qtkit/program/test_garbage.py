from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from qtkit.program.garbage import GuiGarbage, collect_due


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
    collect_due()
    assert died_in == [threading.get_ident()]
    assert len(kept) == 5000


@pytest.mark.parametrize("before", [True, False])
def test_released_the_collector_is_as_it_was_found(qapp: QCoreApplication, before: bool) -> None:
    if before:
        gc.enable()
    try:
        garbage = GuiGarbage()
        assert not gc.isenabled()
        garbage.release()
        assert gc.isenabled() is before
    finally:
        gc.disable()  # as every test of Qt finds it
