"""What commands about requests see and change."""

from __future__ import annotations

from typing import Protocol

from hall.devices.work import DevicesWork
from hall.requests.model.ports import HasRequestMessages, HasRequests


class RequestsWork(DevicesWork, HasRequestMessages, HasRequests, Protocol):
    """The requests, and the messages about them."""
