"""A hall made of memory: clock, outbox and plausible records; `backup` and `restore` are what a technician does."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from contracts.centre.outbox_entry import (
    GENESIS,
    DayDigest,
    OutboxEntry,
    VisitRecord,
    day_digest,
    decode_record,
    encode_record,
    link,
)
from contracts.codec.reader import ContractError
from sync.ports import OutboxState

DAY = date(2026, 11, 24)


class FakeClock:
    """Time that stands still until told."""

    def __init__(self, now: datetime = datetime(2026, 11, 24, 5, tzinfo=UTC)) -> None:
        self._now = now
        self._monotonic = 0.0

    def now(self) -> datetime:
        """Return the wall time set."""
        return self._now

    def monotonic(self) -> float:
        """Return seconds since the beginning."""
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds


class MemoryOutbox:
    """A hall's outbox in memory; `backup` and `restore` are what a technician does to the hall's disk."""

    def __init__(self) -> None:
        self._entries: list[OutboxEntry] = []
        self._floor = (0, GENESIS)
        self._stream = str(uuid.uuid4())
        self._start = 1
        self._delivered = 0

    def write(self, body: bytes) -> int:
        """Append an entry and return its seq."""
        seq, chain = self._newest() + 1, self.chain_at(self._newest())
        self._entries.append(OutboxEntry(seq, body, link(chain, body)))
        return seq

    def prune(self, seq: int) -> None:
        """Forget the entries up to `seq`."""
        self._floor = (seq, self.chain_at(seq))
        self._entries = [entry for entry in self._entries if entry.seq > seq]

    def damage(self, seq: int, body: bytes) -> None:
        """Put other bytes in place of an entry's, as a bad disk does."""
        self._entries = [OutboxEntry(seq, body, entry.chain) if entry.seq == seq else entry for entry in self._entries]

    def backup(self) -> MemoryOutbox:
        """Return a copy of everything."""
        return copy.deepcopy(self)

    def restore(self, copied: MemoryOutbox) -> None:
        """Become the copy again: what came after it is lost, as with a real backup."""
        self.__dict__.update(copy.deepcopy(copied).__dict__)

    def visits(self) -> dict[str, VisitRecord]:
        """Return the newest revision of each visit in the entries kept."""
        newest: dict[str, VisitRecord] = {}
        for record in visits_in(entry.body for entry in self._entries):
            if record.visit not in newest or newest[record.visit].rev < record.rev:
                newest[record.visit] = record
        return newest

    def state(self) -> OutboxState:
        """Return where the outbox stands."""
        return OutboxState(self._stream, self._start, self._delivered, self._floor[0] + 1, self._newest())

    def entries_after(self, seq: int, limit: int) -> Sequence[OutboxEntry]:
        """Return the entries after `seq`."""
        return [entry for entry in self._entries if entry.seq > seq][:limit]

    def chain_at(self, seq: int) -> str:
        """Return the chain value at `seq`."""
        values = {self._floor[0]: self._floor[1], **{entry.seq: entry.chain for entry in self._entries}}
        return values[seq]

    def delivered(self, seq: int, stream: str) -> None:
        """Move the cursor up."""
        if stream == self._stream:
            self._delivered = max(self._delivered, seq)

    def rewind(self, seq: int, stream: str) -> None:
        """Move the cursor back."""
        if stream == self._stream:
            self._delivered = max(self._start - 1, min(self._delivered, seq))

    def new_stream(self) -> str:
        """Begin again from the oldest entry kept."""
        self._stream = str(uuid.uuid4())
        self._start = self._floor[0] + 1
        self._delivered = self._start - 1
        return self._stream

    def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
        """Return the day digests of the visits kept."""
        return digests_of(self.visits().values(), first, last)

    def requeue(self, service_day: date) -> int:
        """Append the day's visits once more."""
        again = [encode_record(record) for record in self.visits().values() if record.service_day == service_day]
        for body in again:
            self.write(body)
        return len(again)

    def _newest(self) -> int:
        return self._entries[-1].seq if self._entries else self._floor[0]


def visits_in(bodies: Iterable[bytes]) -> Iterable[VisitRecord]:
    """Return the visits among the bodies."""
    for body in bodies:
        try:
            record, _ = decode_record(body)
        except ContractError:
            continue
        if isinstance(record, VisitRecord):
            yield record


def digests_of(records: Iterable[VisitRecord], first: date, last: date) -> Sequence[DayDigest]:
    """Return count and digest of the records of each day from `first` to `last`."""
    days: dict[date, list[tuple[str, int]]] = {}
    for record in records:
        if first <= record.service_day <= last:
            days.setdefault(record.service_day, []).append((record.visit, record.rev))
    return [DayDigest(day, len(pairs), day_digest(pairs)) for day, pairs in sorted(days.items())]


def visit_record(*, visit: str, rev: int = 1, ticket: str = "A001", service_day: date = DAY) -> VisitRecord:
    """Return a plausible finished visit: ten minutes of waiting, half a minute to begin, five minutes of service."""
    issued = datetime.combine(service_day, datetime.min.time(), tzinfo=UTC) + timedelta(hours=5)
    called, begun = issued + timedelta(seconds=600), issued + timedelta(seconds=630)
    return VisitRecord(
        hall="1",
        visit=visit,
        service_day=service_day,
        rev=rev,
        ticket=ticket,
        service="A",
        lane="standard",
        visitor_kind="citizen",
        state="finished",
        outcome="completed",
        counter=3,
        agent="a7",
        issued_at=issued,
        called_at=called,
        begun_at=begun,
        ended_at=begun + timedelta(seconds=300),
        waiting_s=600,
        time_to_begin_s=30,
        serving_s=300,
    )
