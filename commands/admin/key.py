"""Give the stopped hall on this machine a new key: what the database keeps sealed is sealed again; tell what holds."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from sqlalchemy import Connection, Table, select, update

from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from common.text.program_name import program_name
from hall.composition.start_checks import KEY_FILE, keep_mark, next_key_file, secret_of, take_key
from hall.config import HallConfig
from hall.people.store.console_acts import note_act
from hall.people.store.tables import account
from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.tables.kept import agent_pin
from hall.platform.db.writer.writer_lock import make_writer_lock
from hall.platform.security.secret import AUTHENTICATORS, PASSWORDS, PINS, HallSecret, make_secret

ROTATED = """\
the hall has a new key; start the hall again. Nobody has to do anything:
- PINs, passwords and authenticators hold: they are sealed with the new key
- tokens of devices, agents and staff hold until they end or are withdrawn; codes on tickets until the day ends
- telephone numbers have separate keys, one for each day, which stay
the key of before is {old}: it opens the copies of before, also the one at the centre, and a hall that is put back from
one of them uses it again. Delete it when no such copy is needed any more (copies/ keeps {hours} hours)
do now: save {key} to the stick in the safe, copy it to a spare machine, make a backup, and with a centre send it a
copy: {backup}
was the old key stolen? Then pair the devices again: with it the tokens of devices can be calculated"""
SEALED: tuple[tuple[Table, str, str, str], ...] = (
    (agent_pin, "agent", "pin_hash", PINS),
    (account, "name", "password", PASSWORDS),
    (account, "name", "authenticator", AUTHENTICATORS),
)
"""Each table with what names a row, the column that is sealed, and the purpose of its seal."""


def rotate(config: HallConfig) -> None:
    """Give the hall a new key and print what holds, what to do and when the old key can go."""
    old = rotate_key(config)
    backup = f"{program_name()} backup --to centre"
    key = config.key_folder / "hall.key"
    print(ROTATED.format(old=old, key=key, hours=config.copies_kept, backup=backup))


def add_key_parser(acts: argparse._SubParsersAction[CommandParser]) -> CommandParser:
    """Add `admin key rotate`."""
    key = acts.add_parser("key", help="give the stopped hall a new key")
    return key.add_subparsers(required=True, metavar="rotate").add_parser(
        "rotate", help="make a new hall.key; PINs, passwords, authenticators and tokens stay valid"
    )


def rotate_key(config: HallConfig) -> Path:
    """Give the hall a new key and return the file of the old one; raise StoreError while the hall runs.

    The new key lies in a second file until the database knows it. A power cut in between leaves the old key valid, or
    a start that finds the new one.
    """
    path = config.key_folder / KEY_FILE
    engine = make_engine(config.database_url)
    lock = make_writer_lock(engine)
    try:
        lock.acquire()
        with lock.transaction() as connection:
            old = secret_of(connection, path)
            next_key_file(path).unlink(missing_ok=True)
            new = make_secret(next_key_file(path))
            _give_to_owner_of(path, next_key_file(path))
            _seal_again(connection, old, new)
            keep_mark(connection, new)
            note_act(connection, "key_rotated", path.name, utc_now())
        return take_key(path, next_key_file(path))
    except OSError as error:
        raise StoreError(f"the key {path} cannot be replaced: {error.strerror}") from error
    finally:
        lock.release()
        engine.dispose()


def _give_to_owner_of(path: Path, new: Path) -> None:
    """Give the new key to the user whose the old one is: root may run this, and the hall must read its key."""
    if os.name == "posix":
        owner = path.stat()
        os.chown(new, owner.st_uid, owner.st_gid)


def _seal_again(connection: Connection, old: HallSecret, new: HallSecret) -> None:
    for table, name, column, purpose in SEALED:
        rows = connection.execute(select(table.c[name], table.c[column]).where(table.c[column].is_not(None))).all()
        for row_name, sealed in rows:
            text = old.seal(purpose).open(sealed, row_name)
            if text is not None:  # else it was lost with another key before
                again = {column: new.seal(purpose).seal(text, row_name)}
                connection.execute(update(table).where(table.c[name] == row_name).values(again))
