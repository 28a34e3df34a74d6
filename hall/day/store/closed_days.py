"""How each day stood when it was closed, and which of them have changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, exists, select

from figures.revisions import ClosedDay
from figures.stage_rows import StageRow
from hall.platform.db.tables.core import fact
from hall.platform.db.tables.trust import closed_figures
from hall.platform.db.upsert import upsert
from hall.platform.db.writer.fact_rows import last_fact
from hall.queue.model.corrections.facts import CHANGE_FIGURES
from hall.queue.store.stage_rows import SqlStageRows

_CHANGED = exists().where(
    fact.c.service_day == closed_figures.c.service_day,
    fact.c.seq > closed_figures.c.seq,
    fact.c.kind.in_(sorted(CHANGE_FIGURES)),
)


class SqlClosedDays:
    """Days as they were closed, over one connection."""

    def __init__(self, connection: Connection, figures: SqlStageRows) -> None:
        self._connection = connection
        self._figures = figures

    def keep(self, day: date, at: datetime) -> None:
        """Store the figures of the day as they are now; a day that was opened again replaces its stored figures."""
        found = dict(self._figures.days(day, day))
        values = {
            "service_day": day,
            "seq": last_fact(self._connection),
            "closed_at": at,
            "stages": json.dumps(found[day]),
        }
        upsert(self._connection, closed_figures, values, key=("service_day",))

    def changed(self, first: date, last: date) -> Mapping[date, ClosedDay]:
        """Return the days with facts after their close that may have changed a figure."""
        query = select(closed_figures).where(closed_figures.c.service_day.between(first, last), _CHANGED)
        rows = self._connection.execute(query.order_by(closed_figures.c.service_day))
        return {row.service_day: ClosedDay(row.closed_at, _stages(row.stages)) for row in rows}


def _stages(stored: str) -> list[StageRow]:
    return [StageRow._make(values) for values in json.loads(stored)]
