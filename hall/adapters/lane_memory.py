"""What the writer lane knows without asking the database, which only it changes: sessions and a few numbers.

Whatever a command changed before it was undone is forgotten with all the rest and read again, so memory never knows
more than the transaction.
"""

from __future__ import annotations

from datetime import date

from hall.domain.ids import ServiceCode
from hall.domain.number_block import NumberBlock
from hall.domain.service_day import ServiceDay
from hall.domain.session import CounterSession


class LaneMemory:
    """The memory of one writer lane, or of one read."""

    def __init__(self) -> None:
        self.touched = False
        """Whether the running command has changed anything."""
        self.forget()

    def forget(self) -> None:
        """Forget everything: something was undone."""
        self.day: ServiceDay | None = None
        self.last_fact: int | None = None
        self.last_numbers: dict[tuple[date, ServiceCode], int] = {}
        self.calls: dict[date, dict[ServiceCode, int]] = {}
        self.sessions: dict[str, CounterSession] | None = None
        self.blocks: tuple[NumberBlock, ...] | None = None
