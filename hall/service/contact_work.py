"""What commands that reach visitors by telephone see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.message_ports import HasMessages
from hall.application.phone_ports import HasPhones
from hall.application.request_ports import HasRequests
from hall.service.devices_work import DevicesWork


class ContactWork(DevicesWork, HasMessages, HasPhones, HasRequests, Protocol):
    """Visitors' telephone numbers, and the messages to them."""
