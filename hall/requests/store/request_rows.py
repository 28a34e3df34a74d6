"""Requests as figures need them, read by the service day of their registration."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from contracts.words.requests import RequestState
from figures.request_figures import RequestRow
from hall.platform.db.tables.core import visit
from hall.requests.store.tables import request


class SqlRequestRows:
    """Requests of a hall whose days are those of this time zone."""

    def __init__(self, connection: Connection, zone: str) -> None:
        self._connection, self._zone = connection, ZoneInfo(zone)

    def of_days(self, first: date, last: date, service: str | None) -> Sequence[RequestRow]:
        """Return the requests registered from the first to the last day, of one service or of all."""
        query = (
            select(
                request.c.topic, request.c.directorate, func.coalesce(visit.c.service, ""), request.c.state,
                request.c.service_day, request.c.latest, request.c.referred_at, request.c.replied_at,
                request.c.decided_on,
            )
            .outerjoin(visit, visit.c.id == request.c.visit)
            .where(request.c.service_day.between(first, last))
        )  # fmt: skip
        if service is not None:
            query = query.where(visit.c.service == service)
        return [
            RequestRow(
                topic,
                directorate,
                of,
                RequestState(state),
                day,
                latest,
                self._day(referred),
                decided or self._day(replied),
            )
            for topic, directorate, of, state, day, latest, referred, replied, decided in self._connection.execute(
                query
            )
        ]

    def _day(self, at: datetime | None) -> date | None:
        return None if at is None else at.astimezone(self._zone).date()
