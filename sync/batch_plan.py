"""Decide which entries go next, and how many at once.

>>> from sync.ports import OutboxState
>>> plan(OutboxState("s1", start=1, delivered=7, oldest=1, newest=10), size=2)
Send(first=8, last=9)
>>> plan(OutboxState("s1", start=1, delivered=10, oldest=1, newest=10), size=2)
Idle()
>>> plan(OutboxState("s1", start=1, delivered=7, oldest=9, newest=10), size=2)
StartOver(reason='entries 8 to 8 are no longer kept')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contracts.centre.outbox_entry import OutboxEntry
from contracts.centre.sync_api import MAX_RECORDS
from sync.ports import OutboxState

FIRST_SIZE = 50
BATCH_BYTES = 4 * 1024 * 1024
"""Decoded bytes of entries in one batch, at most: half of what the centre takes."""


@dataclass(frozen=True)
class Send:
    """Send the entries `first` to `last`."""

    first: int
    last: int


@dataclass(frozen=True)
class Idle:
    """Nothing waits to be sent."""


@dataclass(frozen=True)
class StartOver:
    """The cursor does not fit what is kept: only a new stream can go on."""

    reason: str


def plan(state: OutboxState, *, size: int) -> Send | Idle | StartOver:
    """Return what to do next with batches of at most `size` entries."""
    first = state.delivered + 1
    if first < state.oldest:
        return StartOver(f"entries {first} to {state.oldest - 1} are no longer kept")
    if state.delivered > state.newest:
        return StartOver(f"entry {state.delivered} is marked as delivered, but the newest is {state.newest}")
    if state.delivered == state.newest:
        return Idle()
    return Send(first, min(state.newest, state.delivered + size))


def gapless(entries: Sequence[OutboxEntry], *, first: int, limit_bytes: int = BATCH_BYTES) -> Sequence[OutboxEntry]:
    """Return the longest run of `entries` that begins at `first`, has no gap and fits `limit_bytes` (one always fits).

    A gap means that the outbox gave entries it must not give; the batch ends before it. When even `first` is
    missing, the result is empty.
    """
    run: list[OutboxEntry] = []
    total = 0
    for entry in entries:
        total += len(entry.body) + 1
        if entry.seq != first + len(run) or (run and total > limit_bytes):
            break
        run.append(entry)
    return run


@dataclass(frozen=True)
class BatchSize:
    """How many entries go at once: doubles with each success up to 1,000, halves on a time-out or 413 down to 1.

    >>> BatchSize(600).grown()
    BatchSize(entries=1000)
    >>> BatchSize(3).halved().halved()
    BatchSize(entries=1)
    """

    entries: int = FIRST_SIZE

    def grown(self) -> BatchSize:
        """Return the size after a success."""
        return BatchSize(min(MAX_RECORDS, self.entries * 2))

    def halved(self) -> BatchSize:
        """Return the size after an answer that it was too much."""
        return BatchSize(max(1, self.entries // 2))
