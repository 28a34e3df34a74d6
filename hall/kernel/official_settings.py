"""An official who receives by appointment: his week, when he is away, and which slots that makes; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hall.kernel.ids import AgentId, ServiceCode

SHORTEST_MIN, LONGEST_MIN = 5, 240
"""Minutes of a slot."""


@dataclass(frozen=True)
class Span:
    """A part of a day, local times; a slot lies whole within it."""

    first: time
    last: time


@dataclass(frozen=True)
class Absence:
    """Days, first to last inclusive, on which he receives nobody."""

    first: date
    last: date


@dataclass(frozen=True)
class Official:
    """An agent whom visitors see by appointment, at a counter (a room) of his own.

    `service` is his alone: only his room serves it, so that nobody else calls his visitors.
    """

    code: str
    names: Mapping[str, str]
    agent: AgentId
    service: ServiceCode
    weekly: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    """By ISO weekday (1 Monday … 7 Sunday); a day that is missing is one without visitors."""
    slot_min: int = 20
    away: tuple[Absence, ...] = ()

    def is_away(self, day: date) -> bool:
        """Return whether he receives nobody on this day though the week says so."""
        return any(one.first <= day <= one.last for one in self.away)

    def slots(self, day: date, zone: str) -> Sequence[datetime]:
        """Return the slots of a day, aware UTC, whatever the hall's own hours say."""
        if self.is_away(day):
            return ()
        here = ZoneInfo(zone)
        return [at for span in self.weekly.get(day.isoweekday(), ()) for at in self._within(span, day, here)]

    def _within(self, span: Span, day: date, here: ZoneInfo) -> Iterator[datetime]:
        length = timedelta(minutes=self.slot_min)
        at = datetime.combine(day, span.first, here)
        end = datetime.combine(day, span.last, here)
        while at + length <= end:
            yield at.astimezone(UTC)
            at += length

    def absent(self, absence: Absence) -> Official:
        """Return him away on these days too, the absences in their order; one that begins as early has a new end."""
        others = self.present(absence.first).away
        return replace(self, away=tuple(sorted((*others, absence), key=lambda one: one.first)))

    def present(self, first: date) -> Official:
        """Return him without the absence that begins on this day."""
        return replace(self, away=tuple(one for one in self.away if one.first != first))
