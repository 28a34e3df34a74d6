"""What commands about requests see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.request_ports import HasRequestMessages, HasRequests
from hall.service.devices_work import DevicesWork


class RequestsWork(DevicesWork, HasRequestMessages, HasRequests, Protocol):
    """The requests, and the messages about them."""
