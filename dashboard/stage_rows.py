"""One stage as figures need it, and who gives them: a hall its own, the centre those of all halls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol


class StageRow(NamedTuple):
    """One stage of a visit; a year of a hall is ten thousand of them, so it is as light as can be."""

    service: str
    lane: str
    visitor_kind: str
    """Empty where nobody asked."""
    counter: int | None
    hour: int
    """The hall's local hour in which the stage began to wait."""
    first: bool
    """Whether it is the visit's first stage: only those come to the hall."""
    waited_s: float | None
    """Issue (or transfer) to the first call; None while nobody called, and for a walk-up, who never waited."""
    begin_s: float | None
    """First call to begin; None while nobody came, and for a walk-up."""
    served_s: float | None
    """Begin to finish without the time parked; None while it is not finished, and where nothing was measured."""
    no_show: bool


DayRows = tuple[date, Sequence[StageRow]]


class FigureSource(Protocol):
    """Gives the stages of service days."""

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        """Return each service day that there was from the first to the last, oldest first, with its stages."""
        ...
