"""Put a copy of a hall's database in its place: a file, or the newest of a folder, a stick or another machine."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from commands.backup.centre_place import CentrePlace
from commands.backup.places import Place, place_of
from commands.backup.settings import add_shared_options, config_of
from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from common.configuration.parser import SettingsError
from common.files.private import make_private_folder
from common.text.program_name import program_name
from hall.composition.start_checks import KEY_FILE
from hall.config import HallConfig, sqlite_file
from hall.platform.db.backup.leap import days_of
from hall.platform.db.backup.postgres_copy import restore_dump
from hall.platform.db.backup.restore import restore
from hall.platform.db.engine import StoreError
from hall.platform.db.files.copies import COPY, DUMP, SQLITE


def run(argv: list[str]) -> int:
    """Restore; 0 when the copy is in place, 2 with a sentence and nothing changed when it cannot be."""
    options = CommandParser(prog="restore", description=__doc__)
    what = "a copy, or the place whose newest copy is meant: a folder, or ssh://USER@HOST/FOLDER"
    source = options.add_mutually_exclusive_group(required=True)
    source.add_argument("copy", nargs="?", metavar="COPY", help=what)
    source.add_argument("--from-centre", metavar="HALL", help="the newest copy that the centre has of this hall")
    add_shared_options(options)
    arguments = options.parse_args(argv)
    try:
        config = config_of(arguments)
        make_private_folder(config.data)
        with tempfile.TemporaryDirectory(prefix="restore-", dir=config.data) as scratch:
            if arguments.from_centre:
                copy = _newest(_centre(config, arguments.from_centre), "the centre", config, Path(scratch))
            else:
                copy = _found(arguments.copy, config, Path(scratch), arguments.ssh_config)
            answer = _put_back(config, copy)
    except (SettingsError, StoreError, DBAPIError, OSError) as error:
        print(f"{program_name()} restore: {error}", file=sys.stderr)
        return 2
    print(json.dumps(answer) if arguments.json else _in_words(answer))
    return 0


def _found(what: str, config: HallConfig, scratch: Path, ssh_config: Path | None) -> Path:
    """Return the copy that is meant, as a file of this machine; raise StoreError where there is none."""
    if not what.startswith("ssh://") and not Path(what).expanduser().is_dir():
        return Path(what).expanduser()
    folder, _, name = what.rpartition("/")
    if COPY.fullmatch(name):
        return place_of(folder, ssh_config).fetch(name, scratch)
    return _newest(place_of(what, ssh_config), what, config, scratch)


def _newest(place: Place, what: str, config: HallConfig, scratch: Path) -> Path:
    kind = DUMP if sqlite_file(config) is None else SQLITE
    names = [name for name in place.names() if name.endswith(kind)]
    if not names:
        raise StoreError(f"there is no copy in {what}")
    print(f"restore: the newest copy is {names[-1]}", file=sys.stderr)
    return place.fetch(names[-1], scratch)


def _centre(config: HallConfig, hall: str) -> Place:
    return CentrePlace(config, lambda: hall)


def _put_back(config: HallConfig, copy: Path) -> dict[str, str | None]:
    database, kept = sqlite_file(config), None
    if database is None:
        restore_dump(copy, config.database_url, days_of(utc_now()))
    else:
        kept = restore(copy, database, utc_now())
    key = config.key_folder / KEY_FILE
    missing = None if key.exists() else str(key)
    return {"copy": str(copy), "database_of_before": str(kept) if kept else None, "missing_key": missing}


def _in_words(answer: dict[str, str | None]) -> str:
    lines = [
        f"{answer['copy']} is in place; clients and centre will notice that history begins again from it",
        "numbers go on at the next full hundred, since those after the copy may be in people's hands",
        f"tokens, PINs and devices are those of the copy: withdraw what was withdrawn since ({program_name()} admin)",
    ]
    if answer["database_of_before"]:
        lines.append(f"the database of before is kept as {answer['database_of_before']}")
    if answer["missing_key"]:
        lines.append(f"put the hall's saved key back before the start: {answer['missing_key']} is missing")
    return "\n".join(f"restore: {line}" for line in lines)
