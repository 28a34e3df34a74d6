"""Check that a batch continues what the centre has of its stream, and that one installation sends for a hall."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import Connection, bindparam, func, insert, select, update

from central.errors import BodyError, StreamError
from central.store.tables.halls import batch, hall, stream
from contracts.centre.batch import OPAQUE_MARK, BatchHeader, read_opaque

_CHAIN_BYTES = 32

# Each of these is asked with every batch: made once, they cost half of what making them again does.
_MINE = (stream.c.hall == bindparam("of_hall"), stream.c.stream == bindparam("of_stream"))
_FIND_HOLDER = (
    select(hall.c.holder, hall.c.held_until).where(hall.c.hall == bindparam("of_hall")).with_for_update()
)  # fmt: skip
_HOLD = update(hall).where(hall.c.hall == bindparam("of_hall")).values(
    {name: bindparam(name) for name in ("holder", "held_until", "last_contact_at", "app", "skew_ms")}
)  # fmt: skip
_MOVE = update(stream).where(*_MINE).values({name: bindparam(name) for name in ("acked_seq", "head", "last_seen_at")})


@dataclass(frozen=True)
class Stream:
    """A stream as stored; `number` counts the hall's streams (1 is the first), `origin` is the chain before `start`."""

    stream: str
    number: int
    start: int
    origin: str
    acked_seq: int
    head: str


_FIND_STREAM = select(*(stream.c[name] for name in Stream.__dataclass_fields__)).where(*_MINE)


def chains_of(header: BatchHeader, lines: Sequence[bytes]) -> dict[int, bytes]:
    """Return the chain values, 32 bytes each, at first - 1 and at each line; BodyError unless they end at `head`."""
    chain = bytes.fromhex(header.previous)
    chains = {header.first - 1: chain}
    for seq, line in enumerate(lines, header.first):
        opaque = read_opaque(line) if OPAQUE_MARK in line else None
        chain = bytes.fromhex(opaque[1]) if opaque else hashlib.sha256(chain + line).digest()
        chains[seq] = chain
    if chain.hex() != header.head:
        raise BodyError("chain", "the entries do not hash to the head that the batch announces: send it again")
    return chains


def take_lease(connection: Connection, hall_id: str, instance: str, *, now: datetime) -> None:
    """Lock the hall's row for this transaction; StreamError `lease` when another installation holds it.

    `hold_lease` writes down that this one does, at the end of the same transaction.
    """
    row = connection.execute(_FIND_HOLDER, {"of_hall": hall_id}).one()
    if row.holder and row.holder != instance and row.held_until and row.held_until > now:
        until = f"{row.held_until:%H:%M:%S} UTC"
        raise StreamError(
            "lease",
            f"another installation ({row.holder}) sends for hall {hall_id} until {until}: stop one of them",
            more={"holder": row.holder, "held_until": row.held_until.isoformat()},
        )


def hold_lease(
    connection: Connection, hall_id: str, header: BatchHeader, *, skew_ms: int | None, now: datetime, lease_s: int
) -> None:
    """Note that the batch's installation holds the hall for `lease_s` from now, and what was seen of it."""
    held = {"holder": header.instance, "held_until": now + timedelta(seconds=lease_s), "last_contact_at": now}
    seen = {"app": header.app[:40], "skew_ms": skew_ms}
    connection.execute(_HOLD, {"of_hall": hall_id, **held, **seen})


def find_stream(connection: Connection, hall_id: str, header: BatchHeader, *, now: datetime) -> Stream:
    """Return the stored stream of the batch, made when new; StreamError `gap` when its beginning is missing here."""
    row = connection.execute(_FIND_STREAM, {"of_hall": hall_id, "of_stream": header.stream}).one_or_none()
    if row is not None:
        return Stream(*row)
    if header.first != header.start:
        raise _gap(header.start - 1)
    counted = select(func.count()).select_from(stream).where(stream.c.hall == hall_id)
    number = connection.execute(counted).scalar_one() + 1
    new = Stream(header.stream, number, header.start, header.previous, header.start - 1, header.previous)
    row_of_new = {"hall": hall_id, **new.__dict__, "first_seen_at": now, "last_seen_at": now}
    connection.execute(insert(stream), row_of_new)
    return new


def check_continues(
    connection: Connection, hall_id: str, known: Stream, header: BatchHeader, chains: dict[int, bytes]
) -> None:
    """Raise StreamError `gap` when entries before the batch are missing, `fork` when what overlaps is not ours."""
    if header.first > known.acked_seq + 1:
        raise _gap(known.acked_seq)
    stored = {known.start - 1: bytes.fromhex(known.origin), known.acked_seq: bytes.fromhex(known.head)}
    if header.first <= known.acked_seq:  # what follows on touches nothing else that is stored
        stored |= _stored_chains(connection, hall_id, known, header.first - 1, header.last)
    overlap = {seq: chain for seq, chain in stored.items() if header.first - 1 <= seq <= header.last}
    if header.first < known.start or any(chains[seq] != chain for seq, chain in overlap.items()):
        raise StreamError(
            "fork",
            "the hall's history differs from the centre's: it was restored from a backup; begin a new stream",
            more={"acked_seq": known.acked_seq, "head": known.head},
        )


def move_cursor(
    connection: Connection, hall_id: str, known: Stream, header: BatchHeader, chains: dict[int, bytes], *, now: datetime
) -> None:
    """Move the stream's cursor to the batch's end."""
    acked = max(known.acked_seq, header.last)
    head = chains[header.last].hex() if header.last > known.acked_seq else known.head
    moved = {"acked_seq": acked, "head": head, "last_seen_at": now}
    connection.execute(_MOVE, {"of_hall": hall_id, "of_stream": known.stream, **moved})


def pack_chains(chains: dict[int, bytes], first: int, last: int) -> bytes:
    """Return the chain values from `first` to `last` as one run of bytes, 32 each."""
    return b"".join(chains[seq] for seq in range(first, last + 1))


def _gap(acked_seq: int) -> StreamError:
    detail = f"entries are missing here: send again from {acked_seq + 1}"
    return StreamError("gap", detail, more={"acked_seq": acked_seq})


def _stored_chains(connection: Connection, hall_id: str, known: Stream, low: int, high: int) -> dict[int, bytes]:
    stored: dict[int, bytes] = {}
    found = connection.execute(
        select(batch.c.first, batch.c.chains)
        .where(batch.c.hall == hall_id, batch.c.stream == known.stream, batch.c.first <= high, batch.c.last >= low)
        .order_by(batch.c.first)
    )
    for row in found:
        edges = range(0, len(row.chains) + 1, _CHAIN_BYTES)
        for seq, (begin, end) in enumerate(pairwise(edges), row.first):
            stored[seq] = row.chains[begin:end]
    return stored
