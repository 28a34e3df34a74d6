"""Names of copies of the database, the time in them, and which copies are too many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

SQLITE, DUMP = ".sqlite", ".dump"
"""How the names of copies end: of an SQLite file, and of what pg_dump wrote of a PostgreSQL database."""
COPY = re.compile(r"hall-(\d{8}T\d{6}\.\d{3}Z)\.(sqlite|dump)")
"""The name of a copy, with milliseconds, because a second may see two; what a restore set aside has another name."""


def new_copy(folder: Path, now: datetime, suffix: str = SQLITE) -> Path:
    """Return the path of a copy that is taken now; names sort by time.

    >>> new_copy(Path("copies"), datetime(2026, 11, 25, 8, 0, tzinfo=UTC)).name
    'hall-20261125T080000.000Z.sqlite'
    """
    return folder / f"hall-{time_stamp(now)}{suffix}"


def copies_in(folder: Path) -> list[Path]:
    """Return the copies of a folder, oldest first; a database that a restore set aside does not count."""
    return [folder / name for name in copies_among(path.name for path in folder.glob("hall-*"))]


def copies_among(names: Iterable[str]) -> list[str]:
    """Return those of the names that are copies, oldest first."""
    return sorted(name for name in names if COPY.fullmatch(name))


def taken_at(name: str) -> datetime:
    """Return when a copy of this name was taken.

    >>> taken_at("hall-20261125T080000.000Z.sqlite").isoformat()
    '2026-11-25T08:00:00+00:00'
    """
    found = COPY.fullmatch(name)
    if found is None:
        raise ValueError(f"{name} is not the name of a copy")
    return datetime.strptime(found[1], "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC)


def surplus(names: Iterable[str], kept: int) -> list[str]:
    """Return the copies to remove: all except those of the newest hour and the newest one of each of `kept` hours.

    >>> surplus([f"hall-20261125T{time}00.000Z.sqlite" for time in ("0805", "0850", "0910", "0920", "1005", "1015")], 2)
    ['hall-20261125T080500.000Z.sqlite', 'hall-20261125T085000.000Z.sqlite', 'hall-20261125T091000.000Z.sqlite']
    """
    copies = copies_among(names)
    newest_of_hour = {name[: len("hall-20261125T08")]: name for name in copies}
    stay = set(sorted(newest_of_hour.values())[-kept:])
    stay |= {name for name in copies if taken_at(copies[-1]) - taken_at(name) < timedelta(hours=1)}
    return [name for name in copies if name not in stay]


def time_stamp(at: datetime) -> str:
    """Return a time as names of files have it, in UTC, to the millisecond."""
    at = at.astimezone(UTC)
    return f"{at:%Y%m%dT%H%M%S}.{at.microsecond // 1000:03}Z"
