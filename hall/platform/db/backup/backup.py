"""Hourly copies of an SQLite hall, and what brings them to a second place."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from common.files.durable import DRAFT, remove_drafts
from hall.platform.db.engine import StoreError
from hall.platform.db.files.copies import SQLITE, copies_in, new_copy, surplus
from hall.platform.db.files.sqlite_copy import copy_database, problem_of

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
