"""A hall's outbox and a centre, both made of memory, that misbehave on request."""

from __future__ import annotations

import copy
import json
import random
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from contracts.codec import ContractError, to_json
from contracts.outbox_entry import (
    GENESIS,
    DayDigest,
    OutboxEntry,
    VisitRecord,
    day_digest,
    decode_record,
    encode_record,
    link,
)
from contracts.sync_api import (
    BatchAnswer,
    BatchHeader,
    Heartbeat,
    LiveFigures,
    QuarantinedEntry,
    batch_name,
    content_digest,
    decompress,
    line_chain,
    read_batch,
    read_opaque,
)
from sync.ports import OutboxState, Reply
from sync.verdict import UplinkError, UplinkTimeoutError

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
        for record in _visits(entry.body for entry in self._entries):
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
        return _digests(self.visits().values(), first, last)

    def requeue(self, service_day: date) -> int:
        """Append the day's visits once more."""
        again = [encode_record(record) for record in self.visits().values() if record.service_day == service_day]
        for body in again:
            self.write(body)
        return len(again)

    def _newest(self) -> int:
        return self._entries[-1].seq if self._entries else self._floor[0]


@dataclass
class _Stream:
    start: int
    acked: int
    chains: dict[int, str] = field(default_factory=dict)


class MemoryCentre:
    """A centre in memory with the rules of the real one and, through `fault`, a network as bad as wanted.

    `fault` is asked before each batch for the name of a fault of FAULTS, or None for none. `backup` and `restore` as
    above.
    """

    def __init__(self, fault: Callable[[], str | None] = lambda: None) -> None:
        self.fault = fault
        self.streams: dict[str, _Stream] = {}
        self.visits: dict[str, VisitRecord] = {}
        self.quarantine: dict[tuple[str, int], bytes] = {}
        self.live: LiveFigures | None = None
        self.beats: list[Heartbeat] = []
        self.requests = 0
        self.closed = 0

    def backup(self) -> MemoryCentre:
        """Return a copy of what is stored."""
        return copy.deepcopy(self)

    def restore(self, copied: MemoryCentre) -> None:
        """Become the copy again."""
        other = copy.deepcopy(copied)
        self.streams, self.visits, self.quarantine = other.streams, other.visits, other.quarantine

    def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        """Take a batch in, or misbehave."""
        self.requests += 1
        fault = self.fault()
        if fault in _BEFORE:
            return _BEFORE[fault]()
        reply = self._take(stream, name, content, digest)
        return _AFTER[fault](reply) if fault in _AFTER else reply

    def send_live(self, figures: LiveFigures) -> bool:
        """Keep the last live figures."""
        self.live = figures
        return True

    def close(self) -> None:
        """Count that the wire was given up."""
        self.closed += 1

    def send_heartbeat(self, beat: Heartbeat) -> bool:
        """Keep the heartbeat."""
        self.beats.append(beat)
        return True

    def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
        """Return the day digests of the visits stored."""
        return _digests(self.visits.values(), first, last)

    def _take(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        def no(status: int, code: str, **more: object) -> Reply:
            return json_reply(status, {"code": code, "detail": code, "batch": name, "digest": digest, **more})

        if content_digest(content) != digest:
            return no(422, "digest")
        header, lines = read_batch(decompress(content))
        if batch_name(header.first, header.last) != name or header.stream != stream:
            return no(422, "batch_mismatch")
        known = self.streams.get(stream)
        if known is None and header.first != header.start:
            return no(409, "gap", acked_seq=header.start - 1)
        known = known or _Stream(header.start, header.start - 1, {header.start - 1: header.previous})
        if header.first > known.acked + 1:
            return no(409, "gap", acked_seq=known.acked)
        chains = _chains(header, lines)
        if chains is None:
            return no(422, "chain")
        if any(known.chains.get(seq, chain) != chain for seq, chain in chains.items()):
            return no(409, "fork", acked_seq=known.acked)
        self.streams[stream] = known
        return self._store(known, header, lines, chains, digest)

    def _store(
        self, known: _Stream, header: BatchHeader, lines: Sequence[bytes], chains: dict[int, str], digest: str
    ) -> Reply:
        replayed = header.last <= known.acked
        refused = []
        for seq, line in enumerate(lines, header.first):
            if seq > known.acked and not self._store_one(line):
                self.quarantine[header.stream, seq] = line
                refused.append(QuarantinedEntry(seq, "not a record"))
        known.chains.update(chains)
        known.acked = max(known.acked, header.last)
        name = batch_name(header.first, header.last)
        return json_reply(200, to_json(BatchAnswer(name, digest, known.acked, replayed, tuple(refused))))

    def _store_one(self, line: bytes) -> bool:
        found = () if read_opaque(line) else tuple(_visits([line]))
        for record in found:
            stored = self.visits.get(record.visit)
            if stored is None or stored.rev < record.rev:
                self.visits[record.visit] = record
        return bool(found)


def json_reply(status: int, document: object) -> Reply:
    """Return a JSON answer."""
    return Reply(status, "application/json", json.dumps(document).encode())


def _raise(error: UplinkError) -> Reply:
    raise error


_BEFORE: dict[str | None, Callable[[], Reply]] = {
    "unreachable": lambda: _raise(UplinkError("the network is down")),
    "timeout": lambda: _raise(UplinkTimeoutError("no answer in 30 s")),
    "portal": lambda: Reply(200, "text/html", b"<html>Please sign in to the guest network</html>"),
    "empty": lambda: Reply(200, "application/json", b""),
    "redirect": lambda: Reply(302, "text/html", b""),
    "forbidden": lambda: Reply(403, "text/html", b"blocked by policy"),
    "missing": lambda: Reply(404, "text/html", b"no such page"),
    "bad_request": lambda: Reply(400, "text/html", b"bad request"),
    "gateway": lambda: Reply(502, "text/html", b"bad gateway"),
    "busy": lambda: Reply(503, "application/json", b'{"code":"busy"}', retry_after_s=3),
    "too_large": lambda: Reply(413, "text/html", b"request entity too large"),
    "foreign": lambda: json_reply(200, to_json(BatchAnswer("1-9", "sha-256=:x:", 10**9, replayed=False))),
}
_AFTER: dict[str | None, Callable[[Reply], Reply]] = {
    "answer_lost": lambda _: _raise(UplinkError("the connection was reset")),
    "answer_late": lambda _: _raise(UplinkTimeoutError("no answer in 30 s")),
    "answer_cut": lambda reply: Reply(reply.status, reply.content_type, reply.body[: len(reply.body) // 2]),
    "answer_is_html": lambda reply: Reply(200, "text/html", reply.body),
}
FAULTS = tuple(str(name) for name in (*_BEFORE, *_AFTER))


def sometimes(rng: random.Random, share: float) -> Callable[[], str | None]:
    """Return a fault source that gives a random fault in `share` of the requests."""
    return lambda: rng.choice(FAULTS) if rng.random() < share else None


def _chains(header: BatchHeader, lines: Sequence[bytes]) -> dict[int, str] | None:
    chains = {header.first - 1: header.previous}
    for seq, line in enumerate(lines, header.first):
        chains[seq] = line_chain(chains[seq - 1], line)
    return chains if chains[header.last] == header.head else None


def _visits(bodies: Iterable[bytes]) -> Iterable[VisitRecord]:
    for body in bodies:
        try:
            record, _ = decode_record(body)
        except ContractError:
            continue
        if isinstance(record, VisitRecord):
            yield record


def _digests(records: Iterable[VisitRecord], first: date, last: date) -> Sequence[DayDigest]:
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
