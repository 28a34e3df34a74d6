"""Make one backup: copy the database, prove the copy by a restore into a scratch folder, bring it to its place."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from commands.backup.places import Place
from common.files.lock_file import FileLock
from hall.config import HallConfig, sqlite_file
from hall.platform.db.backup.postgres_copy import dump_database
from hall.platform.db.backup.restore import restore
from hall.platform.db.engine import StoreError, make_engine, sqlite_library
from hall.platform.db.files.copies import DUMP, new_copy
from hall.platform.db.files.sqlite_copy import copy_database
from hall.platform.db.tables.core import visit
from hall.platform.db.writer.fact_rows import last_fact

ORDINARY = "backup"
"""Names the lock and the scratch folder; a place that takes long has its own, so that the others do not wait."""
WAIT_S = 60.0
"""An update that needs its copy waits for the backup of the timer."""


@dataclass(frozen=True)
class Made:
    """A backup that arrived: where it lies, its size, and what a restore of it found (None: a PostgreSQL copy)."""

    copy: str
    at: str
    bytes: int
    visits: int | None
    last_fact: int | None


def make_backup(
    config: HallConfig, place: Place, now: datetime, tell: Callable[[str], None], *, name: str = ORDINARY
) -> Made:
    """Make one backup; `tell` gets a line for each step. Raise StoreError, with no new copy in the place."""
    with _scratch(config.data, name) as folder:
        copy = _copied(config, folder, now)
        tell(f"copied: {copy.name}, {copy.stat().st_size:,} bytes")
        visits = fact = None
        if sqlite_file(config) is not None:
            visits, fact = prove(copy, folder / "restored", now)
            tell(f"restored in a scratch folder: {visits:,} visits, facts up to {fact:,}")
        at = place.bring(copy, kept=config.copies_kept)
        tell(f"brought and compared: {at}")
        return Made(copy.name, at, copy.stat().st_size, visits, fact)


def prove(copy: Path, folder: Path, now: datetime) -> tuple[int, int]:
    """Restore a copy in a separate folder and return its number of visits and its newest fact; raise StoreError."""
    database = folder / "hall.sqlite"
    restore(copy, database, now)
    engine = make_engine(f"sqlite:///{database}")
    try:
        with engine.connect() as connection:
            visits = connection.execute(select(func.count()).select_from(visit)).scalar_one()
            return visits, last_fact(connection)
    finally:
        engine.dispose()


def _copied(config: HallConfig, folder: Path, now: datetime) -> Path:
    database = sqlite_file(config)
    if database is None:
        return dump_database(config.database_url, new_copy(folder, now, DUMP))
    if not database.is_file():
        raise StoreError(f"there is no database {database}")
    engine = make_engine(config.database_url)
    try:
        return copy_database(engine, new_copy(folder, now))
    except sqlite_library()[0].Error as error:  # the driver's own: it copies outside SQLAlchemy's transactions
        raise StoreError(f"the database {database} cannot be copied: {error}") from error
    finally:
        engine.dispose()


@contextlib.contextmanager
def _scratch(data: Path, name: str) -> Iterator[Path]:
    """Give a scratch folder to one backup at a time; what a backup that was killed left there is removed."""
    if not data.is_dir():
        raise StoreError(f"there is no folder {data}")
    lock = FileLock(data / f"{name}.lock")
    if not lock.take(WAIT_S):
        raise StoreError(f"another backup of this hall is at work (process {lock.holder() or 'unknown'})")
    folder = data / f"{name}-scratch"
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.leave()
