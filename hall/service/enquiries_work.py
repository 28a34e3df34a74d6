"""What commands about enquiries see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.enquiry_ports import HasEnquiries
from hall.service.devices_work import DevicesWork


class EnquiriesWork(DevicesWork, HasEnquiries, Protocol):
    """The enquiries."""
