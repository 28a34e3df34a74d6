from __future__ import annotations

import dataclasses
import gc
from collections.abc import Iterator

import pytest

from commands import late_methods
from commands.loading import loading


@pytest.fixture(autouse=True)
def _undone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave this process as it was."""
    monkeypatch.setattr(dataclasses, "_create_fn", dataclasses._create_fn)
    yield
    gc.unfreeze()


def test_no_garbage_is_looked_for_while_modules_are_loaded_nor_later_among_them() -> None:
    frozen = gc.get_freeze_count()
    with loading():
        assert not gc.isenabled()
        kept = [[] for _ in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= frozen + len(kept)


def test_a_program_that_collects_by_itself_goes_on_to() -> None:
    gc.disable()
    try:
        with loading():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_cannot_be_loaded_leaves_garbage_collection_on() -> None:
    with pytest.raises(ImportError), loading():
        raise ImportError
    assert gc.isenabled()


def test_the_methods_of_its_dataclasses_are_written_late() -> None:
    with loading():

        @dataclasses.dataclass
        class Loaded:
            number: int

    assert vars(Loaded)["__eq__"].__module__ == late_methods.__name__
    assert Loaded(1) == Loaded(1)
