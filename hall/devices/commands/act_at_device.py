"""Take note of what somebody did at a device: who, what and when, as facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import NO_SOUND, DeviceAct
from hall.calendar.facts import PaperChanged, StaffActed
from hall.day.commands.answer_opening import answer_opening
from hall.day.model.opening_ports import HasOpenings
from hall.devices.commands.record_print import RecordPrintWork, settle_prints
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment

_TEST_ENDED = {
    DeviceAct.TEST_PRINTED: "",
    DeviceAct.TEST_SPOKEN: "",
    DeviceAct.TEST_UNSPOKEN: NO_SOUND,
    DeviceAct.TEST_MUTED: "muted",
}
"""What was wrong with the test of a device, by what it says."""


@dataclass(frozen=True)
class ActAtDevice:
    """`by` is the name that goes with the PIN; `took_s` how long it took, from opening the menu's step to its end."""

    device: DeviceId
    act: DeviceAct
    by: str | None = None
    took_s: int | None = None


class ActAtDeviceWork(RecordPrintWork, HasOpenings, Protocol):
    """What an act at a device reads and writes: its roll, its tickets, its test in the opening check."""


def act_at_device(command: ActAtDevice, *, work: ActAtDeviceWork, now: Moment) -> None:
    """Record the act; a start settles the attempts to print that the end before it cut off."""
    match command.act:
        case DeviceAct.STARTED:
            settle_prints(command.device, work=work, now=now)
        case DeviceAct.PAPER_CHANGED:
            roll = work.papers.roll(command.device)
            work.record(PaperChanged(command.device, command.by, roll.tickets, roll.used_mm, command.took_s))
            work.papers.save(roll.changed(now.at, command.by))
        case act if act in _TEST_ENDED:
            answer_opening(command.device, _TEST_ENDED[act], work=work)
            work.record(StaffActed(command.device, command.by, command.act.value))
        case _:
            work.record(StaffActed(command.device, command.by, command.act.value))
