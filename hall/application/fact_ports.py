"""How the use cases record facts."""

from __future__ import annotations

from typing import Protocol

from hall.domain.events import Fact


class RecordsFacts(Protocol):
    """Records facts beside those of visits and sessions."""

    def record(self, fact: Fact) -> None:
        """Record a fact that belongs to no visit and no session (those record their own when stored)."""
        ...
