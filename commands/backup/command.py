"""Copy a hall's database to another disk or machine, as often as each minute, also while the hall runs.

Each copy is proved by a restore into a scratch folder before it counts. The hall's key is never in it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from commands.backup.make import make_backup
from commands.backup.places import Place, place_of
from commands.backup.settings import add_shared_options, config_of
from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from common.configuration.parser import SettingsError
from hall.composition.start_checks import COPIES
from hall.config import HallConfig
from hall.platform.db.backup.backup_log import BackupState, read_backup_state, write_backup_state
from hall.platform.db.engine import StoreError


def run(argv: list[str]) -> int:
    """Make a backup or list what is there; 0 when it is done, 2 with a sentence when it cannot be."""
    options = CommandParser(prog="backup", description=__doc__)
    options.add_argument("--to", metavar="PLACE", help="a folder, or ssh://USER@HOST/FOLDER, in place of the settings'")
    options.add_argument("--list", action="store_true", help="list the copies of the place, the newest last")
    add_shared_options(options)
    arguments = options.parse_args(argv)
    try:
        config = config_of(arguments)
        address = arguments.to or place_of_settings(config)
        place = place_of(address, arguments.ssh_config)
        return _list(place, as_json=arguments.json) if arguments.list else _make(config, address, place, arguments)
    except (SettingsError, StoreError, DBAPIError, OSError) as error:
        print(f"main.py backup: {error}", file=sys.stderr)
        return 2


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
        made = make_backup(config, place, now, lambda line: print(f"backup: {line}", file=sys.stderr))
    except (StoreError, DBAPIError, OSError) as error:
        if config.data.is_dir() and _is_elsewhere(address, config.data):
            write_backup_state(config.data, replace(before, problem=str(error), failed_at=now))
        raise
    if _is_elsewhere(address, config.data):
        write_backup_state(config.data, BackupState(place=address, copy=made.copy, taken_at=now))
    print(json.dumps(asdict(made)) if arguments.json else made.at)
    return 0


def _is_elsewhere(address: str, data: Path) -> bool:
    """Return whether a copy there is a backup: one in the hall's own data folder dies with its disk."""
    return address.startswith("ssh://") or not Path(address).expanduser().resolve().is_relative_to(data.resolve())


def _list(place: Place, *, as_json: bool) -> int:
    names = place.names()
    print(json.dumps({"copies": names}) if as_json else "\n".join(names) or "no copies")
    return 0
