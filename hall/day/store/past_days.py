"""Service days that are over, in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from contracts.words.hall import VisitState
from hall.calendar.ports import CalledStage
from hall.kernel.ids import ServiceCode
from hall.platform.db.moment_rows import moment_set, read_readings
from hall.platform.db.tables.core import service_day, stage, visit

_WALK_UP = (stage.c.position == 0) & (func.coalesce(visit.c.ticket, "") == "")


class SqlPastDays:
    """Service days that are over."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def before(self, day: date) -> tuple[date, str | None] | None:
        """Return the last service day before this one and who closed it; None where there was none."""
        query = select(service_day.c.day, service_day.c.closed_by).where(service_day.c.day < day)
        row = self._connection.execute(query.order_by(service_day.c.day.desc()).limit(1)).first()
        return None if row is None else (row.day, row.closed_by)

    def states(self, day: date) -> Mapping[VisitState, int]:
        """Return how many visits of the day ended in each state."""
        query = select(visit.c.state, func.count().label("many")).where(visit.c.service_day == day)
        rows = self._connection.execute(query.group_by(visit.c.state))
        return {VisitState(row.state): row.many for row in rows}

    def called(self, day: date) -> Sequence[CalledStage]:
        """Return every stage of the day that was called, in order of issue; a walk-up's call is his begin: no wait."""
        query = (
            select(stage.c.service, stage.c.position, stage.c.issued_at, stage.c.first_called_at, stage.c.readings)
            .join(visit, visit.c.id == stage.c.visit)
            .where(visit.c.service_day == day, stage.c.first_called_at.is_not(None), ~_WALK_UP)
            .order_by(stage.c.issued_at, stage.c.visit, stage.c.position)
        )
        found = []
        for row in self._connection.execute(query):
            readings = read_readings(row.readings)
            issued = moment_set(row.issued_at, "issued", readings)
            called = moment_set(row.first_called_at, "first_called", readings)
            found.append(CalledStage(ServiceCode(row.service), row.position == 0, issued, called))
        return found
