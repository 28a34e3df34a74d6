"""Appointments in the database, as a port of the application."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from hall.adapters.tables_visitors import appointment
from hall.adapters.upsert import upsert
from hall.domain.appointment import Appointment
from hall.domain.ids import ServiceCode, VisitId


class SqlAppointments:
    """One row for each booking number."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, number: str) -> Appointment | None:
        """Return the appointment with this number, or None."""
        row = self._connection.execute(select(appointment).where(appointment.c.number == number)).first()
        return None if row is None else _read(row)

    def of_day(self, day: date) -> Sequence[Appointment]:
        """Return the appointments of a service day by their slot."""
        mine = select(appointment).where(appointment.c.service_day == day)
        rows = self._connection.execute(mine.order_by(appointment.c.slot_at, appointment.c.number))
        return [_read(row) for row in rows]

    def save(self, one: Appointment) -> None:
        """Store a new or changed appointment."""
        values = {
            "number": one.number,
            "service_day": one.service_day,
            "service": one.service,
            "slot_at": one.slot,
            "booked_at": one.booked,
            "booked_by": one.booked_by,
            "cancelled_at": one.cancelled,
            "visit": one.visit,
        }
        upsert(self._connection, appointment, values, key=("number",))


def _read(row: Row[Any]) -> Appointment:
    visit = VisitId(row.visit) if row.visit is not None else None
    return Appointment(
        row.number, ServiceCode(row.service), row.service_day, row.slot_at, row.booked_at, row.booked_by,
        row.cancelled_at, visit,
    )  # fmt: skip
