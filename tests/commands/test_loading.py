from __future__ import annotations

import dataclasses

import pytest

from commands import late_methods
from commands.loading import loading


def test_the_methods_of_its_dataclasses_are_written_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataclasses, "_create_fn", dataclasses._create_fn)  # leave this process as it was
    with loading():

        @dataclasses.dataclass
        class Loaded:
            number: int

    assert vars(Loaded)["__eq__"].__module__ == late_methods.__name__
    assert Loaded(1) == Loaded(1)
