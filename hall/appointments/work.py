"""What commands about appointments see and change."""

from __future__ import annotations

from typing import Protocol

from hall.appointments.model.ports import HasAppointments
from hall.devices.work import DevicesWork


class AppointmentsWork(HasAppointments, DevicesWork, Protocol):
    """The appointments."""
