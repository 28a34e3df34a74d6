"""What commands that reach visitors by telephone see and change."""

from __future__ import annotations

from typing import Protocol

from hall.contact.model.message_ports import HasMessages
from hall.contact.model.phone_ports import HasPhones
from hall.devices.work import DevicesWork
from hall.requests.model.ports import HasRequests


class ContactWork(DevicesWork, HasMessages, HasPhones, HasRequests, Protocol):
    """Visitors' telephone numbers, and the messages to them."""
