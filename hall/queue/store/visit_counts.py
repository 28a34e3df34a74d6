"""How many tickets of a day count against each service's quota."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from contracts.words.hall import Lane, VisitState
from hall.kernel.ids import ServiceCode
from hall.platform.db.tables.core import stage, visit

_GIVEN = (
    select(stage.c.service, func.count())
    .join(visit, (stage.c.visit == visit.c.id) & (stage.c.position == 0))
    .where(
        visit.c.service_day == bindparam("day"),
        visit.c.number.is_not(None),
        visit.c.carried_from.is_(None),
        visit.c.lane != Lane.APPOINTMENT.value,
        visit.c.state != VisitState.CANCELLED.value,
    )
    .group_by(stage.c.service)
)


def tickets_given(connection: Connection, day: date) -> Mapping[ServiceCode, int]:
    """Return the day's tickets by the service they were given for; cancelled, booked and carried-over ones left out."""
    return {ServiceCode(service): count for service, count in connection.execute(_GIVEN, {"day": day})}
