"""Put a copy of the database in its place: the one of before is kept, and history begins anew from the copy."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from hall.adapters.engine import StoreError, database_file, make_engine
from hall.adapters.hall_identity import begin_again
from hall.adapters.migrate import migrate
from hall.adapters.sqlite_copy import problem_of
from hall.adapters.writer_seat import make_seat
from hall.config import HallConfig

SIDE_FILES = ("-wal", "-shm")


def restore(config: HallConfig, copy: Path, now: datetime | None = None) -> Path | None:
    """Replace the hall's SQLite database by the copy; return where the one of before is kept (None: there was none).

    Raise StoreError while a hall service runs on it, for a damaged copy, or for a hall on PostgreSQL.
    """
    engine = make_engine(config.database_url)
    file = database_file(engine)
    engine.dispose()
    if file is None:
        raise StoreError("--restore is for SQLite; restore a PostgreSQL database by PostgreSQL's own means")
    if not copy.is_file():
        raise StoreError(f"there is no copy {copy}")
    problem = problem_of(copy)
    if problem is not None:
        raise StoreError(f"{copy} is no sound copy and nothing was changed: {problem}")
    seat = make_seat(engine)
    seat.take()
    try:
        kept = _swap(file, copy, (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ"))
        _begin_again(config)
    finally:
        seat.leave()
    return kept


def _swap(file: Path, copy: Path, stamp: str) -> Path | None:
    part = file.with_name(file.name + ".restoring")
    shutil.copyfile(copy, part)
    kept = file.with_name(f"{file.stem}-replaced-{stamp}{file.suffix}") if file.exists() else None
    for side in SIDE_FILES if kept else ():
        old = file.with_name(file.name + side)
        # What SQLite had not yet folded into the file belongs to it: it is kept under the same name.
        if old.exists():
            old.replace(kept.with_name(kept.name + side) if kept else old)
    if kept is not None:
        file.replace(kept)
    part.replace(file)
    return kept


def _begin_again(config: HallConfig) -> None:
    engine = make_engine(config.database_url)
    try:
        migrate(engine)
        with engine.begin() as connection:
            begin_again(connection)
    finally:
        engine.dispose()
