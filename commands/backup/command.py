"""Copy a hall's database to another disk or machine, as often as each minute, also while the hall runs.

Each copy is proved by a restore into a scratch folder before it counts. The hall's key is never in it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from functools import cache, partial
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from commands.backup.centre_place import CENTRE, CentrePlace
from commands.backup.make import ORDINARY, make_backup
from commands.backup.places import Place, place_of
from commands.backup.settings import add_shared_options, config_of
from commands.runtime.hall_code import hall_of
from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from common.configuration.parser import SettingsError
from common.text.program_name import program_name
from hall.composition.start_checks import COPIES
from hall.config import HallConfig
from hall.platform.db.backup.backup_log import BackupState, read_backup_state, write_backup_state
from hall.platform.db.engine import StoreError


def run(argv: list[str]) -> int:
    """Make a backup or list what is there; 0 when it is done, 2 with a sentence when it cannot be."""
    options = CommandParser(prog="backup", description=__doc__)
    options.add_argument(
        "--to", metavar="PLACE", help="a folder, ssh://USER@HOST/FOLDER or centre, in place of the settings'"
    )
    options.add_argument("--list", action="store_true", help="list the copies of the place, the newest last")
    add_shared_options(options)
    arguments = options.parse_args(argv)
    try:
        config = config_of(arguments)
        address = arguments.to or place_of_settings(config)
        place = _place(address, config, arguments.ssh_config)
        return _list(place, as_json=arguments.json) if arguments.list else _make(config, address, place, arguments)
    except (SettingsError, StoreError, DBAPIError, OSError) as error:
        print(f"{program_name()} backup: {error}", file=sys.stderr)
        return 2


def _place(address: str, config: HallConfig, ssh_config: Path | None) -> Place:
    if address == CENTRE:
        return CentrePlace(config, cache(partial(hall_of, config)))
    return place_of(address, ssh_config)


def place_of_settings(config: HallConfig) -> str:
    """Return where the settings want copies: `backup`, else the second place, else the data folder."""
    if config.backup or config.copies:
        return config.backup or str(config.copies)
    if config.data.is_dir():
        (config.data / COPIES).mkdir(mode=0o700, exist_ok=True)
    return str(config.data / COPIES)


def _make(config: HallConfig, address: str, place: Place, arguments: argparse.Namespace) -> int:
    now = utc_now()
    before = read_backup_state(config.data) or BackupState()
    try:
        name = f"{ORDINARY}-{CENTRE}" if address == CENTRE else ORDINARY
        made = make_backup(config, place, now, lambda line: print(f"backup: {line}", file=sys.stderr), name=name)
    except (StoreError, DBAPIError, OSError) as error:
        if config.data.is_dir() and _counts(address, config):
            write_backup_state(config.data, replace(before, problem=str(error), failed_at=now))
        raise
    if _counts(address, config):
        write_backup_state(config.data, BackupState(place=address, copy=made.copy, taken_at=now))
    print(json.dumps(asdict(made)) if arguments.json else made.at)
    return 0


def _counts(address: str, config: HallConfig) -> bool:
    """Return whether a copy there is the hall's backup: one in its own data folder dies with its disk.

    The centre's page shows the age of the copy at the centre; here it counts only where the hall has no other place.
    """
    if address == CENTRE:
        return config.backup in {"", CENTRE} and not config.copies
    return address.startswith("ssh://") or not Path(address).expanduser().resolve().is_relative_to(
        config.data.resolve()
    )


def _list(place: Place, *, as_json: bool) -> int:
    names = place.names()
    print(json.dumps({"copies": names}) if as_json else "\n".join(names) or "no copies")
    return 0
