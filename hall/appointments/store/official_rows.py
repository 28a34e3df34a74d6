"""Appointments with officials as figures need them, read by the day of their slot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, select

from contracts.words.hall import VisitState
from figures.official_figures import OfficialRow
from hall.platform.db.tables.core import stage, visit
from hall.platform.db.tables.visitors import appointment


class SqlOfficialRows:
    """Appointments with officials; the visit that one became is read with its first stage, which is with him."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_days(self, first: date, last: date, service: str | None) -> Sequence[OfficialRow]:
        """Return those whose slot lies on the first to the last day, of one official's service or of all."""
        became = appointment.outerjoin(visit, visit.c.id == appointment.c.visit)
        joined = became.outerjoin(stage, and_(stage.c.visit == visit.c.id, stage.c.position == 0))
        here = (appointment.c.official.is_not(None), appointment.c.service_day.between(first, last))
        query = select(
            appointment.c.official, appointment.c.slot_at, appointment.c.cancelled_at, visit.c.state,
            stage.c.issued_at, stage.c.first_called_at, stage.c.begun_at,
        ).select_from(joined).where(*here)  # fmt: skip
        if service is not None:
            query = query.where(appointment.c.service == service)
        return [_read(row) for row in self._connection.execute(query)]


def _read(row: Any) -> OfficialRow:  # noqa: ANN401 - a row of the query above
    return OfficialRow(
        official=row.official,
        slot=row.slot_at,
        cancelled=row.cancelled_at is not None or row.state == VisitState.CANCELLED.value,
        came=row.state is not None,
        met=row.begun_at is not None,
        missed=row.state == VisitState.NO_SHOW.value,
        wait_s=_wait_s(row.slot_at, row.issued_at, row.first_called_at),
    )


def _wait_s(slot: datetime, issued: datetime | None, called: datetime | None) -> float | None:
    if called is None or issued is None:
        return None
    return max(0.0, round((called - max(slot, issued)).total_seconds(), 1))
