"""How many requests of a period were referred, or decided in the hall, within their time: by hall and altogether."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Engine, Select, func, select

from central.requests.requests import WITHDRAWN, sums
from central.store.tables.halls import request, request_month
from figures.percentiles import share
from figures.period import Asked

BY_DAY = frozenset({"day", "week"})
"""Periods that do not consist of whole months."""


@dataclass(frozen=True)
class Referred:
    """Requests registered in a period.

    All, those settled by now (referred, or decided in the hall), those settled by their latest date, those decided in
    the hall, and those whose latest date has passed unsettled.
    """

    came: int = 0
    settled: int = 0
    on_time: int = 0
    decided: int = 0
    overdue: int = 0

    def __add__(self, other: Referred) -> Referred:
        return Referred(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    @property
    def on_time_share(self) -> float | None:
        """Return the share settled in time of those settled or overdue, in percent; None where there are none."""
        return share(self.on_time, self.settled + self.overdue)


def referred(engine: Engine, asked: Asked, *, today: date) -> Mapping[str, Referred]:
    """Return the requests of the period by hall; a hall that registered none is left out."""
    first, last = asked.days
    late = (
        select(request.c.hall, func.count().label("many"))
        .where(request.c.settled_on.is_(None), request.c.latest < today, request.c.service_day.between(first, last))
        .where(request.c.state != WITHDRAWN)
        .group_by(request.c.hall)
    )
    with engine.connect().execution_options(read_only=True) as connection:
        overdue = {row.hall: row.many for row in connection.execute(late)}
        rows = connection.execute(_query(asked)).all()
    return {
        hall: Referred(int(came), int(settled), int(on_time), int(decided), overdue.get(hall, 0))
        for hall, came, settled, on_time, decided in rows
    }


def _query(asked: Asked) -> Select[Any]:
    if asked.period in BY_DAY:
        of_days = select(request.c.hall, *sums()).where(request.c.service_day.between(*asked.days))
        return of_days.group_by(request.c.hall)
    added = [func.sum(request_month.c[name]) for name in ("came", "settled", "on_time", "decided")]
    of_months = select(request_month.c.hall, *added).where(request_month.c.month.between(*asked.days))
    return of_months.group_by(request_month.c.hall)
