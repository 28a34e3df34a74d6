"""Copy a running SQLite database into one whole file: `VACUUM INTO`, checked, then renamed into place."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from common.files.durable import DRAFT
from hall.platform.db.engine import StoreError, sqlite_library, writing_cursor


def copy_database(engine: Engine, to: Path) -> Path:
    """Write a checked copy of the database to a file that does not exist yet; the hall goes on working meanwhile.

    `Connection.backup` in steps would begin again with each write and never end; VACUUM INTO reads one snapshot.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    part = to.with_name(to.name + DRAFT)
    part.unlink(missing_ok=True)
    raw = engine.raw_connection()
    try:
        # Outside a transaction, which is why SQLAlchemy's own connection will not do.
        writing_cursor(raw).execute("VACUUM INTO ?", (str(part),))
    finally:
        raw.close()
    problem = problem_of(part)
    if problem is not None:
        part.unlink()
        raise StoreError(f"the copy {to} came out damaged and was removed: {problem}")
    part.replace(to)
    return to


def problem_of(file: Path) -> str | None:
    """Return what SQLite finds wrong with a database file, or None when it is sound."""
    library, _ = sqlite_library()
    try:
        connection = library.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    except library.Error as error:
        return str(error)
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    except library.Error as error:
        return str(error)
    finally:
        connection.close()
    return None if found == ["ok"] else "; ".join(found)
