"""`main.py admin copy`: write a checked copy of a hall's SQLite database now, also while the hall runs."""

from __future__ import annotations

import json
from pathlib import Path

from common.clock.wall_clock import utc_now
from hall.platform.db.backup.backup import HourlyCopies
from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.files.copies import copies_in

ALL = 1_000_000
"""A copy by hand removes no other: only the running hall removes old ones."""


def copy_now(database: Path, to: Path) -> Path:
    """Write a checked copy of `database` into the folder `to` and return its file.

    Raise StoreError when there is no database, when it is damaged, or when the folder cannot be written.
    """
    if not database.is_file():
        raise StoreError(f"there is no database {database}; copies are of halls that use SQLite")
    engine = make_engine(f"sqlite:///{database}")
    try:
        return HourlyCopies(engine, to, kept=ALL).take(utc_now())
    finally:
        engine.dispose()


def list_copies(folders: list[Path], *, as_json: bool) -> str:
    """Return the copies of the folders as lines or JSON, the newest of each folder last."""
    rows = [{"file": str(path), "bytes": path.stat().st_size} for folder in folders for path in copies_in(folder)]
    if as_json:
        return json.dumps(rows, indent=1)
    return "\n".join(f"{row['file']}  {row['bytes']:,} bytes" for row in rows) or "no copies"
