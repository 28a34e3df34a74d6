"""Take a batch in, once, whatever arrives twice: one transaction from the checks to the moved cursor."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, and_, insert, select, update
from sqlalchemy.exc import DataError

from central.enquiries.enquiries import merge_enquiries
from central.errors import BodyError, SchemaError
from central.figures.rollups import any_day_deleted, mark_dirty
from central.intake import streams
from central.intake.line_parser import Sorted, sort_lines
from central.intake.storable import sort_storable
from central.requests.requests import merge_requests
from central.satisfaction.complaints import merge_complaints
from central.satisfaction.surveys import merge_surveys
from central.store.merge import insert_ignoring, merge_visits
from central.store.tables.halls import audit, batch, quarantine, visit
from central.store.visit_row import named
from contracts.centre.batch import BatchHeader, batch_name, content_digest, read_batch
from contracts.centre.outbox_entry import encode_body
from contracts.centre.sync_api import SCHEMA, BatchAnswer, QuarantinedEntry
from contracts.codec.reader import ContractError, to_json
from sync.packing import unpack

OLDEST_SCHEMA = 1
_NOTE = insert(batch)


@dataclass(frozen=True)
class Incoming:
    """A batch as it came: path, headers and packed body; `sent_at` is the hall's clock where it told it."""

    hall: str
    stream: str
    name: str
    digest: str
    content: bytes
    sent_at: datetime | None
    coding: str = "gzip"


@dataclass(frozen=True)
class IngestRules:
    """What an administrator may set: how long an installation holds its hall, and whose calendar days count."""

    lease_s: int = 900
    time_zone: str = "Asia/Muscat"


def accept(engine: Engine, incoming: Incoming, *, now: datetime, rules: IngestRules) -> BatchAnswer:
    """Store what is new in the batch and return the answer, committed; raise CentralError and store nothing.

    An entry that the database itself refuses goes into quarantine with the database's reason; the others go through.
    """
    today = now.astimezone(ZoneInfo(rules.time_zone)).date()
    header, lines = _read(incoming)
    chains = streams.chains_of(header, lines)
    numbered = list(enumerate(lines, header.first))
    read = _Read(header, numbered, chains, sort_lines(numbered, hall=incoming.hall, today=today))
    try:
        return _taken(engine, incoming, read, today=today, now=now, rules=rules)
    except DataError:
        return _taken(engine, incoming, read, today=today, now=now, rules=rules, try_each=True)


@dataclass(frozen=True)
class _Read:
    """A batch that was read: its lines under their numbers, the chain value after each, and what they hold."""

    header: BatchHeader
    lines: Sequence[tuple[int, bytes]]
    chains: dict[int, bytes]
    found: Sorted


def _taken(
    engine: Engine,
    incoming: Incoming,
    read: _Read,
    *,
    today: date,
    now: datetime,
    rules: IngestRules,
    try_each: bool = False,
) -> BatchAnswer:
    header, chains, found, numbered = read.header, read.chains, read.found, read.lines
    with engine.begin() as connection:
        streams.take_lease(connection, incoming.hall, header.instance, now=now)
        known = streams.find_stream(connection, incoming.hall, header, now=now)
        streams.check_continues(connection, incoming.hall, known, header, chains)
        fresh = [(seq, line) for seq, line in numbered if seq > known.acked_seq]
        if try_each:
            merge = functools.partial(_merge, connection, hall=incoming.hall, stream=known.stream, rules=rules, now=now)
            found = sort_storable(connection, fresh, merge, hall=incoming.hall, today=today)
        elif len(fresh) < len(numbered):
            found = sort_lines(fresh, hall=incoming.hall, today=today)
        skew_ms = _skew_ms(incoming.sent_at, now)
        _store(connection, incoming, known, found, rules=rules, now=now)
        if fresh:
            _note_batch(connection, incoming, header, chains, first=fresh[0][0], skew_ms=skew_ms, now=now)
        streams.move_cursor(connection, incoming.hall, known, header, chains, now=now)
        streams.hold_lease(connection, incoming.hall, header, skew_ms=skew_ms, now=now, lease_s=rules.lease_s)
    return BatchAnswer(
        batch=incoming.name,
        digest=incoming.digest,
        acked_seq=max(known.acked_seq, header.last),
        replayed=not fresh,
        quarantined=tuple(QuarantinedEntry(bad.seq, bad.reason) for bad in found.bad),
        skew_ms=skew_ms,
    )


def retry_quarantine(engine: Engine, *, now: datetime, rules: IngestRules, only: int | None = None) -> tuple[int, int]:
    """Read all open entries in quarantine again, or that of the id `only`; return how many were stored, and stay."""
    open_rows = select(quarantine).where(quarantine.c.resolved_at.is_(None))
    if only is not None:
        open_rows = open_rows.where(quarantine.c.id == only)
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(open_rows).all()
    stored = 0
    for row in rows:
        today = row.received_at.astimezone(ZoneInfo(rules.time_zone)).date()
        found = sort_lines([(row.seq, row.body)], hall=row.hall, today=today)
        if found.bad:
            continue
        with engine.connect().execution_options(read_only=True) as connection:
            if any_day_deleted(connection, row.hall, found.days()):
                continue  # the day would be counted again by this visit alone
        with contextlib.suppress(DataError), engine.begin() as connection:  # what the database refuses stays
            _merge(connection, found, hall=row.hall, stream=row.stream, rules=rules, now=now)
            connection.execute(update(quarantine).where(quarantine.c.id == row.id).values(resolved_at=now))
            stored += 1
    return stored, len(rows) - stored


def _read(incoming: Incoming) -> tuple[BatchHeader, tuple[bytes, ...]]:
    if content_digest(incoming.content) != incoming.digest:
        detail = "the body does not match its Content-Digest: it was changed on the way, send it again"
        raise BodyError("digest", detail)
    try:
        header, lines = read_batch(unpack(incoming.content, incoming.coding))
    except ContractError as error:
        raise BodyError("unreadable_batch", f"the batch cannot be read: {error}") from error
    if not OLDEST_SCHEMA <= header.schema <= SCHEMA:
        raise SchemaError(
            "schema",
            f"the batch has schema {header.schema}, read here are {OLDEST_SCHEMA} to {SCHEMA}: update the older side",
            more={"schema_min": OLDEST_SCHEMA, "schema_max": SCHEMA},
        )
    named = (batch_name(header.first, header.last), header.stream)
    if named != (incoming.name, incoming.stream):
        detail = f"the path names batch {incoming.name}, the body is batch {named[0]} of {named[1]}"
        raise BodyError("batch_mismatch", detail)
    _check_lengths(header)
    return header, lines


def _check_lengths(header: BatchHeader) -> None:
    if not (0 < len(header.stream) <= 64 and 0 < len(header.instance) <= 64 and header.last < 2**62):
        raise BodyError("unreadable_batch", "stream and instance have 1 to 64 characters, seqs are below 2^62")


def _skew_ms(sent_at: datetime | None, now: datetime) -> int | None:
    return None if sent_at is None else int((now - sent_at).total_seconds() * 1000)


def _store(
    connection: Connection,
    incoming: Incoming,
    known: streams.Stream,
    found: Sorted,
    *,
    rules: IngestRules,
    now: datetime,
) -> None:
    if known.number > 1:
        _keep_superseded(connection, known.stream, found, now=now)
    _merge(connection, found, hall=incoming.hall, stream=known.stream, rules=rules, now=now)
    common = {"hall": incoming.hall, "stream": known.stream, "received_at": now}
    insert_ignoring(connection, quarantine, [{**common, **bad.__dict__} for bad in found.bad])


def _merge(connection: Connection, found: Sorted, *, hall: str, stream: str, rules: IngestRules, now: datetime) -> None:
    insert_ignoring(connection, audit, [{**row, "received_at": now} for row in found.audits.values()])
    requests = [{**row, "received_at": now} for row in found.requests.values()]
    merge_requests(connection, requests, time_zone=rules.time_zone)
    merge_enquiries(connection, list(found.enquiries.values()), now=now)
    merge_surveys(connection, list(found.surveys.values()), now=now)
    merge_complaints(connection, list(found.complaints.values()), now=now)
    merge_visits(connection, found.visits.values(), stream=stream, now=now)
    if found.visits:
        mark_dirty(connection, hall, found.days(), now=now)


def _keep_superseded(connection: Connection, stream: str, found: Sorted, *, now: datetime) -> None:
    """Keep the record that a restored hall's record of the same revision replaces, so that nothing is lost."""
    for row in map(named, found.visits.values()):
        where = and_(*(visit.c[name] == row[name] for name in ("hall", "service_day", "visit", "rev")))
        differs = and_(visit.c.stream != stream, visit.c.body_hash != row["body_hash"])
        old = connection.execute(select(visit).where(where, differs)).mappings().one_or_none()
        if old is None:
            continue
        reason = f"replaced by the record of the restored hall at the same revision {row['rev']}"
        body = encode_body({"kind": "superseded", **to_json(old)})
        kept = {"hall": row["hall"], "stream": old["stream"], "seq": 0, "reason": reason, "body": body}
        hashed = {"body_hash": hashlib.sha256(body).hexdigest(), "received_at": now, "resolved_at": now}
        insert_ignoring(connection, quarantine, [{**kept, **hashed}])


def _note_batch(
    connection: Connection,
    incoming: Incoming,
    header: BatchHeader,
    chains: dict[int, bytes],
    *,
    first: int,
    skew_ms: int | None,
    now: datetime,
) -> None:
    row = {
        "hall": incoming.hall,
        "stream": header.stream,
        "first": first,
        "last": header.last,
        "chains": streams.pack_chains(chains, first, header.last),
        "digest": hashlib.sha256(incoming.content).hexdigest(),
        "app": header.app[:40],
        "skew_ms": skew_ms,
        "received_at": now,
    }
    connection.execute(_NOTE, row)
