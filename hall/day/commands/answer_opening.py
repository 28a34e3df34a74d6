"""Store a device's result for the opening check that is running."""

from __future__ import annotations

from dataclasses import replace

from hall.day.model.opening_ports import HasOpenings
from hall.kernel.ids import DeviceId


def answer_opening(device: DeviceId, trouble: str, *, work: HasOpenings) -> None:
    """Store the device's answer; `trouble` is empty if its test succeeded. A later answer replaces an earlier one.

    Without a running check it stores nothing.
    """
    check = work.openings.newest()
    if check is not None and check.ended_at is None and check.answered.get(device) != trouble:
        work.openings.save(replace(check, answered={**check.answered, device: trouble}))
