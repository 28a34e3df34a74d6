"""Put a copy in the place of an SQLite hall: it begins new streams and leaps over numbers given since."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import inspect

from common.files.lock_file import FileLock
from hall.platform.db.backup.leap import days_of, leap_over_numbers
from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.files.copies import time_stamp
from hall.platform.db.files.sqlite_copy import problem_of
from hall.platform.db.hall_identity import begin_again
from hall.platform.db.migrate import migrate


def restore(copy: Path, database: Path, now: datetime) -> Path | None:
    """Put a copy in the database's place; return where the database of before now lies, if there was one.

    The hall service must not run. Raise StoreError, with nothing changed, when the copy is damaged, is no hall's, or is
    of a newer program.
    """
    if not copy.is_file():
        raise StoreError(f"there is no file {copy}")
    problem = problem_of(copy)
    if problem is not None:
        raise StoreError(f"{copy} is damaged and was not restored: {problem}. Take an older copy")
    database.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(database.with_name(database.name + ".lock"))
    if not lock.take():
        raise StoreError(f"the hall service (process {lock.holder() or 'unknown'}) runs on {database}; stop it first")
    try:
        part = _made_ready(copy, database, days_of(now))
        aside = _set_aside(database, now)
        part.replace(database)
    finally:
        lock.leave()
    return aside


def _made_ready(copy: Path, database: Path, days: set[date]) -> Path:
    """Return a file beside the database that is the copy under new names, at this program's version.

    `days` are those on which numbers may have been given after the copy.
    """
    part = database.with_name(database.name + ".restoring")
    for left in (part, *_companions(part)):
        left.unlink(missing_ok=True)
    shutil.copyfile(copy, part)
    engine = make_engine(f"sqlite:///{part}")
    try:
        if not inspect(engine).has_table("alembic_version"):
            raise StoreError(f"{copy} is not a copy of a hall's database")
        migrate(engine, keep_copy=False)
        with engine.begin() as connection:
            begin_again(connection)
            leap_over_numbers(connection, days)
    except BaseException:
        engine.dispose()
        part.unlink()
        raise
    # The last connection to close folds the WAL into the file, so that the file alone is the database.
    engine.dispose()
    return part


def _set_aside(database: Path, now: datetime) -> Path | None:
    stood = database.exists()
    aside = database.with_name(f"{database.stem}-replaced-{time_stamp(now)}{database.suffix}")
    # The WAL first: a database without its WAL is whole but older; a WAL beside another database would ruin it.
    for old in (*_companions(database), database):
        if old.exists():
            old.replace(old.with_name(old.name.replace(database.name, aside.name)))
    return aside if stood else None


def _companions(database: Path) -> tuple[Path, Path]:
    return database.with_name(database.name + "-wal"), database.with_name(database.name + "-shm")
