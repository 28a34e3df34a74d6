"""A hall's past days as a staffing plan needs them, from stages, facts of breaks and counter sessions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, select

from contracts.words.hall import VisitState
from hall.calendar.facts import BreakEnded
from hall.calendar.service_day import DayState
from hall.kernel.facts import kind_of
from hall.platform.db.moment_rows import moment, read_readings
from hall.platform.db.tables.core import counter_session, fact, service_day, stage, visit
from hall.waits.queries.plan import PastNeed


class SqlPlanDays:
    """Closed service days, who came on them, how long each kept a counter, and how long agents were away."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def needs(self, first: date, last: date) -> Sequence[PastNeed]:
        """Return every stage of the closed service days from the first to the last."""
        columns = (
            visit.c.service_day, stage.c.service, stage.c.state, stage.c.issued_at, stage.c.called_at,
            stage.c.first_called_at, stage.c.begun_at, stage.c.ended_at, stage.c.served_s, stage.c.readings,
        )  # fmt: skip
        query = select(*columns).join(stage, stage.c.visit == visit.c.id)
        rows = self._connection.execute(query.where(visit.c.service_day.between(first, last)))
        return [PastNeed(row.service_day, row.service, row.issued_at, _counter_s(row)) for row in rows]

    def closed_days(self, first: date, last: date) -> Sequence[date]:
        """Return the closed service days, oldest first."""
        query = select(service_day.c.day).where(
            service_day.c.day.between(first, last), service_day.c.state == DayState.CLOSED.value
        )
        return list(self._connection.execute(query.order_by(service_day.c.day)).scalars())

    def breaks(self, first: date, last: date) -> tuple[float, float]:
        """Return the seconds on breaks and the seconds signed in of these days."""
        ended = select(fact.c.body).where(fact.c.kind == kind_of(BreakEnded), fact.c.service_day.between(first, last))
        away_s = sum(json.loads(body)["detail"]["length_s"] for body in self._connection.execute(ended).scalars())
        begins, ends = (datetime.combine(day, time.min, UTC) for day in (first, last + timedelta(days=1)))
        sessions = select(counter_session.c.signed_in_at, counter_session.c.signed_out_at).where(
            counter_session.c.signed_in_at.between(begins, ends), counter_session.c.signed_out_at.is_not(None)
        )
        rows = self._connection.execute(sessions)
        signed_in_s = sum((row.signed_out_at - row.signed_in_at) / timedelta(seconds=1) for row in rows)
        return float(away_s), float(signed_in_s)


def _counter_s(row: Any) -> float | None:  # noqa: ANN401 - a row of the query above
    """Return how long the stage kept a counter: call to end of who came, or of who did not."""
    if row.first_called_at is None:
        return None
    readings = read_readings(row.readings)
    called, begun = moment(row.first_called_at, "first_called", readings), moment(row.begun_at, "begun", readings)
    if row.state == VisitState.FINISHED.value and called and begun:
        return round(begun.seconds_since(called) + float(row.served_s), 3)
    ended, again = moment(row.ended_at, "ended", readings), moment(row.called_at, "called", readings)
    if row.state == VisitState.NO_SHOW.value and ended and again:
        return round(ended.seconds_since(again), 3)
    return None
