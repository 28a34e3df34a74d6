"""A ticket in the slot is late by the clock, and gone when the sensor says so."""

from __future__ import annotations

import pytest

from kiosk.printing.ticket_slot import SlotWatch


def test_the_time_counts_from_the_first_sight() -> None:
    slot = SlotWatch().seen("ticket", 5.0).seen("ticket", 14.0)
    assert [slot.late(at, within_s=20.0) for at in (24.9, 25.0)] == [False, True]


@pytest.mark.parametrize("word", ["clear", "none"])
def test_a_slot_that_is_clear_or_has_no_sensor_is_never_late(word: str) -> None:
    slot = SlotWatch().seen("ticket", 0.0).seen(word, 1.0)
    assert slot == SlotWatch()
    assert not slot.late(1e9, within_s=20.0)
