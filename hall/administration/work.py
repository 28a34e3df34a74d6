"""What commands about the set-up and the agents see and change."""

from __future__ import annotations

from typing import Protocol

from hall.appointments.work import AppointmentsWork
from hall.enquiries.work import EnquiriesWork
from hall.offline.work import OfflineWork
from hall.requests.work import RequestsWork
from hall.settings.model.history import HasSettingsRecords


class AdministrationWork(AppointmentsWork, EnquiriesWork, HasSettingsRecords, OfflineWork, RequestsWork, Protocol):
    """The set-up with its earlier versions, and all that works by it."""
