"""Where routes find the newest expected waits."""

from __future__ import annotations

from typing import Protocol

from contracts.queue.answers import WaitRange
from hall.kernel.ids import ServiceCode
from hall.platform.web.dependencies import PartKey


class ExpectedWaits(Protocol):
    """The newest expected waits, at once and without computing."""

    def newest(self, service: ServiceCode, people_ahead: int) -> WaitRange | None:
        """Return the newest estimate with so many people ahead."""
        ...


EXPECTED_WAITS = PartKey[ExpectedWaits]("expected waits")
