"""Open the hall's database: SQLite (WAL, FULL, transactions of our own) or PostgreSQL (keepalive).

The driver must not begin transactions: it would begin too late, leave DDL outside and let a SAVEPOINT without
a BEGIN survive the outer rollback. So `isolation_level=None`, and our dialect says BEGIN IMMEDIATE; an engine of
`reading` says BEGIN before that. A listener for "begin" would say both, but where an engine has any listener,
SQLAlchemy looks for more of them four times in each statement, which then takes a fifth longer.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

log = logging.getLogger(__name__)

OLDEST_SQLITE = (3, 51, 3)
"""Older libraries can corrupt a WAL when two connections write and checkpoint at once."""
BUSY_MS = 5_000
KEPT_STATEMENTS = 1_000
"""More than the hall has.

The driver's default is 100; from the 101st on each new statement replaces the newest one. In a new hall, which has just
made its tables, SQLite then parsed and planned every statement of every command again (20 to 70 µs).
"""
CONNECTION: Mapping[str, Any] = {
    "timeout": BUSY_MS / 1000,
    "isolation_level": None,
    "check_same_thread": False,
    "cached_statements": KEPT_STATEMENTS,
}
"""How SQLite's driver opens each connection."""
_READ_ONLY = "read_only"
"""Key in the pool's notes about a connection: whether it was last set to read only."""
WAL_PAGES = 8_000
"""32 MB: when the WAL is larger, a commit runs the checkpoint even if the hall had no pause."""
PAGE_BYTES = 4_096
SMALL_WAL_PAGES = 1_000
"""4 MB, SQLite's own default: for a writer whose disk was full or failed (`keep_wal_small`)."""
KEEPALIVE = {
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
# The server, too, must notice within 20 s that a hall service has vanished, or its lock would outlive it.
SERVER_OPTIONS = " ".join(
    f"-c {name}={value}"
    for name, value in {
        "timezone": "UTC",
        "synchronous_commit": "on",
        "tcp_keepalives_idle": 5,
        "tcp_keepalives_interval": 2,
        "tcp_keepalives_count": 3,
        "tcp_user_timeout": 10_000,
    }.items()
)


class StoreError(Exception):
    """The database cannot be used as it is; the message says what to do."""


def make_engine(url: str) -> Engine:
    """Return an engine for an SQLAlchemy address; raise StoreError when the database or its library cannot be used."""
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite(url)
    return create_engine(
        url,
        pool_pre_ping=True,
        pool_size=8,
        max_overflow=4,
        connect_args={**KEEPALIVE, "connect_timeout": 5, "options": SERVER_OPTIONS},
        hide_parameters=True,
    )


def open_for_reads(url: str) -> Engine:
    """Return an engine for reads of a database that exists; raise StoreError where its file is missing.

    SQLite itself would make an empty file, which belongs to the user of the program that asked.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").is_file():
        raise StoreError(f"there is no database {address.database}")
    return read_only(make_engine(url))


def read_only(engine: Engine) -> Engine:
    """Return the same engine for reads only: one snapshot for each transaction, and no waiting for the writer."""
    if engine.dialect.name == "sqlite":
        readers = engine.execution_options()
        event.listen(readers, "begin", _begin_reading)
        return readers
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def database_file(engine: Engine) -> Path | None:
    """Return the SQLite file, or None for a database that is not a file."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name and name != ":memory:" else None


def fold_wal(engine: Engine) -> int:
    """Fold what is committed into SQLite's own file; return how many pages of the WAL are folded in by now.

    Nobody waits for it, and it waits for nobody: what a reader or the writer holds is left for the next time. Without
    it every hundredth commit or so would do it, and its two more syncs of the disk, before its visitor has an answer.
    """
    if database_file(engine) is None:
        return 0
    raw = engine.raw_connection()
    try:
        # Outside a transaction, which is why SQLAlchemy's own connection will not do.
        cursor = writing_cursor(raw)
        _busy, _pages, folded = cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    finally:
        raw.close()
    return max(0, int(folded))  # -1 with a rollback journal


def fold_all(raw: PoolProxiedConnection) -> None:
    """Fold the whole WAL into SQLite's own file and sync it, outside a transaction; raise StoreError if some is left.

    It waits for readers (`BUSY_MS`); what a failed sync has left in the WAL is on the disk afterwards.
    """
    busy, pages, folded = writing_cursor(raw).execute("PRAGMA wal_checkpoint(FULL)").fetchone()
    if busy or folded < pages:
        raise StoreError("a reader keeps the WAL from being folded; it is tried again")


def keep_wal_small(raw: PoolProxiedConnection) -> None:
    """Let this connection fold the WAL when it has `SMALL_WAL_PAGES`, and give the room of a larger one back.

    A WAL may take all that is left of a disk, and then nothing can be folded any more: that needs room too.
    """
    cursor = writing_cursor(raw)
    cursor.execute(f"PRAGMA wal_autocheckpoint={SMALL_WAL_PAGES}")
    cursor.execute(f"PRAGMA journal_size_limit={SMALL_WAL_PAGES * PAGE_BYTES}")


def empty_wal(engine: Engine) -> bool:
    """Fold the WAL into SQLite's own file and cut it to nothing; say whether that could be done now.

    What was erased stands in the WAL's older pages until they are written over. The writer waits meanwhile.
    """
    if database_file(engine) is None:
        return True
    raw = engine.raw_connection()
    try:
        cursor = writing_cursor(raw)
        busy, _pages, _folded = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        raw.close()
    return not busy


def writing_cursor(raw: PoolProxiedConnection) -> Any:  # noqa: ANN401 - a driver's cursor
    """Return a cursor outside a transaction that may write, even if a reader had the connection before."""
    cursor = raw.cursor()
    cursor.execute("PRAGMA query_only = 0")
    raw.info[_READ_ONLY] = False
    return cursor


def journal_mode(version: tuple[int, ...], *, bundled: bool) -> str:
    """Return the journal mode that is safe with this SQLite library; raise StoreError for none.

    >>> journal_mode((3, 53, 4), bundled=True), journal_mode((3, 46, 1), bundled=False)
    ('wal', 'delete')
    >>> journal_mode((3, 46, 1), bundled=True)
    Traceback (most recent call last):
    hall.platform.db.engine.StoreError: pysqlite3 brings SQLite 3.46.1, which can damage its file: upgrade pysqlite3
    """
    if version >= OLDEST_SQLITE:
        return "wal"
    if not bundled:
        return "delete"
    shown = ".".join(map(str, version))
    raise StoreError(f"pysqlite3 brings SQLite {shown}, which can damage its file: upgrade pysqlite3")


def sqlite_library() -> tuple[ModuleType, str]:
    """Return the SQLite driver and the journal mode that is safe with it."""
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415
    except ImportError:  # no wheel for this machine
        return sqlite3, journal_mode(sqlite3.sqlite_version_info, bundled=False)
    library: ModuleType = dbapi2
    return library, journal_mode(dbapi2.sqlite_version_info, bundled=True)


def _sqlite(url: str) -> Engine:
    library, journal = sqlite_library()
    if journal != "wal":
        log.info(
            "SQLite %s is too old for a WAL: the hall runs, more slowly, with a rollback journal",
            library.sqlite_version,
        )
    file = make_url(url).database
    if file:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        make_url(url).set(drivername="sqlite+hall"),
        module=library,
        poolclass=QueuePool,
        pool_size=8,
        connect_args={**CONNECTION},
        hide_parameters=True,  # names, hashes and keys must not stand in the log of an error
    )

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection has no common type
        # No mmap_size: a memory-mapped file turns one bad page into many.
        for setting in (
            f"busy_timeout={BUSY_MS}",
            f"journal_mode={journal}",
            f"wal_autocheckpoint={WAL_PAGES}",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",  # what is erased leaves no bytes in the file
        ):
            connection.execute(f"PRAGMA {setting}")

    return engine


class HallSqlite(SQLiteDialect_pysqlite):
    """SQLite whose transactions may write from their beginning, except where a reader has begun one."""

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Begin a transaction that may write, unless one has begun."""
        if dbapi_connection.driver_connection.in_transaction:  # type: ignore[union-attr]  # it is connected
            return
        cursor = dbapi_connection.cursor()
        if dbapi_connection.info.get(_READ_ONLY) is not False:
            dbapi_connection.info[_READ_ONLY] = None
            cursor.execute("PRAGMA query_only = 0")
            dbapi_connection.info[_READ_ONLY] = False
        cursor.execute("BEGIN IMMEDIATE")
        cursor.close()


registry.register("sqlite.hall", __name__, HallSqlite.__name__)


def _begin_reading(connection: Connection) -> None:
    # Readers and writers share the pool. Who had this one before mostly was of the same kind: the PRAGMA takes as long
    # as three statements.
    if connection.info.get(_READ_ONLY) is not True:
        connection.info[_READ_ONLY] = None
        connection.exec_driver_sql("PRAGMA query_only = 1")
        connection.info[_READ_ONLY] = True
    connection.exec_driver_sql("BEGIN")
