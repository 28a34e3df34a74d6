"""What commands about enquiries see and change."""

from __future__ import annotations

from typing import Protocol

from hall.devices.work import DevicesWork
from hall.enquiries.model.ports import HasEnquiries


class EnquiriesWork(DevicesWork, HasEnquiries, Protocol):
    """The enquiries."""
