"""What the use cases need of appointments."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from datetime import date, datetime
from typing import Protocol

from hall.appointments.model.appointment import Appointment
from hall.kernel.ids import ServiceCode


class AppointmentStore(Protocol):
    """Booked visits."""

    def find(self, number: str) -> Appointment | None:
        """Return the appointment with this number, or None."""
        ...

    def of_day(self, day: date) -> Sequence[Appointment]:
        """Return the appointments of a service day by their slot."""
        ...

    def of_days(self, first: date, last: date) -> Sequence[Appointment]:
        """Return the appointments of these service days by their slot."""
        ...

    def save(self, appointment: Appointment) -> None:
        """Store a new or changed appointment."""
        ...

    def booked_services(self, since: datetime) -> Collection[ServiceCode]:
        """Return the services of appointments from this instant on that were neither cancelled nor used."""
        ...

    def with_officials(self, first: date, last: date) -> Sequence[Appointment]:
        """Return the appointments with officials from one service day to another that were not cancelled, by slot."""
        ...

    def erase_guests(self, before: datetime) -> int:
        """Erase who came to officials at slots before an instant; return how many."""
        ...

    def phone_days(self) -> Set[date]:
        """Return the service days under whose keys telephone numbers are sealed."""
        ...


class HasAppointments(Protocol):
    """Gives appointments."""

    @property
    def appointments(self) -> AppointmentStore:
        """Booked visits."""
        ...
