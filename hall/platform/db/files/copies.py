"""Names of copies of the database: the hourly ones, and the time in the name of any other."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path


def new_copy(folder: Path, now: datetime) -> Path:
    """Return the path of an hourly copy that is taken now; names sort by time.

    >>> new_copy(Path("copies"), datetime(2026, 11, 25, 8, 0, tzinfo=UTC)).name
    'hall-20261125T080000Z.sqlite'
    """
    return folder / f"hall-{time_stamp(now)}.sqlite"


def copies_in(folder: Path) -> list[Path]:
    """Return the hourly copies of a folder, oldest first; a database that a restore set aside is none."""
    return sorted(folder.glob("hall-[0-9]*Z.sqlite"))


def time_stamp(at: datetime) -> str:
    """Return a time as names of files have it, in UTC."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
