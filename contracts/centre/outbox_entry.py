r"""What the centre receives: one outbox entry a finished thing, its exact bytes, its place in the hash chain.

An entry's body is one line of canonical JSON (sorted keys, no spaces, UTF-8, whole numbers). The bytes the hall stored
are the bytes that travel and the bytes that are hashed, so nobody ever needs to write JSON the same way twice:

    chain_n = sha256(chain_{n-1} ‖ body_n)          as 64 hexadecimal digits, chain_0 = GENESIS

>>> one = encode_body({"kind": "note", "text": "دور", "rev": 1})
>>> one
b'{"kind":"note","rev":1,"text":"\xd8\xaf\xd9\x88\xd8\xb1"}'
>>> first = link(GENESIS, one)
>>> first
'e23970cdb4165593ebe65f987ce83f164951f3ca67d2740ed1eb938aa5f22ec4'
>>> second = link(first, encode_body({"kind": "note", "rev": 2}))
>>> second == link(GENESIS, encode_body({"kind": "note", "rev": 2}))
False

Additive only: a field is never renamed or given another meaning; a new kind or field may come at any time, and a centre
that does not know a kind keeps the entry in quarantine. No personal data of visitors: no names, no civil or telephone
numbers. Agents go by their codes; an audit fact names the member of staff who acted as the hall's tokens do.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from contracts.codec.message import Message
from contracts.codec.reader import ContractError, from_json, to_json

GENESIS = "0" * 64
"""The chain value before the first entry of a hall (seq 0)."""

NO_VISITS = "0" * 64
"""The day digest of a day without visits."""


class EntryKind(Enum):
    """What an entry tells. A kind the reader does not know is kept, never dropped."""

    VISIT = "visit"
    AUDIT = "audit"
    REQUEST = "request"
    ENQUIRY = "enquiry"
    SURVEY = "survey"
    COMPLAINT = "complaint"
    OPAQUE = "opaque"


@dataclass(frozen=True)
class OutboxEntry:
    """One row of the outbox: `seq` is gapless from 1, `body` one line without a line feed, `chain` its link."""

    seq: int
    body: bytes
    chain: str


class StageRecord(Message, frozen=True):
    """One wait-and-serve part of a visit; `_s` are whole seconds, never negative, None where it did not happen.

    `told_low_s` and `told_high_s`: the range that the ticket announced, of a first stage whose ticket announced one.
    """

    service: str
    counter: int | None
    agent: str | None
    issued_at: datetime
    called_at: datetime | None
    begun_at: datetime | None
    ended_at: datetime | None
    outcome: str | None
    waiting_s: int | None
    time_to_begin_s: int | None
    serving_s: int | None
    told_low_s: int | None = None
    told_high_s: int | None = None


class VisitRecord(Message, frozen=True):
    """A visit that has ended, as the hall stood by it at revision `rev`.

    `rev` starts at 1 and grows by one with each later edit or rating; the centre keeps the highest. `service` is what
    the visitor came for (first stage), `counter` and `agent` those of the last stage that was served. `state` is how
    the visit ended (finished, no_show, cancelled, carried_over, closed_by_day); `outcome` is set where it was served.
    `called_at` and `begun_at` are the first of the visit, `ended_at` the last. `waiting_s`, `time_to_begin_s` and
    `serving_s` are sums over the stages in whole seconds from the hall's monotonic clock where it could be used;
    `suspect_clock` where it could not.
    """

    hall: str
    visit: str
    service_day: date
    rev: int
    ticket: str | None
    service: str
    lane: str
    visitor_kind: str | None
    state: str
    outcome: str | None
    counter: int | None
    agent: str | None
    issued_at: datetime
    called_at: datetime | None
    begun_at: datetime | None
    ended_at: datetime | None
    waiting_s: int | None
    time_to_begin_s: int | None
    serving_s: int | None
    stages: tuple[StageRecord, ...] = ()
    carried_from: str | None = None
    suspect_clock: bool = False


class AuditRecord(Message, frozen=True):
    """One fact that must be provable later (`contracts.centre.audit_kinds`).

    `fact` is its number in the hall's line of facts, `action` its kind, `actor` the agent's code or the name of the
    token with which somebody acted; `detail` has the fact's other fields.
    """

    hall: str
    fact: int
    at: datetime
    service_day: date
    action: str
    actor: str | None
    device: str | None
    visit: str | None
    counter: int | None
    detail: dict[str, Any]


class DayDigest(Message, frozen=True):
    """How many visits of a service day somebody holds, and their digest: equal means the same visits and revisions."""

    service_day: date
    visits: int
    digest: str


Record = VisitRecord | AuditRecord

_KINDS: dict[str, type[VisitRecord] | type[AuditRecord]] = {
    EntryKind.VISIT.value: VisitRecord,
    EntryKind.AUDIT.value: AuditRecord,
}


def encode_record(record: Record) -> bytes:
    """Return the entry body of a record: canonical JSON with its `kind`."""
    kind = next(name for name, cls in _KINDS.items() if isinstance(record, cls))
    return encode_body({"kind": kind, **to_json(record)})


def encode_body(value: Mapping[str, Any]) -> bytes:
    """Return `value` as canonical JSON: sorted keys, no spaces, UTF-8, one line; NaN and infinity raise ValueError."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8")


def decode_record(body: bytes) -> tuple[Record, dict[str, Any]]:
    """Return the record in `body` and the fields this version does not know (kept, so that nothing is lost).

    Raise ContractError with one sentence where the body is no record: not JSON, unknown kind, a field missing or
    mistyped.

    >>> decode_record(b'{"kind":"dance"}')
    Traceback (most recent call last):
    contracts.codec.reader.ContractError: kind: no kind 'dance' is known here
    """
    return record_of(read_body(body))


def read_body(body: bytes) -> dict[str, Any]:
    """Return the JSON object in an entry's body; raise ContractError where there is none."""
    try:
        # Strict UTF-8: json.loads alone would guess other encodings and let half characters pass.
        value = _decoded(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ContractError("", f"the entry is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ContractError("", "the entry is not an object")
    return value


def _decoded(text: str) -> object:
    # Canonical JSON has nothing before or behind it: only what has is searched for white space.
    if not text.startswith("{"):
        return _DECODER.decode(text)
    value, end = _DECODER.raw_decode(text)
    return value if end == len(text) else _DECODER.decode(text)


def _finite(text: str) -> float:
    # JSON has no NaN and no infinity, and no database's JSON takes them.
    if not math.isfinite(float(text)):
        raise ValueError(f"{text:.20} is no number")
    return float(text)


_DECODER = json.JSONDecoder(parse_constant=_finite, parse_float=_finite)


def record_of(value: Mapping[str, Any]) -> tuple[Record, dict[str, Any]]:
    """Return the record in an entry's object and the fields this version does not know, as `decode_record` does."""
    told = dict(value)
    kind = told.pop("kind", None)
    cls = _KINDS.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise ContractError("kind", f"no kind {kind!r} is known here")
    return from_json(cls, told), {name: item for name, item in told.items() if name not in cls.__struct_fields__}


def link(previous: str, body: bytes) -> str:
    """Return the chain value of the entry `body` that follows the entry with chain value `previous`."""
    return hashlib.sha256(bytes.fromhex(previous) + body).hexdigest()


def day_digest(visits: Iterable[tuple[str, int]]) -> str:
    """Return the digest over (visit, rev) pairs of one day, in any order; each visit once, at its highest rev.

    >>> day_digest([("a", 1), ("b", 2)]) == day_digest([("b", 2), ("a", 1)])
    True
    >>> day_digest([]) == NO_VISITS
    True
    """
    total = 0
    for visit, rev in visits:
        total ^= int.from_bytes(hashlib.sha256(f"{visit}:{rev}".encode()).digest(), "big")
    return f"{total:064x}"
