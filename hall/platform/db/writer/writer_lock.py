"""The writer lock: the process that holds it may write the hall's database; a second hall service is kept out.

On SQLite a locked file beside the database holds the writer lock; the kernel frees it when the process ends, however it
ends. On PostgreSQL the writer's own session holds an advisory lock and each of its transactions checks the epoch it
began: should the server have given the writer lock to somebody else meanwhile, the old writer notices before it writes.

A transaction that raised may nevertheless be stored. On SQLite its frames can lie in the WAL without a sync, and a new
connection may find them; so the writer lock folds and syncs the whole WAL before it begins the next transaction.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, event, select, text, update
from sqlalchemy.exc import DBAPIError

from common.files.lock_file import FileLock
from hall.platform.db.engine import StoreError, database_file, fold_all, keep_wal_small
from hall.platform.db.files.damage import DatabaseGoneError
from hall.platform.db.tables.kept import meta
from hall.platform.db.upsert import upsert
from hall.platform.db.writer.spare import WRITER_LOCK_ID, Spare, session_of

EPOCH = "epoch"
HEARTBEAT = "heartbeat"
BEAT_S = 2.0
"""The writer writes its heartbeat this often, and looks this often whether the writer lock is still its own."""
_EPOCH = select(meta.c.value).where(meta.c.key == EPOCH).with_for_update(read=True)
_BEGIN_EPOCH = update(meta).where(meta.c.key == EPOCH).values(value=bindparam("epoch"))
TAKEN_OVER = "another hall service has taken this hall over; this one must be started again"


class WriterLockHeldError(StoreError):
    """Another hall service writes this database."""


class WriterLock(ABC):
    """The right to write, and the connection that goes with it; used by the writer's thread only."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._in_doubt = False
        """Whether the last transaction raised: it may be stored, and not synced."""

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Run one transaction: committed when the block ends, undone when it raises."""
        connection = self._connected()
        try:
            with connection.begin():
                self._check(connection)
                yield connection
                self._check_files()  # again: commands joined meanwhile, and a visitor must not get what nobody keeps
        except BaseException:
            self._in_doubt = True
            self._forget(connection)
            raise

    def write_heartbeat(self, connection: Connection) -> None:
        """Change one row within a transaction; its commit proves that the database can be written."""
        value = f"{os.getpid()} {time.time_ns()}"
        upsert(connection, meta, {"key": HEARTBEAT, "value": value}, key=("key",))

    @abstractmethod
    def beat(self) -> None:
        """Check, while the writer has nothing to do, that the lock is still ours; raise what a transaction would."""

    @abstractmethod
    def acquire(self, *, wait_s: float = 0) -> None:
        """Take the writer lock; raise WriterLockHeldError when another holds it for longer than `wait_s`."""

    @abstractmethod
    def release(self) -> None:
        """Give the writer lock up."""

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _check_files(self) -> None:  # noqa: B027 - a database that is not a file has none
        """Raise StoreError when lock or database are not the files any more that were opened."""

    @abstractmethod
    def _check(self, connection: Connection) -> None:
        """Raise WriterLockHeldError when the writer lock was lost."""

    def _forget(self, connection: Connection) -> None:
        # After a failure the session may be dead or half way: the next transaction begins with a new one.
        with contextlib.suppress(DBAPIError):
            connection.invalidate()
            connection.close()
        self._connection = None


class FileWriterLock(WriterLock):
    """The writer lock of an SQLite database."""

    def __init__(self, engine: Engine, database: Path) -> None:
        super().__init__(engine)
        self._database = database
        self._lock = FileLock(database.with_name(database.name + ".lock"))
        self._opened: tuple[int, int] | None = None
        event.listen(engine, "do_connect", self._keep_from_creating)

    def acquire(self, *, wait_s: float = 0) -> None:
        """Take the writer lock; raise WriterLockHeldError, which names the process that holds it."""
        if not self._lock.take(wait_s):
            raise WriterLockHeldError(
                f"another hall service (process {self._lock.holder() or 'unknown'}) already runs on this database; "
                f"stop it first. Its lock is {self._lock.path}"
            )

    def release(self) -> None:
        """Give the writer lock up."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._lock.leave()

    def beat(self) -> None:
        """Check that lock file and database are still the files that were opened."""
        self._check_files()

    def _connected(self) -> Connection:
        connection = super()._connected()
        if self._opened is None:
            self._opened = _identity(self._database)
        if self._in_doubt:
            try:
                fold_all(connection.connection)
                keep_wal_small(connection.connection)
            except Exception:
                self._forget(connection)
                raise
            self._in_doubt = False
        return connection

    def _check(self, _connection: Connection) -> None:
        self._check_files()

    def _check_files(self) -> None:
        if not self._lock.is_held():
            raise WriterLockHeldError(
                f"the lock file {self._lock.path} was removed or replaced, so another hall service may write this "
                "database; this one must be started again"
            )
        self._keep_from_creating()

    def _keep_from_creating(self, *_connecting: object) -> None:
        """Keep the driver from making an empty database where the hall's own was removed."""
        if self._opened is not None and _identity(self._database) != self._opened:
            raise DatabaseGoneError(f"the database {self._database} was removed or replaced while the hall used it")


class SessionWriterLock(WriterLock):
    """The writer lock of a PostgreSQL database."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._epoch = secrets.token_hex(16)
        self._held = False
        """Whether this service has begun its epoch, so that any other one in the database is a successor's."""
        self._sessions: set[int] = set()
        """The server's sessions of this service that may hold the writer lock."""
        self._beat_due_s = 0.0

    def acquire(self, *, wait_s: float = 0) -> None:
        """Take the writer lock, waiting up to `wait_s` seconds for the one before to end; raise WriterLockHeldError."""
        connection = Spare(self._engine, own_sessions=self._sessions).wait(wait_s)
        if connection is None and self._held:
            raise WriterLockHeldError(TAKEN_OVER)
        if connection is None:
            raise WriterLockHeldError(
                "another hall service already runs on this database; stop it first, or let this one wait with "
                "--takeover-wait-s"
            )
        self._connection = connection
        self._sessions = {session_of(connection)}

    def release(self) -> None:
        """Release the writer lock, so that a waiting service gets it at once, and end the session."""
        if self._connection is not None:
            with contextlib.suppress(DBAPIError), self._connection.begin():
                self._connection.execute(text(f"SELECT pg_advisory_unlock({WRITER_LOCK_ID})"))
            self._forget(self._connection)

    def beat(self) -> None:
        """Write the heartbeat that a waiting hall service looks for."""
        with self.transaction():
            pass

    def write_heartbeat(self, connection: Connection) -> None:
        """Write which session holds the writer lock, and when it was last alive."""
        value = f"{session_of(connection)} {time.time_ns()}"
        upsert(connection, meta, {"key": HEARTBEAT, "value": value}, key=("key",))
        self._beat_due_s = time.monotonic() + BEAT_S

    def _connected(self) -> Connection:
        if self._connection is None:
            self.acquire()
            self._begin_epoch(super()._connected())
        elif not self._held:
            self._begin_epoch(self._connection)
        self._in_doubt = False  # what the server shows after a commit is on its disk
        return super()._connected()

    def _begin_epoch(self, connection: Connection) -> None:
        """Begin the service's epoch; once it had begun, nobody else may have begun another one.

        It is the same after each lost session: an answer to this commit, too, can be lost.
        """
        try:
            with connection.begin():
                last = connection.execute(_EPOCH).scalar_one()
                if self._held and last != self._epoch:
                    raise WriterLockHeldError(TAKEN_OVER)
                # The row stays locked by a transaction of before that is not ended yet: this waits for it.
                connection.execute(_BEGIN_EPOCH, {"epoch": self._epoch})
        except (DBAPIError, WriterLockHeldError):
            self._forget(connection)
            raise
        self._held = True

    def _check(self, connection: Connection) -> None:
        if connection.execute(_EPOCH).scalar_one() != self._epoch:
            raise WriterLockHeldError(TAKEN_OVER)
        if time.monotonic() >= self._beat_due_s:
            self.write_heartbeat(connection)


def make_writer_lock(engine: Engine) -> WriterLock:
    """Return the writer lock of this database, not taken yet."""
    if engine.dialect.name != "sqlite":
        return SessionWriterLock(engine)
    file = database_file(engine)
    if file is None:
        raise StoreError("a hall's SQLite database must be a file")
    return FileWriterLock(engine, file)


def _identity(file: Path) -> tuple[int, int] | None:
    """Return what names a file on its machine whatever its path, or None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
