"""Notice that the database itself is damaged or gone: nothing more may be stored in it.

SQLite says "malformed" or "not a database", PostgreSQL gives a code of its class XX. Once seen it stays so until the
service is started again: an administrator must restore a copy first.
"""

from __future__ import annotations

import logging
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from hall.platform.db.engine import StoreError, read_only, sqlite_library
from hall.platform.db.files.copies import copies_in

log = logging.getLogger(__name__)
WORDS = ("malformed", "not a database")
"""What SQLite says of a damaged file."""
CODES = frozenset({"XX001", "XX002"})
"""PostgreSQL: data_corrupted, index_corrupted."""


class DatabaseGoneError(StoreError):
    """The database file was removed or replaced under the running hall."""


class Damage:
    """What was found wrong with the database, if anything; `note` may come from any thread."""

    def __init__(self) -> None:
        self.found: str | None = None
        """What is wrong, in one sentence; None: nothing that anybody noticed."""
        self.gone = False
        """Whether the file was removed or replaced: what was opened can still be copied."""

    def note(self, error: BaseException | None) -> bool:
        """Remember the error if it tells of damage, and log the first; say whether it does."""
        problem = damage_of(error)
        if problem is None:
            return False
        if self.found is None:
            self.found, self.gone = problem, isinstance(error, DatabaseGoneError)
            log.error("the database is damaged, no command is taken until a copy is restored: %s", problem)
        return True


def damage_of(error: BaseException | None) -> str | None:
    """Return what the error says if it tells of a damaged database, else None."""
    if isinstance(error, DatabaseGoneError):
        return str(error)
    cause = error.orig if isinstance(error, DBAPIError) else error
    text = str(cause)
    of_sqlite = isinstance(cause, sqlite_library()[0].Error) and any(word in text for word in WORDS)
    if of_sqlite or getattr(cause, "sqlstate", None) in CODES:
        return text
    return None


def check_soundness(engine: Engine, damage: Damage) -> None:
    """Note what SQLite finds wrong with its file (`PRAGMA quick_check`), while the hall goes on working."""
    with read_only(engine).connect() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        damage.note(sqlite_library()[0].DatabaseError(f"malformed: {found}"))


def newest_copy(folders: tuple[Path, ...]) -> Path | None:
    """Return the newest copy of the database in any of the folders, or None."""
    copies = [copy for folder in folders for copy in copies_in(folder)]
    return max(copies, key=lambda copy: copy.name, default=None)
