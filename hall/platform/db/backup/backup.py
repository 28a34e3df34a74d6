"""Hourly copies of an SQLite hall, and the way back: a restored hall begins new streams and leaps over numbers."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine, inspect

from common.files.durable import DRAFT, remove_drafts
from hall.platform.db.backup.leap import days_of, leap_over_numbers
from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.files.copies import SQLITE, copies_in, new_copy, surplus, time_stamp
from hall.platform.db.files.lock_file import FileLock
from hall.platform.db.files.sqlite_copy import copy_database, problem_of
from hall.platform.db.hall_identity import begin_again
from hall.platform.db.migrate import migrate

KEPT = 24


class HourlyCopies:
    """Checked copies of the database in a folder: those of the newest hour and one of each of `kept` hours."""

    def __init__(self, engine: Engine, folder: Path, *, kept: int = KEPT) -> None:
        self._engine = engine
        self._folder = folder
        self._kept = kept

    def take(self, now: datetime) -> Path:
        """Write one more copy and remove those that are too many; raise StoreError when it cannot be written."""
        to = new_copy(self._folder, now)
        try:
            copy_database(self._engine, to)
        except OSError as error:
            raise StoreError(f"no copy could be written to {self._folder}: {error.strerror}") from error
        _remove_surplus(self._folder, self._kept)
        return to

    def all(self) -> list[Path]:
        """Return the copies, oldest first."""
        return copies_in(self._folder)


def copy_to_second_place(folder: Path, second: Path, *, kept: int = KEPT) -> Path | None:
    """Bring the newest copy of `folder` to `second`, as `bring_copy` does.

    Return the new file, or None when the newest copy lies there already.
    """
    newest = copies_in(folder)[-1:]
    check_second_place(second)
    if not newest or (second / newest[0].name).exists():
        return None
    return bring_copy(newest[0], second, kept=kept)


def check_second_place(second: Path) -> None:
    """Raise StoreError without the folder: while the disk is not mounted, its mount point must not fill this one."""
    if not second.is_dir():
        raise StoreError(f"there is no folder {second}; is the disk or share mounted?")


def bring_copy(copy: Path, second: Path, *, kept: int) -> Path:
    """Bring a checked copy to the second place, compare it there, and remove what is too many; return its new file.

    Raise StoreError when the second place is not there, cannot be written, or has other bytes afterwards.
    """
    check_second_place(second)
    to, part = second / copy.name, second / f"{copy.name}{DRAFT}"
    try:
        remove_drafts(second, "hall-")
        with copy.open("rb") as source, part.open("wb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
        problem = _problem_of_brought(part, copy)
        if problem is not None:
            part.unlink()
            raise StoreError(f"the copy in {second} came out damaged and was removed: {problem}")
        part.replace(to)
        _remove_surplus(second, kept)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(f"no copy could be written to {second}: {error.strerror}") from error
    return to


def _problem_of_brought(part: Path, copy: Path) -> str | None:
    if digest_of(part) != digest_of(copy):
        return "it has other bytes than the copy that was brought"
    return problem_of(part) if copy.suffix == SQLITE else None


def digest_of(file: Path) -> str:
    """Return the SHA-256 digest of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _remove_surplus(folder: Path, kept: int) -> None:
    for name in surplus((path.name for path in copies_in(folder)), kept):
        (folder / name).unlink()


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
