"""What commands about sudden closures see and change."""

from __future__ import annotations

from typing import Protocol

from hall.appointments.work import AppointmentsWork


class ClosuresWork(AppointmentsWork, Protocol):
    """The appointments, the queue and the days."""
