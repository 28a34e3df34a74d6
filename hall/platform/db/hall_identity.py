"""Who this hall's database is: its instance, the stream of its live link and that of its records to the centre."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection, insert, select, update

from contracts.centre.outbox_entry import GENESIS
from hall.platform.db.tables.core import OUTBOX_LINE, line, outbox
from hall.platform.db.tables.kept import meta, sync_state
from hall.platform.db.upsert import upsert
from hall.platform.db.writer.writer_lock import EPOCH

INSTANCE = "instance"
LIVE_STREAM = "live_stream"
ADDRESS = "address"
AUTHORITY = "authority"


def create_identity(connection: Connection) -> None:
    """Give a new database its names and the beginnings of its lines; do nothing in one that has them."""
    if connection.execute(select(meta.c.key).where(meta.c.key == INSTANCE)).first() is not None:
        return
    names = {INSTANCE: _new_name(), LIVE_STREAM: _new_name(), EPOCH: "0"}
    connection.execute(insert(meta), [{"key": key, "value": value} for key, value in names.items()])
    connection.execute(insert(line), {"name": OUTBOX_LINE, "last": 0, "head": GENESIS})
    beginning = {"id": 1, "stream": _new_name(), "start": 1, "delivered": 0, "pruned": 0, "pruned_chain": GENESIS}
    connection.execute(insert(sync_state), beginning)


def instance_of(connection: Connection) -> str:
    """Return the id of this database, which no restored copy shares."""
    return _meta(connection, INSTANCE)


def live_stream(connection: Connection) -> str:
    """Return the stream id of the live link."""
    return _meta(connection, LIVE_STREAM)


def keep_address(connection: Connection, address: str, authority: str = "") -> None:
    """Keep where this hall answers and the authority that vouches for it (PEM), for what is made on its machine."""
    upsert(connection, meta, {"key": ADDRESS, "value": address}, key=("key",))
    upsert(connection, meta, {"key": AUTHORITY, "value": authority}, key=("key",))


def authority_of(connection: Connection) -> str:
    """Return the certificate of the hall's authority (PEM); empty where it last ran without HTTPS."""
    return connection.execute(select(meta.c.value).where(meta.c.key == AUTHORITY)).scalar_one_or_none() or ""


def address_of(connection: Connection) -> str | None:
    """Return where the hall answered when it last ran; None before its first start."""
    return connection.execute(select(meta.c.value).where(meta.c.key == ADDRESS)).scalar_one_or_none()


def begin_again(connection: Connection) -> None:
    """Take new names after a restore: clients of the old history must get a snapshot, the centre another stream."""
    for key in (INSTANCE, LIVE_STREAM):
        connection.execute(update(meta).where(meta.c.key == key).values(value=_new_name()))
    begin_stream(connection)


def begin_stream(connection: Connection) -> str:
    """Begin a new stream to the centre from the oldest kept entry and return its id."""
    stream = _new_name()
    oldest = connection.execute(select(outbox.c.seq).order_by(outbox.c.seq).limit(1)).scalar_one_or_none()
    last = connection.execute(select(line.c.last).where(line.c.name == OUTBOX_LINE)).scalar_one()
    start = last + 1 if oldest is None else oldest
    connection.execute(update(sync_state).values(stream=stream, start=start, delivered=start - 1))
    return stream


def _meta(connection: Connection, key: str) -> str:
    return str(connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar_one())


def _new_name() -> str:
    return str(uuid.uuid4())
