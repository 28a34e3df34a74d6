"""Back-pressure: a fixed number at once and no more, and a place is given back whatever happens."""

from __future__ import annotations

import contextlib
import random

import pytest

from central.errors import BusyError
from central.intake.throttle import PATIENCE_S, Pressure


def test_who_finds_no_place_is_asked_for_patience_and_told_how_long() -> None:
    pressure = Pressure(2, rng=random.Random(1))
    with pressure.held(), pressure.held():
        with pytest.raises(BusyError) as refused, pressure.held():
            pass
        assert (refused.value.status, refused.value.code) == (503, "busy")
        assert PATIENCE_S[0] <= refused.value.retry_after_s <= PATIENCE_S[1]
    with pressure.held():
        assert pressure.turned_away == 1


def test_a_place_is_given_back_after_a_failure() -> None:
    pressure = Pressure(1)
    for _ in range(3):
        with contextlib.suppress(ValueError), pressure.held():
            raise ValueError
    with pressure.held():
        assert pressure.turned_away == 0


def test_a_hall_uploads_two_batches_at_once_and_another_hall_does_not_notice() -> None:
    pressure = Pressure()
    with pressure.uploading("1"), pressure.uploading("1"):
        with pytest.raises(BusyError), pressure.uploading("1"):
            pass
        with pressure.uploading("2"):
            pass
    with pressure.uploading("1"):
        pass


def test_without_a_free_place_no_body_is_read() -> None:
    pressure = Pressure(1)
    with pressure.uploading("1"), pressure.held(), pytest.raises(BusyError), pressure.uploading("2"):
        pass
