"""Copy a hall's PostgreSQL database with pg_dump, and put such a copy back with pg_restore."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from sqlalchemy import make_url

from common.files.durable import DRAFT
from hall.platform.db.backup.leap import leap_over_numbers
from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.hall_identity import begin_again
from hall.platform.db.migrate import migrate
from hall.platform.db.writer.writer_lock import make_writer_lock


def dump_database(url: str, to: Path) -> Path:
    """Write one consistent copy of the database to a file; the hall goes on working meanwhile. Raise StoreError."""
    part = to.with_name(to.name + DRAFT)
    _run("pg_dump", "--format=custom", "--no-owner", "--file", str(part), *_options(url), url=url)
    check_dump(part)
    part.replace(to)
    return to


def check_dump(dump: Path) -> None:
    """Read the whole copy as a restore would, without a database; raise StoreError when it is damaged."""
    _run("pg_restore", "--file", os.devnull, str(dump))


def restore_dump(dump: Path, url: str, days: set[date]) -> None:
    """Put a copy in the place of all that the database has; `days` are those of `leap_over_numbers`.

    The hall service must not run. Raise StoreError, with nothing changed, when the copy is damaged or is no hall's.
    """
    if not dump.is_file():
        raise StoreError(f"there is no file {dump}")
    check_dump(dump)
    engine = make_engine(url)
    lock = make_writer_lock(engine)
    try:
        lock.acquire()
        _run(
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--single-transaction",
            *_options(url),
            str(dump),
            url=url,
        )
        migrate(engine)
        with engine.begin() as connection:
            begin_again(connection)
            leap_over_numbers(connection, days)
    finally:
        lock.release()
        engine.dispose()


def _options(url: str) -> list[str]:
    """Return how PostgreSQL's programs reach the database; the password goes into the environment, never here."""
    parts = make_url(url)
    given = {"--host": parts.host, "--port": parts.port, "--username": parts.username, "--dbname": parts.database}
    return [word for name, value in given.items() if value is not None for word in (name, str(value))]


def _run(program: str, *arguments: str, url: str = "") -> None:
    password = make_url(url).password if url else None
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    try:
        done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False, env=environment)  # noqa: S603  # no shell, and no text from outside
    except FileNotFoundError as error:
        raise StoreError(f"{program} is not on this machine: install postgresql-client") from error
    if done.returncode:
        raise StoreError(f"{program} failed: {done.stderr.strip() or done.returncode}")
