"""Appointments in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, or_, select, update

from hall.appointments.model.appointment import Appointment, Guest
from hall.kernel.ids import ServiceCode, VisitId
from hall.platform.db.legal_holds import VISIT, held
from hall.platform.db.tables.visitors import appointment
from hall.platform.db.upsert import upsert

_OF_DAYS = (
    select(appointment)
    .where(appointment.c.service_day.between(bindparam("first"), bindparam("last")))
    .order_by(appointment.c.slot_at, appointment.c.number)
)


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
        return self.of_days(day, day)

    def of_days(self, first: date, last: date) -> Sequence[Appointment]:
        """Return the appointments of these service days by their slot."""
        rows = self._connection.execute(_OF_DAYS, {"first": first, "last": last})
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
            **_guest_values(one.guest),
        }
        upsert(self._connection, appointment, values, key=("number",))

    def booked_services(self, since: datetime) -> Collection[ServiceCode]:
        """Return the services of appointments from this instant on that were neither cancelled nor used."""
        open_ones = (
            appointment.c.slot_at >= since,
            appointment.c.cancelled_at.is_(None),
            appointment.c.visit.is_(None),
        )
        return set(
            map(ServiceCode, self._connection.execute(select(appointment.c.service).where(*open_ones)).scalars())
        )

    def with_officials(self, first: date, last: date) -> Sequence[Appointment]:
        """Return the appointments with officials from one service day to another that were not cancelled, by slot."""
        mine = select(appointment).where(
            appointment.c.official.is_not(None),
            appointment.c.cancelled_at.is_(None),
            appointment.c.service_day.between(first, last),
        )
        rows = self._connection.execute(mine.order_by(appointment.c.slot_at, appointment.c.number))
        return [_read(row) for row in rows]

    def erase_guests(self, before: datetime) -> int:
        """Erase who came to officials at slots before an instant; return how many.

        Name and purpose of a visit that stands under a legal hold stay; its telephone number goes as all do.
        """
        free = or_(appointment.c.visit.is_(None), appointment.c.visit.not_in(held(VISIT)))
        words = (appointment.c.guest_name != "") | (appointment.c.purpose != "")
        told = appointment.c.sealed.is_not(None) | (words & free)
        over = update(appointment).where(appointment.c.official.is_not(None), appointment.c.slot_at < before, told)
        kept = {one: case((free, ""), else_=one) for one in (appointment.c.guest_name, appointment.c.purpose)}
        return self._connection.execute(over.values({**kept, appointment.c.sealed: None})).rowcount

    def phone_days(self) -> Set[date]:
        """Return the service days under whose keys telephone numbers are sealed."""
        sealed = select(appointment.c.service_day).where(appointment.c.sealed.is_not(None)).distinct()
        return set(self._connection.execute(sealed).scalars())


def _guest_values(guest: Guest | None) -> dict[str, Any]:
    if guest is None:
        return {"official": None, "guest_name": "", "purpose": "", "sealed": None}
    return {
        "official": guest.official, "guest_name": guest.name, "purpose": guest.purpose, "sealed": guest.sealed,
    }  # fmt: skip


def _guest(row: Row[Any]) -> Guest | None:
    if row.official is None:
        return None
    sealed = bytes(row.sealed) if row.sealed is not None else None
    return Guest(row.official, row.guest_name or "", row.purpose or "", sealed)


def _read(row: Row[Any]) -> Appointment:
    visit = VisitId(row.visit) if row.visit is not None else None
    return Appointment(
        row.number, ServiceCode(row.service), row.service_day, row.slot_at, row.booked_at, row.booked_by,
        row.cancelled_at, visit, _guest(row),
    )  # fmt: skip
