"""A centre made of memory, with a network that loses, repeats, refuses and replaces on request."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from contracts.centre.batch import BatchHeader, batch_name, content_digest, line_chain, read_batch, read_opaque
from contracts.centre.outbox_entry import (
    DayDigest,
    VisitRecord,
)
from contracts.centre.sync_api import BatchAnswer, Heartbeat, LiveFigures, QuarantinedEntry, ServingElsewhere
from contracts.codec.reader import to_json
from contracts.queue.places import Places
from sync.fakes.hall import digests_of, visits_in
from sync.packing import coding_of, unpack
from sync.ports import Reply
from sync.verdict import UplinkError, UplinkTimeoutError


@dataclass
class _Stream:
    """The cursor of one stream, and the chain value of each entry."""

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
        self.offered = {"gzip", "zstd"}
        self.streams: dict[str, _Stream] = {}
        self.visits: dict[str, VisitRecord] = {}
        self.quarantine: dict[tuple[str, int], bytes] = {}
        self.live: LiveFigures | None = None
        self.places: Places | None = None
        self.elsewhere: Sequence[ServingElsewhere] = ()
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

    def codings(self) -> Collection[str]:
        """Return what it reads; UplinkError while the network has its fault."""
        if self.fault() is not None:
            raise UplinkError("the network is down")
        return self.offered

    def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        """Take a batch in, or misbehave."""
        self.requests += 1
        fault = self.fault()
        if fault in _BEFORE:
            return _BEFORE[fault]()
        if coding_of(content) not in self.offered:
            return Reply(415, "text/html", b"what is this?")
        reply = self._take(stream, name, content, digest)
        return _AFTER[fault](reply) if fault in _AFTER else reply

    def send_live(self, figures: LiveFigures) -> bool:
        """Keep the last live figures."""
        self.live = figures
        return True

    def send_places(self, places: Places) -> bool:
        """Keep the last places."""
        self.places = places
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
        return digests_of(self.visits.values(), first, last)

    def serving_elsewhere(self) -> Sequence[ServingElsewhere]:
        """Return what the other halls are said to take."""
        return self.elsewhere

    def _take(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        def no(status: int, code: str, **more: object) -> Reply:
            return json_reply(status, {"code": code, "detail": code, "batch": name, "digest": digest, **more})

        if content_digest(content) != digest:
            return no(422, "digest")
        header, lines = read_batch(unpack(content, coding_of(content)))
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
        found = () if read_opaque(line) else tuple(visits_in([line]))
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
    "not_read": lambda: Reply(415, "text/html", b"what is this"),
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
