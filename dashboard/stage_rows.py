"""One stage as figures need it, and who gives them: a hall its own, the centre those of all halls."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import NamedTuple, Protocol


class StageRow(NamedTuple):
    """One stage of a visit."""

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
    done: int | None = None
    """How many transactions were done in it, none before it ended with an outcome; None where nobody tells."""


@dataclass(frozen=True, slots=True)
class StageColumns:
    """Many stages, each field as one list: a year is ten thousand, and as many objects would keep the hall busy."""

    service: list[str]
    lane: list[str]
    visitor_kind: list[str]
    counter: list[int | None]
    hour: list[int]
    first: list[bool]
    waited_s: list[float | None]
    begin_s: list[float | None]
    served_s: list[float | None]
    no_show: list[bool]
    done: list[int | None]

    @classmethod
    def of(cls, rows: Iterable[StageRow]) -> StageColumns:
        """Return these stages."""
        lists = list(map(list, zip(*rows, strict=True))) or [[] for _ in StageRow._fields]
        return cls(*lists)

    @classmethod
    def joined(cls, parts: Iterable[StageColumns]) -> StageColumns:
        """Return all stages of these, one after the other."""
        whole = cls.of([])
        for part in parts:
            for name in StageRow._fields:
                getattr(whole, name).extend(getattr(part, name))
        return whole

    def chosen(self, which: Sequence[bool]) -> StageColumns:
        """Return those of the stages for which `which` says so."""
        return StageColumns(*(list(compress(getattr(self, name), which)) for name in StageRow._fields))

    def rows(self) -> list[StageRow]:
        """Return the stages one by one."""
        lists = (getattr(self, name) for name in StageRow._fields)
        return list(map(StageRow._make, zip(*lists, strict=True)))

    def __len__(self) -> int:
        return len(self.service)


DayRows = tuple[date, StageColumns]


class StageSource(Protocol):
    """Gives the stages of service days."""

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        """Return each service day that there was from the first to the last, oldest first, with its stages."""
        ...


class KeptStages(StageSource, Protocol):
    """Stages of which can be said at once whether they are still the same."""

    def state(self, first: date, last: date) -> Hashable:
        """Return something that is equal as long as `days` would answer alike, and costs much less."""
        ...
