"""Full batches mean that a hall catches up."""

from __future__ import annotations

from datetime import timedelta

from central.intake_meter import FULL, IntakeMeter
from tests.central.conftest import NOW


def test_only_full_batches_of_just_now_count() -> None:
    meter = IntakeMeter()
    assert not meter.catching_up(NOW)
    meter.took(FULL - 1, now=NOW)
    assert not meter.catching_up(NOW)
    meter.took(FULL, now=NOW)
    assert meter.catching_up(NOW + timedelta(seconds=1))
    assert not meter.catching_up(NOW + timedelta(seconds=2))
