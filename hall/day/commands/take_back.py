"""Take back an arrangement: what stood before holds again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.calendar.facts import ArrangementTakenBack
from hall.calendar.refusals import ArrangementUnknownError
from hall.kernel.moment import Moment
from hall.kernel.ports import ChangesSettings, HasSettings, RecordsFacts


@dataclass(frozen=True)
class TakeBack:
    """Take back `arrangement`; `by` is the hall head or administrator."""

    arrangement: str
    by: str


class TakeBackWork(ChangesSettings, HasSettings, RecordsFacts, Protocol):
    """What taking an arrangement back reads and writes: the hall's settings."""


def take_back(command: TakeBack, *, work: TakeBackWork, now: Moment) -> None:  # noqa: ARG001  # every use case is asked alike
    """End the arrangement, whenever it was made; one about the same that it covered holds again."""
    standing = work.settings.arrangements
    ended = next((one for one in standing if one.id == command.arrangement), None)
    if ended is None:
        raise ArrangementUnknownError(f"no arrangement {command.arrangement[:40]} is in force")
    work.arrange(tuple(one for one in standing if one is not ended), command.by)
    work.record(ArrangementTakenBack(ended.id, ended.kind, command.by))
