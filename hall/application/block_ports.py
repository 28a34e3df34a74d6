"""What the use cases about numbers kept for kiosks need remembered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hall.domain.number_block import NumberBlock


class BlockStore(Protocol):
    """The numbers kept for kiosks: one block for each service and device."""

    def all(self) -> Sequence[NumberBlock]:
        """Return every block; each issue asks this."""
        ...

    def add(self, block: NumberBlock) -> None:
        """Store a new block."""
        ...

    def drop(self, block: NumberBlock) -> None:
        """Give the numbers back to the hall's own line."""
        ...


class HasBlocks(Protocol):
    """Gives the numbers kept for kiosks."""

    @property
    def blocks(self) -> BlockStore:
        """The numbers kept for kiosks."""
        ...
