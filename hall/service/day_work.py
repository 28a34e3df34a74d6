"""What commands that open and close the day see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.opening_ports import HasOpenings
from hall.service.queue_work import QueueWork


class DayWork(QueueWork, HasOpenings, Protocol):
    """The checks before the hall opens, and the queue that a day begins and ends with."""
