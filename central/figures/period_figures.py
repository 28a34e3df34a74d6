"""The centre's figures of a period, of one hall or of all together, read from the roll-ups."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, func, literal, select

from central.store.hall_limit import is_limited
from central.store.tables.rollups import ALL, rollup
from contracts.reporting.figures import FiguresView
from figures.period import Asked, PeriodSlices
from figures.slices import Slice, joined, slice_of
from figures.view import figures_view

K = TypeVar("K")
SPANS: Mapping[str, str] = {"day": "day", "week": "day", "month": "day", "year": "month", "decade": "year"}
"""Which roll-ups a period is put together from; they are its steps too."""
_WHOLES: Mapping[str, str] = {"day": "day", "week": "day", "month": "month", "year": "year", "decade": "year"}
"""The largest roll-ups that a period is made of."""


@dataclass(frozen=True)
class RollupFigures:
    """The figures' source (`web.ports.FigureSource`) over the roll-ups of `hall`; `ALL` stands for all halls."""

    engine: Engine
    hall: str = ALL

    def figures(self, asked: Asked, *, at: datetime) -> FiguresView:
        """Return the figures of the period as they stand in the roll-ups."""
        return figures_view(asked, self.slices(asked), at=at)

    def slices(self, asked: Asked) -> PeriodSlices:
        """Return what the period is made of."""
        with self.engine.connect().execution_options(read_only=True) as connection:
            wholes = self._wholes(connection, asked)
            same = SPANS[asked.period] == _WHOLES[asked.period]
            steps = wholes if same else self._steps(connection, asked)
            return PeriodSlices(
                whole=joined(slice_of(row.total, row.parts) for row in wholes),
                services=self._services(connection, asked),
                steps=merged((row.first, slice_of(row.total)) for row in steps),
            )

    def whole(self, asked: Asked, *, parts: Collection[str] = ()) -> Slice:
        """Return the period as one, with these of its `parts` alone: each costs ten times what the total does."""
        columns = (rollup.c.total, rollup.c.parts) if parts else (rollup.c.total, literal(None).label("parts"))
        where = (*self._within(_WHOLES[asked.period], asked), rollup.c.service == (asked.service or ALL))
        with self.engine.connect().execution_options(read_only=True) as connection:
            rows = connection.execute(select(*columns).where(*where))
            return joined(slice_of(row.total, row.parts, only=parts) for row in rows)

    def _wholes(self, connection: Connection, asked: Asked) -> Sequence[Any]:
        where = (*self._within(_WHOLES[asked.period], asked), rollup.c.service == (asked.service or ALL))
        query = select(rollup.c.first, rollup.c.total, rollup.c.parts).where(*where).order_by(rollup.c.first)
        found: Sequence[Any] = connection.execute(query).all()
        return found

    def _steps(self, connection: Connection, asked: Asked) -> Sequence[Any]:
        where = (*self._within(SPANS[asked.period], asked), rollup.c.service == (asked.service or ALL))
        query = select(rollup.c.first, rollup.c.total).where(*where).order_by(rollup.c.first)
        found: Sequence[Any] = connection.execute(query).all()
        return found

    def _services(self, connection: Connection, asked: Asked) -> dict[str, Slice]:
        where = [*self._within(_WHOLES[asked.period], asked), rollup.c.service != ALL]
        if asked.service:
            where.append(rollup.c.service == asked.service)
        rows = connection.execute(select(rollup.c.service, rollup.c.total).where(*where))
        return merged((row.service, slice_of(row.total)) for row in rows)

    def _within(self, span: str, asked: Asked) -> tuple[ColumnElement[bool], ...]:
        first, last = asked.days
        # Who does not see all halls gets the sum of those that are seen: the total of all is of no single hall.
        of_all = self.hall == ALL and is_limited(self.engine)
        mine = rollup.c.hall != ALL if of_all else rollup.c.hall == self.hall
        return mine, rollup.c.span == span, rollup.c.first.between(first, last)


def halls_totals(engine: Engine, asked: Asked) -> dict[str, Slice]:
    """Return each hall's total of the period, to compare halls; halls without visitors are left out."""
    first, last = asked.days
    where = (
        rollup.c.span == _WHOLES[asked.period],
        rollup.c.first.between(first, last),
        rollup.c.service == (asked.service or ALL),
        rollup.c.hall != ALL,
    )
    with engine.connect().execution_options(read_only=True) as connection:
        query = select(rollup.c.hall, rollup.c.total).where(*where).order_by(rollup.c.hall, rollup.c.first)
        return merged((row.hall, slice_of(row.total)) for row in connection.execute(query))


def halls_visited(engine: Engine, asked: Asked, *, but: Collection[str] = ()) -> int:
    """Return in how many halls, these left out, anybody came in the period."""
    query = select(func.count(rollup.c.hall.distinct())).where(
        rollup.c.span == _WHOLES[asked.period],
        rollup.c.first.between(*asked.days),
        rollup.c.service == (asked.service or ALL),
        rollup.c.hall.not_in((ALL, *but)),
    )
    with engine.connect().execution_options(read_only=True) as connection:
        return connection.execute(query).scalar_one()


def merged(slices: Iterable[tuple[K, Slice]]) -> dict[K, Slice]:
    """Return the slices summed up by their key."""
    found: dict[K, Slice] = {}
    for key, one in slices:
        if key in found:
            found[key].merge(one)
        else:
            found[key] = one
    return found
