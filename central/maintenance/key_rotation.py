"""Give the centre a new key: what the database keeps sealed is sealed again, and halls keep the keys for settings.

The new key lies in a second file until the database has what it sealed. A power cut in between leaves the old key
valid, or a start that finds the new one.
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, Engine, select, update

from central.access.centre_key import AUTHENTICATORS, FILE, PASSWORDS, SETTINGS_KEYS, CentreKey, load_key, make_key
from central.access.copied_key_check import checked_key
from central.access.path_table import HALL
from central.audit.staff_acts import CONSOLE, note
from central.config import CentralConfig
from central.errors import ConfigError
from central.halls.settings_key import settings_key_of
from central.store.tables.halls import access_token
from central.store.tables.people import person
from common.clock.wall_clock import utc_now
from common.files.durable import sync_folder

NEXT = f"{FILE}-next"
"""Where a new key lies until the database knows it."""


def rotate_key(engine: Engine, folder: Path) -> Path:
    """Give the stopped centre a new key and return the file of the old one.

    ConfigError where it has no key, or where a file cannot be made.
    """
    path, following = folder / FILE, folder / NEXT
    old = load_key(folder)
    try:
        following.unlink(missing_ok=True)
        new = make_key(folder, NEXT)
        if os.name == "posix":  # root may run this, and the centre must read its key
            owner = path.stat()
            os.chown(following, owner.st_uid, owner.st_gid)
        with engine.begin() as connection:
            _seal_again(connection, old, new)
            _keep_settings_keys(connection, old, new)
            note(connection, "key_rotated", who=CONSOLE, now=utc_now(), hall_id=None, detail=FILE)
        return _take_next(folder)
    except OSError as error:
        raise ConfigError(f"the key {path} cannot be replaced: {error.strerror}") from error


def finish_rotation(engine: Engine, folder: Path) -> None:
    """Take the next key where a power cut came between the database and the file; forget one that nothing knows."""
    if not (folder / NEXT).exists():
        return
    if _next_in_use(engine, folder):
        _take_next(folder)
    else:
        (folder / NEXT).unlink()


def key_in_use(engine: Engine, config: CentralConfig) -> CentreKey:
    """Return the key that the centre has, or takes at its next start, made as that start would make it.

    No other file is changed, as a rotation may run. ConfigError where the key is missing or misplaced.
    """
    if _next_in_use(engine, config.key_folder):
        return load_key(config.key_folder, NEXT)
    return checked_key(engine, config)


def _next_in_use(engine: Engine, folder: Path) -> bool:
    """Return whether a next key lies here that the database has something of."""
    if not (folder / NEXT).exists():
        return False
    key = load_key(folder, NEXT)
    with engine.connect().execution_options(read_only=True) as connection:
        of_people = select(person.c.name).where(person.c.key_mark == key.mark)
        return connection.execute(of_people).first() is not None or _sealed_a_settings_key(connection, key)


def _seal_again(connection: Connection, old: CentreKey, new: CentreKey) -> None:
    for row in connection.execute(select(person).where(person.c.key_mark == old.mark).with_for_update()).all():
        again = {"key_mark": new.mark}
        for column, place in (("password", PASSWORDS), ("authenticator", AUTHENTICATORS)):
            text = old.seal(place).open(getattr(row, column) or "", row.name)
            if text is not None:
                again[column] = new.seal(place).seal(text, row.name)
        connection.execute(update(person).where(person.c.name == row.name).values(again))


def _keep_settings_keys(connection: Connection, old: CentreKey, new: CentreKey) -> None:
    """Seal the key for settings of each hall's valid token: the hall goes on with the one that it was given."""
    halls = (access_token.c.kind == HALL, access_token.c.revoked_at.is_(None))
    for row in connection.execute(select(access_token).where(*halls).with_for_update()).all():
        kept = new.seal(SETTINGS_KEYS).seal(settings_key_of(old, row), row.token_hash)
        mine = access_token.c.token_hash == row.token_hash
        connection.execute(update(access_token).where(mine).values(settings_key=kept))


def _sealed_a_settings_key(connection: Connection, key: CentreKey) -> bool:
    rows = connection.execute(select(access_token).where(access_token.c.settings_key.is_not(None)))
    return any(key.seal(SETTINGS_KEYS).open(row.settings_key, row.token_hash) is not None for row in rows)


def _take_next(folder: Path) -> Path:
    path = folder / FILE
    aside = path.with_name(f"{FILE}-replaced-{utc_now():%Y%m%dT%H%M%S.%fZ}")
    if path.exists():  # a power cut may have come after this move
        path.replace(aside)
    (folder / NEXT).replace(path)
    sync_folder(folder)
    return aside
