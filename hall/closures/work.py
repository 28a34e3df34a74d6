"""What commands about sudden closures see and change."""

from __future__ import annotations

from typing import Protocol

from hall.appointments.work import AppointmentsWork
from hall.requests.model.ports import HasRequests
from hall.settings.model.history import HasSettingsRecords


class ClosuresWork(HasRequests, HasSettingsRecords, AppointmentsWork, Protocol):
    """The appointments, the queue, the days, the requests and the earlier settings."""
