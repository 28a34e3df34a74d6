"""What figures need of each service day: kept where the day has not changed since, else read stage by stage.

Every change of a visit leaves a fact of the visit's service day in the same transaction. So a kept day is current
exactly while the day's newest fact is the one that it was put together at, and a reader finds that out by himself: a
kept day can be missing, never wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, func, select

from contracts.hall_words import VisitState
from dashboard.stage_rows import DayRows, StageColumns, StageRow
from hall.adapters.moment_rows import moment, moment_set, read_readings
from hall.adapters.stage_columns import columns_text, read_columns
from hall.adapters.tables import fact, service_day, stage, visit
from hall.adapters.tables_figures import day_figures
from hall.adapters.upsert import upsert

_NEWEST = select(func.max(fact.c.seq)).where(fact.c.service_day == service_day.c.day).scalar_subquery()
_DAYS: Select[Any] = (
    select(service_day.c.day, _NEWEST.label("newest"), day_figures.c.seq, day_figures.c.zone)
    .outerjoin(day_figures, day_figures.c.service_day == service_day.c.day)
    .order_by(service_day.c.day)
)


class SqlDayFigures:
    """The stages of service days, as the figures' source."""

    def __init__(self, connection: Connection, zone: str) -> None:
        self._connection = connection
        self._zone = zone

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        """Return each service day that there was from the first to the last, oldest first, with its stages."""
        query = _DAYS.add_columns(day_figures.c.stages).where(service_day.c.day.between(first, last))
        found = self._connection.execute(query).all()
        fresh = self._read({row.day for row in found if not self._current(row)})
        return [(row.day, fresh[row.day] if row.day in fresh else read_columns(row.stages)) for row in found]

    def state(self, first: date, last: date) -> tuple[object, ...]:
        """Return the newest fact of each of these days: whatever changes a figure leaves one."""
        query = select(service_day.c.day, _NEWEST).where(service_day.c.day.between(first, last))
        rows = self._connection.execute(query.order_by(service_day.c.day))
        return (self._zone, *(tuple(row) for row in rows))

    def stale(self, before: date) -> Sequence[date]:
        """Return the service days before this one that are not kept as they are now, oldest first."""
        found = self._connection.execute(_DAYS.where(service_day.c.day < before))
        return [row.day for row in found if not self._current(row)]

    def years(self) -> Sequence[int]:
        """Return the years from the newest service day back to the first one."""
        days = select(func.min(service_day.c.day), func.max(service_day.c.day))
        first, last = self._connection.execute(days).one()
        return range(last.year, first.year - 1, -1) if first else ()

    def put_together(self, day: date) -> dict[str, Any]:
        """Return the row of a day as it is now, for `keep`: a reader does it, so that no counter waits."""
        newest = self._connection.execute(select(func.max(fact.c.seq)).where(fact.c.service_day == day)).scalar()
        stages = columns_text(self._read({day})[day])
        return {"service_day": day, "seq": newest or 0, "zone": self._zone, "stages": stages}

    def keep(self, row: dict[str, Any]) -> None:
        """Keep a day as it was put together; for commands on the lane only.

        Of a day that changed in between it is stale at once, as it tells the newest fact that it knows.
        """
        upsert(self._connection, day_figures, row, key=("service_day",))

    def _current(self, row: Row[Any]) -> bool:
        return row.seq is not None and row.seq == (row.newest or 0) and row.zone == self._zone

    def _read(self, days: Collection[date]) -> dict[date, StageColumns]:
        found: dict[date, list[StageRow]] = {day: [] for day in days}
        zone = ZoneInfo(self._zone)
        if days:
            for row in self._connection.execute(_stages_of(days)):
                found[row.service_day].append(_stage_row(row, zone))
        return {day: StageColumns.of(rows) for day, rows in found.items()}


def _stages_of(days: Collection[date]) -> Select[Any]:
    return (
        select(
            visit.c.service_day, visit.c.ticket, visit.c.lane, visit.c.visitor_kind,
            stage.c.position, stage.c.service, stage.c.state, stage.c.counter, stage.c.issued_at,
            stage.c.first_called_at, stage.c.begun_at, stage.c.served_s, stage.c.readings, stage.c.quantity,
        )
        .join(stage, stage.c.visit == visit.c.id)
        .where(visit.c.service_day.in_(sorted(days)))
        .order_by(visit.c.issued_at, visit.c.id, stage.c.position)
    )  # fmt: skip


def _stage_row(row: Row[Any], zone: ZoneInfo) -> StageRow:
    readings = read_readings(row.readings)
    issued = moment_set(row.issued_at, "issued", readings)
    called = moment(row.first_called_at, "first_called", readings)
    begun = moment(row.begun_at, "begun", readings)
    if row.position == 0 and not row.ticket:
        called = None  # a walk-up's call is his begin: he neither waited nor was called
    served = begun is not None and row.state == VisitState.FINISHED.value
    return StageRow(
        row.service,
        row.lane,
        row.visitor_kind or "",
        row.counter,
        issued.at.astimezone(zone).hour,
        row.position == 0,
        round(called.seconds_since(issued), 3) if called else None,
        round(begun.seconds_since(called), 3) if called and begun else None,
        round(row.served_s, 3) if served else None,
        row.state == VisitState.NO_SHOW.value,
        row.quantity or 0,
    )
