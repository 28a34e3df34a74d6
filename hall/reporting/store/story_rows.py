"""Read what happened to one visit, and the visits of a day, for the page that shows a visit's record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select

from contracts.live import FactMessage
from contracts.reporting.story import FoundVisit
from contracts.words.hall import VisitState
from hall.kernel.ids import VisitId
from hall.platform.db.tables.core import fact, visit
from hall.platform.db.writer.fact_rows import read_messages


class SqlStories:
    """Facts by visit, visits by day and number."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_visit(self, visit: VisitId) -> Sequence[FactMessage]:
        """Return the facts of the visit, oldest first."""
        query = select(fact.c.body).where(fact.c.visit == visit).order_by(fact.c.seq)
        return read_messages(self._connection.execute(query).scalars().all())

    def found(self, day: date, ticket: str, limit: int) -> Sequence[FoundVisit]:
        """Return the visits of a day whose number begins so (all for an empty one), in order of issue."""
        columns = (visit.c.id, visit.c.ticket, visit.c.service, visit.c.state, visit.c.counter, visit.c.issued_at)
        query = select(*columns).where(visit.c.service_day == day)
        if ticket:
            query = query.where(visit.c.ticket.startswith(ticket, autoescape=True))
        rows = self._connection.execute(query.order_by(visit.c.issued_at, visit.c.id).limit(limit))
        return [
            FoundVisit(row.id, row.ticket, row.service, VisitState(row.state), row.counter, row.issued_at)
            for row in rows
        ]
