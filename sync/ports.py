"""What sync needs from a hall: its outbox, a clock, and the connection to the centre."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from contracts.centre.outbox_entry import DayDigest, OutboxEntry
from contracts.centre.sync_api import Heartbeat, LiveFigures, ServingElsewhere
from contracts.queue.places import Places


@dataclass(frozen=True)
class OutboxState:
    """Where the outbox stands.

    `stream` is the id of the current stream (UUID text); `start` the first seq that this stream sends (1 in a new
    hall, the oldest kept entry after `new_stream`); `delivered` the highest seq the centre has confirmed in this
    stream (`start - 1` when none); `oldest` and `newest` the seqs of the entries kept (`oldest == newest + 1` when
    none is kept).
    """

    stream: str
    start: int
    delivered: int
    oldest: int
    newest: int
    oldest_unsent_at: datetime | None = None

    @property
    def unsent(self) -> int:
        """Entries not yet confirmed by the centre."""
        return self.newest - self.delivered


class Outbox(Protocol):
    """A hall's outbox. All calls come from sync's one thread; each write is durable when it returns.

    Entries are numbered from 1 without a gap by the hall, in the transaction of what they tell. Delivered entries are
    kept at least 35 days (a centre restored from its backup asks for them again); who prunes keeps the chain value of
    the last pruned entry, so that `chain_at(oldest - 1)` always answers.
    """

    def state(self) -> OutboxState:
        """Return where the outbox stands now, in one consistent read."""
        ...

    def entries_after(self, seq: int, limit: int) -> Sequence[OutboxEntry]:
        """Return at most `limit` kept entries with a seq above `seq`, ascending, committed ones only."""
        ...

    def chain_at(self, seq: int) -> str:
        """Return the chain value at `seq`: GENESIS at 0, or from `oldest - 1` to `newest`; LookupError elsewhere."""
        ...

    def delivered(self, seq: int, stream: str) -> None:
        """Move the cursor of `stream` up to `seq`; do nothing when `stream` is not the current one or it is there.

        Never deletes: pruning goes by age and is the hall's own business.
        """
        ...

    def rewind(self, seq: int, stream: str) -> None:
        """Move the cursor of `stream` back to `seq` (≥ start - 1): the centre no longer has what came after it."""
        ...

    def new_stream(self) -> str:
        """Begin a new stream from the oldest kept entry and return its id: `start = oldest`, `delivered = oldest - 1`.

        Called when the centre's history is not ours (a restored backup): everything kept goes again, under a fresh
        UUID.
        """
        ...

    def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
        """Return count and digest of the hall's own ended visits for each service day from `first` to `last`.

        Only visits of which an entry was written count, each at its highest rev.
        """
        ...

    def requeue(self, service_day: date) -> int:
        """Append the newest body of each visit of that day as new entries; return how many. The centre keeps one."""
        ...


class Clock(Protocol):
    """Time, handed in so that tests own it."""

    def now(self) -> datetime:
        """Return the wall time, aware UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds of a clock that never jumps."""
        ...


@dataclass(frozen=True)
class Reply:
    """What came back over the wire, unjudged: `verdict` decides what it means."""

    status: int
    content_type: str
    body: bytes
    retry_after_s: float | None = None


class OutboxReader(Protocol):
    """What may be read of an outbox while its hall's service runs and sends it."""

    def state(self) -> OutboxState:
        """Return where the outbox stands now."""
        ...

    def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
        """Return count and digest of the hall's own ended visits for each service day from `first` to `last`."""
        ...


@dataclass(frozen=True)
class SyncView:
    """A hall's outbox to look at, and where its entries go.

    `centre` is the centre's address without path and `token` the hall's token there; both empty where no centre is set.
    `data` is the hall's data folder, `ca` the file of the authority that is trusted (None: the system's).
    """

    hall: str
    outbox: OutboxReader
    centre: str
    token: str
    data: Path
    ca: str | None = None


@dataclass(frozen=True)
class SyncSide(SyncView):
    """A hall's outbox to send from, while its service is stopped."""

    outbox: Outbox


class Uplink(Protocol):
    """The one wire to the centre."""

    def codings(self) -> Collection[str]:
        """Return the codings of batches that the centre says it reads; raise UplinkError without its answer."""
        ...

    def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        """PUT a packed batch (see `sync.packing`); raise UplinkError (sync.verdict) when no answer came."""
        ...

    def send_live(self, figures: LiveFigures) -> bool:
        """PUT the live figures once and say whether they arrived; never raises for the network, never retries."""
        ...

    def send_places(self, places: Places) -> bool:
        """PUT the places of visits once and say whether they arrived; never raises for the network, never retries."""
        ...

    def close(self) -> None:
        """Give the connection up; a later call opens another."""
        ...

    def send_heartbeat(self, beat: Heartbeat) -> bool:
        """POST how the outbox is, once, and say whether it arrived; never raises for the network, never retries."""
        ...

    def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
        """GET the centre's count and digest per service day; raise UplinkError when it did not answer in full."""
        ...

    def serving_elsewhere(self) -> Sequence[ServingElsewhere]:
        """GET how long services take in the other halls; raise UplinkError when the centre did not answer in full."""
        ...
