"""Take in that a device has done its test for the check that is under way."""

from __future__ import annotations

from dataclasses import replace

from hall.application.ports import Work
from hall.domain.ids import DeviceId
from hall.domain.moment import Moment


def answer_opening(device: DeviceId, *, work: Work, now: Moment) -> None:
    """Remember the device's answer; without a check under way there is nothing to remember."""
    check = work.openings.newest()
    if check is not None and check.ended_at is None and device not in check.answered:
        work.openings.save(replace(check, answered={**check.answered, device: now.at}))
