"""A small file beside the database with the number of the highest announced fact; it shows when the database is older.

The file names the live stream. `main.py restore` gives the database a new live stream, so that a restored database does
not count as an older one again.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from common.files.durable import write_whole
from hall.platform.db.backup.leap import days_of, leap_over_numbers
from hall.platform.db.hall_identity import begin_again, live_stream
from hall.platform.db.writer.fact_rows import last_fact

log = logging.getLogger(__name__)
MARK_FILE = "hall.mark"


class HistoryMark:
    """Writes the mark of one running hall; `write` belongs to one thread."""

    def __init__(self, path: Path, stream: str, newest: Callable[[], int | None]) -> None:
        self._path = path
        self._stream = stream
        self._newest = newest
        self._written: int | None = None

    def write(self) -> None:
        """Write the newest announced fact if it has changed since the last time."""
        newest = self._newest()
        if newest is None or newest == self._written:
            return
        write_whole(self._path, json.dumps({"stream": self._stream, "fact": newest}))
        self._written = newest


def read_mark(path: Path) -> tuple[str, int] | None:
    """Return the stream and the fact of the file, or None if the file is missing or unreadable."""
    try:
        mark = json.loads(path.read_text(encoding="utf-8"))
        return str(mark["stream"]), int(mark["fact"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def leap_if_older(engine: Engine, path: Path, now: datetime) -> bool:
    """Skip ticket numbers and begin new streams if the database is older than the mark; return whether it was."""
    mark = read_mark(path)
    if mark is None:
        return False
    with engine.begin() as connection:
        if not _is_older(connection, *mark):
            return False
        begin_again(connection)
        leap_over_numbers(connection, days_of(now))
    log.warning("the database is older than %s says (fact %d): numbers go on at the next full hundred", path, mark[1])
    return True


def _is_older(connection: Connection, stream: str, fact: int) -> bool:
    return live_stream(connection) == stream and last_fact(connection) < fact
