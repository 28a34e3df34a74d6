"""What commands about requests see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.message_ports import HasMessages
from hall.application.request_ports import HasRequests
from hall.service.devices_work import DevicesWork


class RequestsWork(DevicesWork, HasMessages, HasRequests, Protocol):
    """The requests, and the messages about them."""
