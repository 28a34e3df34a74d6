"""Open the centre's database: SQLite (WAL, FULL, immediate transactions) or PostgreSQL."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

from msgspec.json import decode
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

from central.errors import ConfigError
from central.store.hall_limit import keep_limits

OLDEST_SQLITE = (3, 51, 3)
"""Older libraries can corrupt a WAL when two connections write and checkpoint at once."""


RESTED_S = 1.0
"""Seconds; a connection that was unused for longer is tested first."""


def open_engine(url: str, *, clock: Callable[[], float] = time.monotonic) -> Engine:
    """Return an engine for `url`; raise ConfigError when the SQLite library is too old. `clock` tells seconds."""
    engine = _sqlite(url, _sqlite_library()) if make_url(url).get_backend_name() == "sqlite" else _postgres(url, clock)
    keep_limits(engine)
    return engine


def check_sqlite(version: tuple[int, ...]) -> None:
    """Raise ConfigError when this SQLite library must not be used.

    >>> check_sqlite((3, 51, 3))
    >>> check_sqlite((3, 46, 1))
    Traceback (most recent call last):
    central.errors.ConfigError: SQLite 3.46.1 can damage its file; 3.51.3 or newer is needed: pip install pysqlite3
    """
    if version < OLDEST_SQLITE:
        shown, needed = (".".join(map(str, v)) for v in (version, OLDEST_SQLITE))
        raise ConfigError(f"SQLite {shown} can damage its file; {needed} or newer is needed: pip install pysqlite3")


def _postgres(url: str, clock: Callable[[], float]) -> Engine:
    # tcp_user_timeout: a peer that vanished must not hold a request for the kernel's quarter of an hour.
    keepalive = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 10_000}
    engine = create_engine(
        url, pool_size=8, max_overflow=8, connect_args=keepalive, hide_parameters=True, json_deserializer=decode
    )
    _ask_after_rest(engine, clock)
    return engine


def _ask_after_rest(engine: Engine, clock: Callable[[], float]) -> None:
    """Ask a connection whether it still lives before it is used again, unless it was used just now.

    After a failover every pooled connection is dead; while batches come one after the other, asking is half a request.
    """

    @event.listens_for(engine, "checkin")  # codespell:ignore checkin
    def _note(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["rests_since"] = clock()

    @event.listens_for(engine, "checkout")
    def _ask(connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: object) -> None:
        since = record.info.get("rests_since")
        if since is None or clock() - since < RESTED_S:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            # All that rested before this one are as dead.
            raise InvalidatePoolError from error


def _sqlite_library() -> ModuleType:
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415 - only where its newer SQLite is installed
    except ImportError:
        from sqlite3 import dbapi2  # noqa: PLC0415 - elsewhere the one of Python
    check_sqlite(dbapi2.sqlite_version_info)
    library: ModuleType = dbapi2
    return library


def _sqlite(url: str, library: ModuleType) -> Engine:
    # The driver must not begin transactions: it would begin too late and leave DDL outside.
    # hide_parameters: what a hall sent must not stand in the log of an error.
    engine = create_engine(
        url, module=library, connect_args={"timeout": 30, "isolation_level": None}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection has no common type
        # The patience comes first: two programs that open a new file together both turn it to WAL.
        for setting in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # noqa: ANN401 - as above
        # Reading first and writing later in one transaction fails at once when somebody wrote in between.
        reads = connection.get_execution_options().get("read_only", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine
