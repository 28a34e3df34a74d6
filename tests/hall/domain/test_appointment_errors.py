"""Refusals about appointments are the engine's."""

from __future__ import annotations

from hall.domain import appointment_errors
from hall.domain.errors import HallError


def test_they_are_refusals_of_the_engine_with_a_sentence():
    ours = [
        cls
        for cls in vars(appointment_errors).values()
        if isinstance(cls, type) and cls.__module__ == appointment_errors.__name__
    ]
    assert len(ours) >= 7
    assert all(issubclass(cls, HallError) and cls.__doc__ for cls in ours)
    assert appointment_errors.AppointmentEarlyError("said so").detail == "said so"
