"""Look before a hall starts: is its database there, is the key its own, and in one sentence why it cannot start."""

from __future__ import annotations

import contextlib
import itertools
import logging
from pathlib import Path

from sqlalchemy import Connection, delete, select
from sqlalchemy.exc import DBAPIError

from common.clock.wall_clock import utc_now
from common.files.durable import sync_folder
from common.text.program_name import program_name
from hall.composition.store import HallStore
from hall.config import HallConfig, sqlite_file
from hall.platform.db.engine import StoreError, make_engine, read_only, sqlite_library
from hall.platform.db.files.copies import time_stamp
from hall.platform.db.files.damage import damage_of, newest_copy
from hall.platform.db.tables.kept import agent_pin, meta, setting
from hall.platform.db.upsert import upsert
from hall.platform.security.secret import HallSecret, SecretError, make_secret, read_secret

log = logging.getLogger(__name__)

KEY_FILE = "hall.key"
KEY_MARK = "key_mark"
COPIES = "copies"


def copy_folders(config: HallConfig) -> tuple[Path, ...]:
    """Return every folder that gets copies of the database."""
    return (config.data / COPIES, *([config.copies] if config.copies else []))


def check_database_is_there(config: HallConfig, *, new: bool) -> None:
    """Raise StoreError where a hall has lived and its database is gone; with `new`, where there is a database."""
    file = sqlite_file(config)
    if file is None:
        return
    if _has_tables(file):
        if new:
            raise StoreError(f"{file} has a hall already; --new is for a data folder whose database is lost")
        return
    lived = (config.key_folder / KEY_FILE).exists() or newest_copy(copy_folders(config)) is not None
    if lived and not new:
        what = "is empty" if file.exists() else "is missing"
        raise StoreError(f"the database {file} {what}, but a hall has lived here. {way_back(config)}")


def is_set_up(config: HallConfig) -> bool:
    """Return whether the database has settings, so that the hall can start without its set-up file."""
    file = sqlite_file(config)
    if file is not None and not _has_tables(file):
        return False
    engine = make_engine(config.database_url)
    try:
        with read_only(engine).connect() as connection:
            return connection.execute(select(setting.c.key).limit(1)).first() is not None
    except DBAPIError:  # no such table, or a database that cannot be opened: opening it will say so
        return False
    finally:
        engine.dispose()


def way_back(config: HallConfig) -> str:
    """Return how to put the newest copy back, or to begin a new hall where there is no copy."""
    newest = newest_copy(copy_folders(config))
    where = f"--data {config.data}"
    new = f"begin a new hall with: {program_name()} hall {where} --setup FILE --new"
    if newest is None:
        return f"There is no copy in {' or '.join(map(str, copy_folders(config)))}: put one back, or {new}"
    return f"Put the newest copy back with: {program_name()} restore {where} {newest} ; or {new}"


def own_secret(path: Path, store: HallStore, *, new_key: bool = False) -> HallSecret:
    """Return the key of an open hall, as `secret_of` does."""
    return store.commands.run(lambda work, _now: secret_of(work.connection, path, new_key=new_key)).result()


def secret_of(connection: Connection, path: Path, *, new_key: bool = False) -> HallSecret:
    """Return the hall's key, made for a new hall; raise SecretError when it is lost or another hall's.

    A key of before is in use again where the database is a copy from its time, and the new one where a power cut came
    into its rotation. With `new_key` a lost or foreign key is replaced, and all PINs are forgotten: none fits it.
    """
    found = read_secret(path)
    known = connection.execute(select(meta.c.value).where(meta.c.key == KEY_MARK)).scalar()
    if found is not None and known in {None, found.mark()}:
        return found if known else keep_mark(connection, found)
    if known is None:
        return keep_mark(connection, make_secret(path))
    for other in other_key_files(path):
        secret = read_secret(other)
        if secret is not None and secret.mark() == known:
            take_key(path, other)
            log.warning("%s is the key of this database and is in use again as %s", other, path.name)
            return secret
    if not new_key:
        what = "is missing" if found is None else "belongs to another hall"
        raise SecretError(
            f"the hall's key {path} {what}: put the saved key back. If it is lost, start once with --new-key; "
            "then every agent needs a new PIN"
        )
    if found is not None:
        _set_aside(path)
    connection.execute(delete(agent_pin))
    return keep_mark(connection, make_secret(path))


def next_key_file(path: Path) -> Path:
    """Return where a new key lies until the database knows it."""
    return path.with_name(f"{path.name}-next")


def other_key_files(path: Path) -> tuple[Path, ...]:
    """Return where the other keys lie that this hall may have: the next one, and those of before that are kept."""
    return (next_key_file(path), *sorted(path.parent.glob(f"{path.name}-replaced-*")))


def take_key(path: Path, other: Path) -> Path:
    """Make another key file the hall's; return where the one of before lies, for copies from its time."""
    aside = _set_aside(path)
    other.replace(path)
    sync_folder(path.parent)
    return aside


def _set_aside(path: Path) -> Path:
    stamp = time_stamp(utc_now())
    names = (path.with_name(f"{path.name}-replaced-{stamp}{'+' * count}") for count in itertools.count())
    aside = next(name for name in names if not name.exists())
    if path.exists():
        path.replace(aside)
    return aside


def keep_mark(connection: Connection, secret: HallSecret) -> HallSecret:
    """Have the database know its key; return it."""
    upsert(connection, meta, {"key": KEY_MARK, "value": secret.mark()}, key=("key",))
    return secret


def start_problem(config: HallConfig, error: Exception) -> str:
    """Return in a sentence why the hall cannot start on this data folder or database, and what to do."""
    cause = (error.orig if isinstance(error, DBAPIError) else None) or error
    file = sqlite_file(config)
    if file is None and not isinstance(cause, OSError):
        return f"the database cannot be used: {cause}"
    if damage_of(error) is not None:
        return f"the database {file} is damaged ({cause}). {way_back(config)}"
    text = cause.strerror or str(cause) if isinstance(cause, OSError) else str(cause)
    return (
        f"the hall cannot write in {config.data} ({text}). Give the account of the service the right to write in the "
        "folder and to all files in it, and see that its disk is neither full nor read-only"
    )


def _has_tables(file: Path) -> bool:
    """Return whether the file is a database with tables, or one that cannot be read (opening it will say why)."""
    library = sqlite_library()[0]
    if not file.exists() or file.stat().st_size == 0:
        return False
    try:
        with contextlib.closing(library.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True)) as connection:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except library.Error:
        return True
