"""Follow what a printer says of its paper: the roll learns from the near-end sensor and from its end."""

from __future__ import annotations

from typing import Protocol

from hall.calendar.facts import PaperChanged
from hall.devices.model.print_ports import HasPapers
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts

OUT, LOW, OK = "out", "low", "ok"


class WatchPaperWork(HasPapers, RecordsFacts, Protocol):
    """What watching the roll reads and writes."""


def watch_paper(device: DeviceId, paper: str | None, *, work: WatchPaperWork, now: Moment) -> None:
    """Process the state of the paper that a device reports.

    Paper after its end means a new roll, even where nobody said so by the device's own steps: that leaves a fact too.
    Low and then in order again is no new roll: near-end sensors waver.
    """
    if paper not in {OUT, LOW, OK}:
        return
    before = work.papers.roll(device)
    roll = before
    if paper == OUT:
        roll = roll.saw_end()
    elif roll.ended:
        work.record(PaperChanged(device, None, roll.tickets, roll.used_mm, None))
        roll = roll.changed(now.at, None)
    if paper == LOW:
        roll = roll.saw_low()
    if roll != before:
        work.papers.save(roll)
