"""Change by how much a lane is ahead of the standard one."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_words import Lane
from hall.application.ports import Work
from hall.domain.moment import Moment

MOST_MIN = 240


@dataclass(frozen=True)
class ChangeHeadStart:
    """Let `lane` be ahead by `minutes` (0 to 240); `by` is the hall head or administrator."""

    lane: Lane
    minutes: int
    by: str


def change_head_start(command: ChangeHeadStart, *, work: Work, now: Moment) -> None:  # noqa: ARG001  # asked alike
    """Store the changed set-up with a fact; who waits is ranked by it from now on."""
    before = work.settings.head_starts_s
    starts = {**before, command.lane: command.minutes * 60}
    if starts != before:
        work.change_settings({"head_starts_s": starts}, command.by)
