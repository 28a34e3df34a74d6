"""The deliveries of reports, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from hall.platform.db.upsert import upsert
from hall.reporting.model.report_ports import Delivery, DeliveryState
from hall.reporting.store.tables import report_delivery
from hall.settings.model.report_plan import DeliveryMethod

_OPEN = (DeliveryState.DUE.value, DeliveryState.FAILING.value, DeliveryState.SENDING.value)


class SqlDeliveries:
    """The deliveries of the reports."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, report: str, first: date, way: DeliveryMethod) -> Delivery | None:
        """Return one, or None when it was never tried."""
        table = report_delivery.c
        query = select(report_delivery).where(table.report == report, table.first == first, table.way == way.value)
        return _delivery(self._connection.execute(query).first())

    def newest(self, report: str, way: DeliveryMethod) -> Delivery | None:
        """Return that of the newest period, or None."""
        table = report_delivery.c
        query = select(report_delivery).where(table.report == report, table.way == way.value)
        return _delivery(self._connection.execute(query.order_by(table.first.desc()).limit(1)).first())

    def begun(self, report: str, way: DeliveryMethod) -> date | None:
        """Return the first day of the oldest period that was ever to leave, or None."""
        table = report_delivery.c
        query = select(func.min(table.first)).where(table.report == report, table.way == way.value)
        found: date | None = self._connection.execute(query).scalar()
        return found

    def unsent(self) -> Sequence[Delivery]:
        """Return all that are due, failing or were being sent, oldest period first."""
        query = select(report_delivery).where(report_delivery.c.state.in_(_OPEN)).order_by(report_delivery.c.first)
        return [one for row in self._connection.execute(query) if (one := _delivery(row)) is not None]

    def save(self, delivery: Delivery) -> None:
        """Store one; another state of the same is replaced."""
        values = {**asdict(delivery), "way": delivery.way.value, "state": delivery.state.value}
        upsert(self._connection, report_delivery, values, key=("report", "first", "way"))


def _delivery(row: Row[Any] | None) -> Delivery | None:
    if row is None:
        return None
    state, way = DeliveryState(row.state), DeliveryMethod(row.way)
    return Delivery(row.report, row.first, way, state, row.tries, row.at, row.next_at, row.why)
