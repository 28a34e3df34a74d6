"""The hall's outbox as sync asks for it: reads on a reader's connection, each change by the command queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection, Engine, Row, delete, func, select, update

from contracts.centre.outbox_entry import GENESIS, DayDigest, EntryKind, OutboxEntry, day_digest
from hall.centre.outbox_rows import append_entry
from hall.platform.db.connected import ConnectedWork
from hall.platform.db.engine import read_only
from hall.platform.db.hall_identity import begin_stream
from hall.platform.db.tables.core import OUTBOX_LINE, line, outbox
from hall.platform.db.tables.kept import sync_state
from hall.platform.store_ports import Commands
from sync.ports import OutboxState

T = TypeVar("T")
KEPT = timedelta(days=35)
"""How long delivered entries are kept: a centre restored from its backup asks for them again."""


class SqlOutboxReader:
    """`sync.ports.OutboxReader` over the hall's database: may be used beside a running hall service."""

    def __init__(self, engine: Engine) -> None:
        self._engine = read_only(engine)

    def state(self) -> OutboxState:
        """Return where the outbox stands now, in one consistent read."""
        return self._read(_state)

    def entries_after(self, seq: int, limit: int) -> Sequence[OutboxEntry]:
        """Return at most `limit` kept entries with a seq above `seq`, ascending, committed ones only."""
        query = select(outbox.c.seq, outbox.c.body, outbox.c.chain).where(outbox.c.seq > seq)
        return self._read(
            lambda connection: [
                OutboxEntry(row.seq, bytes(row.body), row.chain)
                for row in connection.execute(query.order_by(outbox.c.seq).limit(limit))
            ]
        )

    def chain_at(self, seq: int) -> str:
        """Return the chain value at `seq`: GENESIS at 0, or from `oldest - 1` to `newest`; LookupError elsewhere."""
        return GENESIS if seq == 0 else self._read(lambda connection: _chain_at(connection, seq))

    def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
        """Return count and digest of the hall's ended visits of each service day from `first` to `last`."""
        return self._read(lambda connection: _day_digests(connection, first, last))

    def _read(self, question: Callable[[Connection], T]) -> T:
        with self._engine.connect() as connection, connection.begin():
            return question(connection)


class SqlOutbox(SqlOutboxReader):
    """`sync.ports.Outbox` over the hall's database; each change is on disk when the call returns."""

    def __init__(self, engine: Engine, commands: Commands[ConnectedWork]) -> None:
        super().__init__(engine)
        self._commands = commands

    def delivered(self, seq: int, stream: str) -> None:
        """Move the cursor of `stream` up to `seq`, never beyond the newest entry, if it is the current one."""
        self._change(lambda connection: _move(connection, seq, stream, forward=True))

    def rewind(self, seq: int, stream: str) -> None:
        """Move the cursor of `stream` back to `seq` (≥ start - 1): the centre no longer has what came after it."""
        self._change(lambda connection: _move(connection, seq, stream, forward=False))

    def new_stream(self) -> str:
        """Begin a new stream from the oldest kept entry and return its id."""
        return self._change(begin_stream)

    def requeue(self, service_day: date) -> int:
        """Append the newest body of each visit of that day as new entries; return how many."""
        return self._commands.run(lambda work, now: _requeue(work, service_day, now.at)).result()

    def prune(self) -> int:
        """Remove delivered entries older than 35 days (never an undelivered one); return how many."""
        return self._commands.run(lambda work, now: _prune(work.connection, now.at - KEPT)).result()

    def _change(self, command: Callable[[Connection], T]) -> T:
        def run(work: ConnectedWork, _now: object) -> T:
            return command(work.connection)

        return self._commands.run(run).result()


def _state(connection: Connection) -> OutboxState:
    cursor = connection.execute(select(sync_state)).one()
    newest = int(connection.execute(select(line.c.last).where(line.c.name == OUTBOX_LINE)).scalar_one())
    oldest = connection.execute(select(func.min(outbox.c.seq))).scalar_one()
    unsent = select(outbox.c.at).where(outbox.c.seq > cursor.delivered).order_by(outbox.c.seq).limit(1)
    return OutboxState(
        stream=cursor.stream,
        start=cursor.start,
        delivered=cursor.delivered,
        oldest=newest + 1 if oldest is None else oldest,
        newest=newest,
        oldest_unsent_at=connection.execute(unsent).scalar_one_or_none(),
    )


def _chain_at(connection: Connection, seq: int) -> str:
    found = connection.execute(select(outbox.c.chain).where(outbox.c.seq == seq)).scalar_one_or_none()
    if found is not None:
        return str(found)
    cursor = connection.execute(select(sync_state)).one()
    if cursor.pruned == seq:
        return str(cursor.pruned_chain)
    raise LookupError(f"the outbox does not know the chain value at {seq}: it keeps those from {cursor.pruned} on")


def _move(connection: Connection, seq: int, stream: str, *, forward: bool) -> None:
    cursor: Row[tuple[object, ...]] = connection.execute(select(sync_state)).one()
    if cursor.stream != stream or (seq > cursor.delivered) is not forward:
        return
    newest = connection.execute(select(line.c.last).where(line.c.name == OUTBOX_LINE)).scalar_one()
    connection.execute(update(sync_state).values(delivered=max(cursor.start - 1, min(seq, newest))))


def _day_digests(connection: Connection, first: date, last: date) -> list[DayDigest]:
    newest = func.max(outbox.c.rev)
    rows = connection.execute(
        select(outbox.c.service_day, outbox.c.visit, newest)
        .where(outbox.c.kind == EntryKind.VISIT.value, outbox.c.service_day.between(first, last))
        .group_by(outbox.c.service_day, outbox.c.visit)
    )
    days: dict[date, list[tuple[str, int]]] = {}
    for day, visit, rev in rows:
        days.setdefault(day, []).append((visit, rev))
    return [DayDigest(day, len(visits), day_digest(visits)) for day, visits in sorted(days.items())]


def _requeue(work: ConnectedWork, day: date, at: datetime) -> int:
    connection = work.connection
    rows = connection.execute(
        select(outbox.c.visit, outbox.c.rev, outbox.c.body)
        .where(outbox.c.kind == EntryKind.VISIT.value, outbox.c.service_day == day)
        .order_by(outbox.c.visit, outbox.c.rev, outbox.c.seq)
    )
    newest = {row.visit: row for row in rows}
    for row in newest.values():
        body = bytes(row.body)
        append_entry(connection, EntryKind.VISIT, body, visit=row.visit, rev=row.rev, day=day, at=at)
    return len(newest)


def _prune(connection: Connection, before: datetime) -> int:
    cursor = connection.execute(select(sync_state)).one()
    old = (outbox.c.seq <= cursor.delivered) & (outbox.c.at < before)
    # Only from the beginning on: a clock that was wrong for an hour must not make a hole in the middle.
    young = select(func.min(outbox.c.seq)).where(~old).scalar_subquery()
    gone = outbox.c.seq < func.coalesce(young, cursor.delivered + 1)
    last = connection.execute(
        select(outbox.c.seq, outbox.c.chain).where(gone).order_by(outbox.c.seq.desc()).limit(1)
    ).first()
    if last is None:
        return 0
    count = connection.execute(delete(outbox).where(gone)).rowcount
    connection.execute(update(sync_state).values(pruned=last.seq, pruned_chain=last.chain))
    return count
