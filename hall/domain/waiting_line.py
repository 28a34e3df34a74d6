"""Who waits on one day, kept in rows whose order time does not change, so that nobody ranks them all to find the first.

Of two who wait for the same service in the same lane the one who came first has the larger effective wait, now and
later: only the heads of such rows can be next. Few stand apart: who was sent to the head of the queue, waits for a
counter or an agent, or is held out. A line is copied in a moment, as its rows are shared and never changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from contracts.hall_words import Lane
from hall.domain.calling_rule import waited
from hall.domain.ids import ServiceCode, VisitId
from hall.domain.moment import Moment
from hall.domain.waiting import Waiting


class _RowKey(NamedTuple):
    """Whose order time does not change: one service, one lane, one running of the machine."""

    service: ServiceCode
    lane: Lane
    boot: str


_Place = tuple[int, datetime, VisitId]
"""What orders a row: the monotonic reading from which he ranks; then the time of issue, then the id."""
_Row = tuple[tuple[_Place, Waiting], ...]


class WaitingLine:
    """Everybody who waits on one day."""

    def __init__(self, waiting: Iterable[Waiting] = ()) -> None:
        self._rows: dict[_RowKey, _Row] = {}
        self._apart: dict[VisitId, Waiting] = {}
        in_rows: dict[_RowKey, list[tuple[_Place, Waiting]]] = {}
        for who in waiting:
            if _stands_apart(who):
                self._apart[who.visit] = who
            else:
                in_rows.setdefault(_key(who), []).append((_place(who), who))
        for key, row in in_rows.items():
            self._rows[key] = tuple(sorted(row))

    def __len__(self) -> int:
        return len(self._apart) + sum(map(len, self._rows.values()))

    def __iter__(self) -> Iterator[Waiting]:
        for row in self._rows.values():
            for _, who in row:
                yield who
        yield from self._apart.values()

    def copy(self) -> WaitingLine:
        """Return a line that does not change with this one; as dear as there are rows."""
        line = WaitingLine()
        line._rows, line._apart = self._rows.copy(), self._apart.copy()
        return line

    def add(self, who: Waiting) -> None:
        """Let somebody wait, who does not yet."""
        if _stands_apart(who):
            self._apart[who.visit] = who
            return
        key, entry = _key(who), (_place(who), who)
        row = self._rows.get(key, ())
        at = bisect_left(row, entry[0], key=_place_in)
        self._rows[key] = (*row[:at], entry, *row[at:])

    def drop(self, who: Waiting) -> None:
        """Let somebody wait no more, given as he was added."""
        if _stands_apart(who):
            del self._apart[who.visit]
            return
        key = _key(who)
        row = self._rows[key]
        at = bisect_left(row, _place(who), key=_place_in)
        left = row[:at] + row[at + 1 :]
        if left:
            self._rows[key] = left
        else:
            del self._rows[key]

    def of(self, services: Collection[ServiceCode]) -> list[Waiting]:
        """Return who waits for these services, in any order."""
        found = [who for key, row in self._rows.items() if key.service in services for _, who in row]
        return found + [who for who in self._apart.values() if who.service in services]

    def count(self, services: Collection[ServiceCode]) -> int:
        """Return how many wait for these services."""
        in_rows = sum(len(row) for key, row in self._rows.items() if key.service in services)
        return in_rows + sum(who.service in services for who in self._apart.values())

    @property
    def apart(self) -> Collection[Waiting]:
        """Who must be looked at one by one, in any order."""
        return self._apart.values()

    def rows(self, services: Collection[ServiceCode], now: Moment) -> list[Sequence[Waiting]]:
        """Return all others of these services, each row in the order in which any taker calls it."""
        return [_ordered(key, row, now) for key, row in self._rows.items() if key.service in services]

    def heads(self, services: Collection[ServiceCode], now: Moment) -> list[Waiting]:
        """Return the first of each row."""
        return [_first(key, row, now) for key, row in self._rows.items() if key.service in services]


def _stands_apart(who: Waiting) -> bool:
    bound = who.for_counter is not None or who.for_agent is not None
    return who.goes_first or bound or who.held_until_calls is not None


def _key(who: Waiting) -> _RowKey:
    return _RowKey(who.service, who.lane, who.rank_from.boot)


def _place(who: Waiting) -> _Place:
    return who.rank_from.monotonic_ns, who.issued.at, who.visit


def _place_in(entry: tuple[_Place, Waiting]) -> _Place:
    return entry[0]


# Monotonic readings of another boot say nothing now: who has waited through a restart is ranked by the clock.


def _first(key: _RowKey, row: _Row, now: Moment) -> Waiting:
    return row[0][1] if key.boot == now.boot else min((who for _, who in row), key=_by_clock(now))


def _ordered(key: _RowKey, row: _Row, now: Moment) -> Sequence[Waiting]:
    everybody = [who for _, who in row]
    return everybody if key.boot == now.boot else sorted(everybody, key=_by_clock(now))


def _by_clock(now: Moment) -> Callable[[Waiting], tuple[float, datetime, VisitId]]:
    return lambda who: (-waited(who, now), who.issued.at, who.visit)
