"""What commands that open and close the day see and change."""

from __future__ import annotations

from typing import Protocol

from hall.calendar.ports import RangesOfTickets
from hall.day.model.opening_ports import HasOpenings
from hall.queue.model.ports import AnnouncedRanges
from hall.queue.work import QueueWork


class DayWaits(AnnouncedRanges, RangesOfTickets, Protocol):
    """The waits that tickets announced, for the record of a visit and the note of a day."""


class DayWork(QueueWork, HasOpenings, Protocol):
    """The checks before the hall opens, and the queue that a day begins and ends with."""

    @property
    def waits(self) -> DayWaits:
        """The waits that tickets announced."""
        ...
