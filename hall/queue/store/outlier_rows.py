"""Stages whose serving time can hardly be right, found by the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, and_, or_, select

from contracts.words.hall import VisitState
from hall.platform.db.tables.core import stage, visit
from hall.queue.model.marks import BEGUN_LATE
from hall.queue.queries.corrections import EndedStage


class SqlOutliers:
    """Stages of the days that are asked for, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def outliers(self, first: date, last: date, short_s: float, long_s: float) -> Sequence[EndedStage]:
        """Return stages served for less or for longer than that, begun long after the call, or ended by the day."""
        columns = (
            visit.c.id, visit.c.ticket, stage.c.position, stage.c.service, stage.c.state, stage.c.counter,
            stage.c.agent, stage.c.first_called_at, stage.c.begun_at, stage.c.ended_at, stage.c.served_s, stage.c.marks,
        )  # fmt: skip
        served = and_(stage.c.state == VisitState.FINISHED.value, stage.c.begun_at.is_not(None))
        late = stage.c.marks.like(f"%{BEGUN_LATE}%")
        odd = or_(stage.c.served_s < short_s, stage.c.served_s > long_s, late)
        closed = and_(stage.c.state == VisitState.CLOSED_BY_DAY.value, stage.c.begun_at.is_not(None))
        query = (
            select(*columns)
            .join(visit, visit.c.id == stage.c.visit)
            .where(visit.c.service_day.between(first, last), stage.c.ended_at.is_not(None))
            .where(or_(and_(served, odd), closed))
            .order_by(visit.c.service_day.desc(), stage.c.ended_at.desc(), visit.c.id)
        )
        return [
            EndedStage(
                row.id, row.ticket, row.position, row.service, VisitState(row.state), row.counter, row.agent,
                row.first_called_at, row.begun_at, row.ended_at, row.served_s, BEGUN_LATE in (row.marks or ""),
            )
            for row in self._connection.execute(query)
        ]  # fmt: skip
