"""What commands about appointments see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.appointment_ports import HasAppointments
from hall.service.devices_work import DevicesWork


class AppointmentsWork(HasAppointments, DevicesWork, Protocol):
    """The appointments."""
