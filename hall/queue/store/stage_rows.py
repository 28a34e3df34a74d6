"""The stages of service days as figures need them, read from the hall's own visits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, func, select

from figures.stage_rows import DayRows, StageRow, stage_row
from hall.platform.db.moment_rows import moment, moment_set, read_readings
from hall.platform.db.tables.core import fact, service_day, stage, visit

_NEWEST = select(func.max(fact.c.seq)).where(fact.c.service_day == service_day.c.day).scalar_subquery()


class SqlStageRows:
    """The stages of service days, over one connection; hours are those of the time zone."""

    def __init__(self, connection: Connection, zone: str) -> None:
        self._connection = connection
        self._zone = zone

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        """Return each service day that there was from the first to the last, oldest first, with its stages."""
        found: dict[date, list[StageRow]] = {day: [] for day in self._service_days(first, last)}
        zone = ZoneInfo(self._zone)
        for row in self._connection.execute(_stages_between(first, last)):
            found[row.service_day].append(_stage_row(row, zone))
        return list(found.items())

    def any_day(self, first: date, last: date) -> bool:
        """Return whether there was a service day from the first to the last."""
        return bool(self._service_days(first, last))

    def state(self, first: date, last: date) -> tuple[object, ...]:
        """Return the newest fact of each of these days: whatever changes a figure leaves one."""
        query = select(service_day.c.day, _NEWEST).where(service_day.c.day.between(first, last))
        rows = self._connection.execute(query.order_by(service_day.c.day))
        return (self._zone, *(tuple(row) for row in rows))

    def _service_days(self, first: date, last: date) -> Sequence[date]:
        query = select(service_day.c.day).where(service_day.c.day.between(first, last)).order_by(service_day.c.day)
        return self._connection.execute(query).scalars().all()


def _stages_between(first: date, last: date) -> Select[Any]:
    return (
        select(
            visit.c.service_day, visit.c.ticket, visit.c.lane, visit.c.visitor_kind,
            stage.c.position, stage.c.service, stage.c.state, stage.c.counter, stage.c.issued_at,
            stage.c.first_called_at, stage.c.begun_at, stage.c.served_s, stage.c.readings, stage.c.quantity,
        )
        .join(stage, stage.c.visit == visit.c.id)
        .join(service_day, service_day.c.day == visit.c.service_day)
        .where(visit.c.service_day.between(first, last))
        .order_by(visit.c.issued_at, visit.c.id, stage.c.position)
    )  # fmt: skip


def _stage_row(row: Row[Any], zone: ZoneInfo) -> StageRow:
    """Return the row in the whole seconds that the hall sends to the centre (`hall.queue.queries.visit_record`)."""
    readings = read_readings(row.readings)
    issued = moment_set(row.issued_at, "issued", readings)
    called = moment(row.first_called_at, "first_called", readings)
    begun = moment(row.begun_at, "begun", readings)
    return stage_row(
        service=row.service,
        lane=row.lane,
        visitor_kind=row.visitor_kind,
        counter=row.counter,
        hour=issued.at.astimezone(zone).hour,
        first=row.position == 0,
        walk_up=not row.ticket,
        state=row.state,
        waiting_s=round(called.seconds_since(issued)) if called else None,
        time_to_begin_s=round(begun.seconds_since(called)) if called and begun else None,
        serving_s=round(row.served_s) if begun else None,
        transactions=row.quantity or 0,
    )
