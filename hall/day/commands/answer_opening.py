"""Take in how a device did its test for the check that is under way."""

from __future__ import annotations

from dataclasses import replace

from hall.day.model.opening_ports import HasOpenings
from hall.kernel.ids import DeviceId


def answer_opening(device: DeviceId, trouble: str, *, work: HasOpenings) -> None:
    """Remember the device's answer (`trouble` empty where the test went well); a later answer replaces an earlier one.

    Without a check under way there is nothing to remember.
    """
    check = work.openings.newest()
    if check is not None and check.ended_at is None and check.answered.get(device) != trouble:
        work.openings.save(replace(check, answered={**check.answered, device: trouble}))
