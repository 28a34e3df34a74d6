"""The one seat of the writer: whoever holds it may write the hall's database; a second hall service is kept out.

On SQLite a locked file beside the database holds the seat; the kernel frees it when the process ends, however it ends.
On PostgreSQL the writer's own session holds an advisory lock and each of its transactions checks the epoch it began:
should the server have given the seat to somebody else meanwhile, the old writer notices before it writes.
"""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, select, text, update
from sqlalchemy.exc import DBAPIError, OperationalError

from hall.adapters.engine import StoreError, database_file
from hall.adapters.lock_file import FileLock
from hall.adapters.tables_kept import meta

EPOCH = "epoch"
SEAT_LOCK = 0x44617772  # "Dawr": the advisory lock is one for each database
_EPOCH = select(meta.c.value).where(meta.c.key == EPOCH).with_for_update(read=True)
_BEGIN_EPOCH = update(meta).where(meta.c.key == EPOCH).values(value=bindparam("epoch"))
TAKEN_OVER = "another hall service has taken this hall over; this one must be started again"


class SeatTakenError(StoreError):
    """Another hall service writes this database."""


class WriterSeat(ABC):
    """The right to write, and the connection that goes with it; used by the writer's thread only."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Run one transaction: committed when the block ends, undone when it raises."""
        connection = self._connected()
        try:
            with connection.begin():
                self._check(connection)
                yield connection
        except BaseException as error:
            if isinstance(error, DBAPIError | SeatTakenError):
                self._forget(connection)
            raise

    @abstractmethod
    def take(self, *, wait_s: float = 0) -> None:
        """Take the seat; raise SeatTakenError when another holds it for longer than `wait_s`."""

    @abstractmethod
    def leave(self) -> None:
        """Give the seat up."""

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _check(self, connection: Connection) -> None:  # noqa: B027 - a locked file cannot be lost: nothing to check
        """Raise SeatTakenError when the seat was lost."""

    def _forget(self, connection: Connection) -> None:
        # After a failure the session may be dead or half way: the next transaction begins with a new one.
        with contextlib.suppress(DBAPIError):
            connection.invalidate()
            connection.close()
        self._connection = None


class FileSeat(WriterSeat):
    """The seat of an SQLite database."""

    def __init__(self, engine: Engine, database: Path) -> None:
        super().__init__(engine)
        self._lock = FileLock(database.with_name(database.name + ".lock"))

    def take(self, *, wait_s: float = 0) -> None:
        """Take the seat; raise SeatTakenError, which names the process that holds it."""
        if not self._lock.take(wait_s):
            raise SeatTakenError(
                f"another hall service (process {self._lock.holder() or 'unknown'}) already runs on this database; "
                f"stop it first. Its lock is {self._lock.path}"
            )

    def leave(self) -> None:
        """Give the seat up."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._lock.leave()


class SessionSeat(WriterSeat):
    """The seat of a PostgreSQL database."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._epoch: int | None = None

    def take(self, *, wait_s: float = 0) -> None:
        """Take the seat, waiting up to `wait_s` seconds for the one before to end; raise SeatTakenError."""
        connection = self._engine.connect()
        try:
            self._lock(connection, wait_s)
        except BaseException:
            connection.invalidate()
            connection.close()
            raise
        self._connection = connection

    def leave(self) -> None:
        """Give the seat up, at once for whoever waits, and end the session."""
        if self._connection is not None:
            with contextlib.suppress(DBAPIError), self._connection.begin():
                self._connection.execute(text(f"SELECT pg_advisory_unlock({SEAT_LOCK})"))
            self._forget(self._connection)

    def _lock(self, connection: Connection, wait_s: float) -> None:
        try:
            with connection.begin():
                connection.execute(text(f"SET LOCAL lock_timeout = {max(int(wait_s * 1000), 1)}"))
                connection.execute(text(f"SELECT pg_advisory_lock({SEAT_LOCK})"))
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) != "55P03":  # lock_not_available
                raise
            raise SeatTakenError(
                "another hall service already runs on this database; stop it first, or let this one wait with "
                "HALL_TAKEOVER_WAIT_S"
            ) from error

    def _connected(self) -> Connection:
        if self._connection is None:
            self.take()
            self._begin_epoch(super()._connected(), after=self._epoch)
        elif self._epoch is None:
            self._begin_epoch(self._connection, after=None)
        return super()._connected()

    def _begin_epoch(self, connection: Connection, *, after: int | None) -> None:
        """Begin the next epoch; `after` is the one that was ours, beyond which nobody else may have sat here."""
        try:
            with connection.begin():
                last = int(connection.execute(_EPOCH).scalar_one())
                if after is not None and last != after:
                    raise SeatTakenError(TAKEN_OVER)
                connection.execute(_BEGIN_EPOCH, {"epoch": str(last + 1)})
        except (DBAPIError, SeatTakenError):
            self._forget(connection)
            raise
        self._epoch = last + 1

    def _check(self, connection: Connection) -> None:
        if connection.execute(_EPOCH).scalar_one() != str(self._epoch):
            raise SeatTakenError(TAKEN_OVER)


def make_seat(engine: Engine) -> WriterSeat:
    """Return the seat of this database, not taken yet."""
    if engine.dialect.name != "sqlite":
        return SessionSeat(engine)
    file = database_file(engine)
    if file is None:
        raise StoreError("a hall's SQLite database must be a file")
    return FileSeat(engine, file)
