"""Run the centre, and let its administrator add halls, tokens and readers."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from central.composition import database, opened
from central.config import CentralConfig, check_hall
from central.errors import CentralError, ConfigError
from central.halls import registry
from central.halls.settings_key import credential
from central.intake.batch_intake import IngestRules, retry_quarantine
from central.maintenance.cleanup import Retention, clean_up
from central.maintenance.key_rotation import key_in_use
from central.people.people import people
from commands.central.key import add_key_command
from commands.central.options import add_kept, add_place, read_config
from commands.central.options import parser as central_parser
from commands.central.people import add_people_command
from commands.central.releases import add_release_command
from commands.central.settings import add_settings_command
from commands.central.tokens import add_token_commands
from common.clock.wall_clock import utc_now
from common.configuration.parser import SettingsError, SettingsParser
from common.log.lines import log_to_stderr
from common.server.connection_limits import ConnectionLimits
from common.server.listener import ListenError, bound_socket, url_of
from common.server.open_files import file_limit
from common.server.server import Server
from common.service.systemd import READY, notify
from common.service.watchdog import feed_watchdog
from common.text.program_name import program_name
from contracts.codec.reader import ContractError, to_json


def run(argv: Sequence[str]) -> int:
    """Do what the arguments say; 0 when done, 2 when the settings are wrong (told on stderr)."""
    parser = _parser()
    options = parser.read_arguments(argv)
    act: Callable[[argparse.Namespace, CentralConfig], int] = options.act
    try:
        return act(options, read_config(parser, options))
    except (SettingsError, ConfigError, CentralError, ContractError, ListenError) as error:
        print(f"central: {error}", file=sys.stderr)
    except OperationalError as error:
        print(
            f"central: the database {options.database or options.data} cannot be opened: {error.orig}", file=sys.stderr
        )
    return 2


def _parser() -> SettingsParser:
    parser = central_parser(__doc__)
    parser.set_defaults(act=_serve)
    commands = parser.add_subparsers(
        title="instead of serving", metavar="COMMAND", parser_class=argparse.ArgumentParser
    )

    def add(name: str, act: Callable[[argparse.Namespace, CentralConfig], int], text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        add_place(made)
        made.set_defaults(act=act)
        return made

    enrol = add("enrol", _enrol, "Make a hall known and print a token for it.")
    enrol.add_argument("--hall", required=True, help="the hall's name in addresses, as in its set-up file")
    enrol.add_argument("--name", help="the hall's Arabic name")
    enrol.add_argument("--name-en", help="the hall's English name")
    enrol.add_argument(
        "--code", action="store_true", help="print a pairing code (ten minutes, one use) instead of a token"
    )
    add_token_commands(add)
    add_settings_command(add)
    add_people_command(add)
    add_key_command(add)
    add_release_command(add)
    cleanup = add("cleanup", _clean_up, "Delete what is older than the centre keeps it now, as it does each night.")
    add_kept(cleanup)
    cleanup.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    add("retry-quarantine", _retry, "Read the entries in quarantine again, as after an update.")
    return parser


def _serve(_options: argparse.Namespace, config: CentralConfig) -> int:
    log_to_stderr()
    for chatty in ("alembic", "uvicorn"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    with opened(config) as centre, bound_socket(config.host, config.port) as listener:
        address = url_of(listener)
        _print_first_step(centre.engine, config)
        # uvicorn raises the signal again after its own clean end; without these that would kill us.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        watched: list[asyncio.Task[None]] = []  # a task that nobody holds may be collected while it runs

        def say_ready() -> None:
            print(f"centre: {address}", flush=True)
            notify(READY)
            watched.append(asyncio.get_running_loop().create_task(feed_watchdog(partial(asyncio.sleep, 0))))

        connections = ConnectionLimits(file_limit(raised=True), config.trusted_proxy)
        Server(centre.app, connections, say_ready).run(sockets=[listener])
    return 0


def _print_first_step(engine: Engine, config: CentralConfig) -> None:
    """Print how to make the first administrator where nobody could open the pages."""
    if not config.open_pages and not people(engine, now=_now()):
        first = f"{program_name()} central person add --name NAME --role admin --data {config.data}"
        print(f"centre: nobody can sign in yet; make the first administrator: {first}", file=sys.stderr, flush=True)


def _enrol(options: argparse.Namespace, config: CentralConfig) -> int:
    hall = check_hall(options.hall)
    names = {language: name for language, name in (("ar", options.name), ("en", options.name_en)) if name}
    with database(config) as engine:
        key = key_in_use(engine, config)
        registry.add_hall(engine, hall, names, now=_now())
        if options.code:
            code, expires_at = registry.new_pairing_code(engine, hall, now=_now())
            print(f"{code[:4]}-{code[4:]}")
            print(f"valid until {expires_at:%H:%M} UTC", file=sys.stderr)
        else:
            token = registry.new_hall_token(engine, hall, options.name or "command line", now=_now())
            print(credential(key, hall, token).word)
    return 0


def _retry(_options: argparse.Namespace, config: CentralConfig) -> int:
    with database(config) as engine:
        stored, left = _read_again(engine, config)
    print(f"{stored} stored, {left} still cannot be read")
    return 0


def _clean_up(options: argparse.Namespace, config: CentralConfig) -> int:
    retention = Retention(config.kept_years, config.kept_days)
    with database(config) as engine:
        run = clean_up(engine, retention, today=utc_now().astimezone(ZoneInfo(config.time_zone)).date(), now=_now())
    if options.json:
        print(json.dumps(to_json({"deleted": dict(run.deleted), "problem": run.problem}), ensure_ascii=False))
    else:
        print("deleted: " + ", ".join(f"{rows} {kind}" for kind, rows in run.deleted.items()))
        for line in run.problem.splitlines():
            print(f"central: {line}", file=sys.stderr)
    return 1 if run.problem else 0


def _read_again(engine: Engine, config: CentralConfig) -> tuple[int, int]:
    return retry_quarantine(engine, now=_now(), rules=IngestRules(config.lease_s, config.time_zone))


def _now() -> datetime:
    return utc_now()
