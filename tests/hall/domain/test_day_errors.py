"""Refusals about the service day are the engine's."""

from __future__ import annotations

from hall.domain import day_errors
from hall.domain.errors import HallError


def test_they_are_refusals_of_the_engine_with_a_sentence():
    classes = [cls for cls in vars(day_errors).values() if isinstance(cls, type)]
    ours = [cls for cls in classes if cls.__module__ == day_errors.__name__]
    assert len(ours) >= 7
    assert all(issubclass(cls, HallError) and cls.__doc__ for cls in ours)
    assert day_errors.DayClosedError("said so").detail == "said so"
