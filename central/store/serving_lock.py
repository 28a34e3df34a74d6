"""Whether a centre serves this database: a new key for the centre must wait until none does, whatever its port is.

On SQLite the centre holds a locked file beside the database. On PostgreSQL each of its sessions holds a shared advisory
lock, so that it is held again after a failover; centres of two machines may hold it at once.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection

from central.errors import ConfigError
from common.files.lock_file import FileLock

RUNS = "the centre still runs: stop it first, on the other machine too"
LOCK_ID = 0x44617763
""""Dawc": one advisory lock for each database."""
_HOLD = f"SELECT pg_advisory_lock_shared({LOCK_ID})"
_TRY = text(f"SELECT pg_try_advisory_lock({LOCK_ID})")
_LEAVE = text(f"SELECT pg_advisory_unlock({LOCK_ID})")


@contextlib.contextmanager
def serving(engine: Engine) -> Iterator[None]:
    """Say that a centre serves this database until the block ends; ConfigError where another one has the same file."""
    if engine.dialect.name == "sqlite":
        with _file_of(engine, "another centre runs on this database: stop it first"):
            yield
        return

    def hold(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(_HOLD)
        cursor.close()
        connection.commit()

    event.listen(engine, "connect", hold)
    engine.dispose()  # sessions of before do not hold it
    try:
        engine.connect().close()  # and this one stays
        yield
    finally:
        event.remove(engine, "connect", hold)


@contextlib.contextmanager
def stopped(engine: Engine) -> Iterator[None]:
    """Keep every centre from serving this database until the block ends; ConfigError where one does."""
    if engine.dialect.name == "sqlite":
        with _file_of(engine, RUNS):
            yield
        return
    with engine.connect() as connection:
        if not connection.execute(_TRY).scalar():
            raise ConfigError(RUNS)
        connection.commit()
        try:
            yield
        finally:
            connection.execute(_LEAVE)
            connection.commit()


@contextlib.contextmanager
def _file_of(engine: Engine, refusal: str) -> Iterator[None]:
    if not engine.url.database or engine.url.database == ":memory:":
        yield
        return
    database = Path(engine.url.database)
    lock = FileLock(database.with_name(f"{database.name}.lock"))
    if not lock.take():
        raise ConfigError(refusal)
    try:
        yield
    finally:
        lock.leave()
