"""What the writer lane knew after its last commit, for readers whose database stands at the same fact.

Readers ask for who waits, is served and works, again and again; from here they get it without a question to the
database. It is theirs only where the newest fact that they see is the one after which it was copied: each change leaves
a fact. A transaction that changed something without one ends what was shared, until the next fact.
"""

from __future__ import annotations

from hall.adapters.lane_memory import LaneMemory


class SharedMemory:
    """The copy of one writer lane's memory; `offer` and `withdraw` belong to the writer, `after` to any thread."""

    def __init__(self) -> None:
        self._newest: tuple[int, LaneMemory] | None = None

    def offer(self, memory: LaneMemory) -> None:
        """Share what is known, after the transaction that ended with its newest fact is on disk."""
        if memory.last_fact is not None and memory.in_hall is not None:
            self._newest = memory.last_fact, memory.copy()

    def withdraw(self) -> None:
        """Share nothing until the next offer; before a transaction that changes something without a fact commits."""
        self._newest = None

    def after(self, fact: int) -> LaneMemory | None:
        """Return a memory of the hall as it stood after this fact, or None; what is read into it stays the reader's."""
        newest = self._newest
        return newest[1].copy() if newest is not None and newest[0] == fact else None
