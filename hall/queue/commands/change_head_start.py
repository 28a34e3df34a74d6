"""Change by how much a lane is ahead of the standard one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Lane
from hall.kernel.moment import Moment
from hall.kernel.ports import ChangesSettings, HasSettings

MOST_MIN = 240


@dataclass(frozen=True)
class ChangeHeadStart:
    """Let `lane` be ahead by `minutes` (0 to 240); `by` is the hall head or administrator."""

    lane: Lane
    minutes: int
    by: str


class ChangeHeadStartWork(ChangesSettings, HasSettings, Protocol):
    """What changing a head start reads and writes: the hall's settings."""


def change_head_start(command: ChangeHeadStart, *, work: ChangeHeadStartWork, now: Moment) -> None:  # noqa: ARG001  # asked alike
    """Store the changed set-up with a fact; who waits is ranked by it from now on."""
    before = work.settings.head_starts_s
    starts = {**before, command.lane: command.minutes * 60}
    if starts != before:
        work.change_settings({"head_starts_s": starts}, command.by)
