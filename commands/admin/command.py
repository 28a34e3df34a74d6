"""What an administrator does on the hall's own machine: staff tokens, PINs, pairing codes, devices, appointments.

It writes to the hall's database directly, in a separate transaction, so it works with the hall running or stopped.
"""

from __future__ import annotations

import argparse
import getpass
import json
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from commands.admin.appointments_file import AppointmentsFileError, take_in, written
from commands.admin.hold import HoldError, add_hold_parser, run_hold
from commands.admin.key import add_key_parser, rotate
from commands.admin.people import ConsoleWork, add_people_parsers, add_person
from commands.admin.tokens import (
    add_json_option,
    add_token_options,
    is_withdrawn,
    list_tokens,
    make_token,
    withdraw_token,
)
from common.clock.wall_clock import move_clock, utc_now
from common.configuration.command_parser import CommandParser
from common.files.private import make_private_folder
from common.text.program_name import program_name
from contracts.devices.pairing_string import pairing_string
from contracts.queue.queues_view import DeviceNow
from hall.composition.start_checks import KEY_FILE, check_database_is_there, secret_of
from hall.config import HallConfig
from hall.kernel.pins import PIN_RULE, keeps_pin_rule
from hall.kernel.refusals import HallError
from hall.kernel.settings import HallSettings
from hall.people.store.console_acts import note_act
from hall.people.store.identity_store import SqlIdentities
from hall.platform.clock import SystemClock
from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.hall_identity import address_of, authority_of
from hall.platform.db.migrate import migrate, version_of
from hall.platform.security.pairing_code import fresh_code
from hall.platform.security.pins import PinHasher
from hall.platform.security.secret import SecretError, token_hash
from hall.settings.store.settings_store import NoSettingsError, read_settings

DEVICE_KINDS = ("kiosk", "board", "counter", "reader", "tablet")
AT_COUNTERS = ("counter", "tablet")
_CODE_LIFE = timedelta(minutes=10)


class AdminError(Exception):
    """What was asked cannot be done; the text says why and what to do."""


def run(argv: list[str]) -> int:
    """Do one thing; 0 when it is done, 2 with a sentence when it cannot be."""
    arguments = _parser().parse_args(argv)
    act: Callable[[argparse.Namespace], None] = arguments.act
    try:
        _use_clock_of_demo(arguments.data)
        act(arguments)
    except (AdminError, StoreError, SecretError, ArgumentError, NoSuchModuleError, DatabaseError, OSError) as error:
        print(f"{program_name()} admin: {error}", file=sys.stderr)
        return 2
    return 0


def _use_clock_of_demo(data: Path) -> None:
    """Use the demo's clock where the data folder is that of a demo's hall: codes of another time are refused there."""
    try:
        described = json.loads((data.parent / "demo.json").read_text(encoding="utf-8"))
        move_clock(timedelta(seconds=described.get("clock_ahead_s", 0.0)))
    except FileNotFoundError:
        return  # a separate hall
    except (AttributeError, TypeError, ValueError) as error:
        raise AdminError(f"{data.parent / 'demo.json'} cannot be read: {error}") from error


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="admin", description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("hall-data"), metavar="DIR", help="the hall's data folder")
    parser.add_argument("--keys", type=Path, metavar="DIR", help="the folder of its key (beside the data folder)")
    parser.add_argument("--database", metavar="URL", help="the hall's database, where it is not in the data folder")
    names = "person|people|token|tokens|revoke-token|key|hold|pin|pair|devices|revoke|appointments"
    acts = parser.add_subparsers(required=True, metavar=names)
    add_people_parsers(acts)
    acts.choices["people"].set_defaults(act=_on_accounts)
    acts.choices["person"].set_defaults(act=_on_accounts)
    _add_token_parsers(acts)
    add_key_parser(acts).set_defaults(act=_rotate)
    add_hold_parser(acts).set_defaults(act=_hold)
    pin = acts.add_parser("pin", help="set an agent's PIN (asked for twice, or read from standard input)")
    pin.add_argument("agent", help="the agent's sign-in name")
    pin.set_defaults(act=_pin)
    pair = acts.add_parser("pair", help="make a pairing code for one device: ten minutes, one use")
    pair.add_argument("kind", choices=DEVICE_KINDS)
    pair.add_argument("--name", help="what the device is called (default: its kind)")
    pair.add_argument("--counter", type=int, help="the counter's number, for a counter PC or the tablet beside it")
    pair.set_defaults(act=_pair)
    devices = acts.add_parser("devices", help="list the enrolled devices")
    add_json_option(devices)
    devices.set_defaults(act=_devices)
    revoke = acts.add_parser("revoke", help="withdraw a device's token; a running hall knows it within 5 s")
    revoke.add_argument("device", help="the device's id, as in the list")
    revoke.set_defaults(act=_revoke)
    appointments = acts.add_parser("appointments", help="book the appointments of a CSV file")
    appointments.add_argument("file", type=Path, help="columns number (may be left out), service, day, time")
    appointments.set_defaults(act=_appointments)
    return parser


def _add_token_parsers(acts: argparse._SubParsersAction[CommandParser]) -> None:
    token = acts.add_parser("token", help="make a token for a person with a staff role; it is shown this once")
    add_token_options(token)
    token.set_defaults(act=_token)
    tokens = acts.add_parser("tokens", help="list the staff tokens: whose, until when, when last used to sign in")
    add_json_option(tokens)
    tokens.set_defaults(act=_tokens)
    text = "withdraw a staff token and end its sessions; a running hall knows it within 5 s"
    revoke = acts.add_parser("revoke-token", help=text)
    revoke.add_argument("token", metavar="ID", help="the token's id, as in the list")
    add_json_option(revoke)
    revoke.set_defaults(act=_revoke_token)


@contextmanager
def _identities(arguments: argparse.Namespace, act: str = "", subject: str = "") -> Iterator[SqlIdentities]:
    """Open what says who may come in; an `act` that is not refused is noted for the hall's facts."""
    with _database(arguments) as connection:
        yield SqlIdentities(connection, utc_now())
        if act:
            note_act(connection, act, subject, utc_now())


@contextmanager
def _database(arguments: argparse.Namespace) -> Iterator[Connection]:
    """Open the hall's database, made ready where it is new, for one transaction."""
    make_private_folder(arguments.data)
    url = arguments.database or f"sqlite:///{arguments.data / 'hall.sqlite'}"
    engine = make_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        # Only a new database is made ready here: one that a hall runs on is that hall's to migrate.
        with engine.connect() as connection:
            new = version_of(connection) is None
        if new:
            migrate(engine)
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _config(arguments: argparse.Namespace) -> HallConfig:
    return HallConfig(data=arguments.data, database=arguments.database or "", keys=arguments.keys)


def _settings(arguments: argparse.Namespace) -> HallSettings | None:
    """Return the settings of the hall, or None before its first start: then nothing can be looked up."""
    try:
        with _database(arguments) as connection:
            return read_settings(connection)
    except NoSettingsError:
        return None


def _check_hall_was_here(arguments: argparse.Namespace) -> None:
    """Raise AdminError in a folder where no hall ever ran: a code or PIN made there would be nobody's."""
    if not _hall_was_here(arguments):
        raise _not_started(arguments)


def _not_started(arguments: argparse.Namespace) -> AdminError:
    start = f"{program_name()} hall --setup FILE --data {arguments.data}"
    return AdminError(f"no hall has run in {arguments.data} yet; start it first: {start}")


def _hall_was_here(arguments: argparse.Namespace) -> bool:
    """Return whether a hall has run in the folder; raise AdminError where its database is lost.

    An empty database made here would let the service begin a new hall without a word, instead of naming the copy.
    """
    try:
        check_database_is_there(_config(arguments), new=False)
    except StoreError as error:
        way = f"put a copy back first (docs/copies.md), or begin a new hall: {program_name()} hall --setup FILE --new"
        raise AdminError(f"the database of the hall in {arguments.data} is lost; {way}") from error
    return bool(arguments.database) or (arguments.data / "hall.sqlite").exists()


def _token(arguments: argparse.Namespace) -> None:
    if not _hall_was_here(arguments):
        print(f"no hall has run in {arguments.data} yet: the token is for one that is started there", file=sys.stderr)
    else:
        _check_whose(arguments)
    with _database(arguments) as connection:
        make_token(connection, arguments)


def _on_accounts(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    if arguments.on_accounts is add_person:
        _check_code(arguments, arguments.unit, "--unit CODE")
    try:
        with _database(arguments) as connection:
            arguments.on_accounts(ConsoleWork(connection, SystemClock()), arguments)
    except (HallError, ValueError) as error:
        raise AdminError(str(error)) from error


def _tokens(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    with _database(arguments) as connection:
        list_tokens(connection, arguments)


def _revoke_token(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    with _database(arguments) as connection:
        token = withdraw_token(connection, arguments.token)
        withdrawn = token is None and is_withdrawn(connection, arguments.token)
    if token is None:
        what = (
            f"the token {arguments.token} is withdrawn already"
            if withdrawn
            else f"no token has the id {arguments.token!r}"
        )
        raise AdminError(f"{what}; see them with: {program_name()} admin tokens")
    if arguments.json:
        print(json.dumps({"id": token.id, "role": token.role, "name": token.name, "state": "withdrawn"}))
        return
    print(
        f"the token of {token.name} ({token.role}) is withdrawn, its sessions end; a running hall knows it within 5 s"
    )


def _check_whose(arguments: argparse.Namespace) -> None:
    """Raise AdminError where a page would open without its list: the name of such a token begins with a code."""
    _check_code(arguments, (arguments.name or "").partition("/")[0], "--name CODE or CODE/PERSON")


def _check_code(arguments: argparse.Namespace, code: str, option: str) -> None:
    """Raise AdminError unless the code is one of the hall's directorates or officials, for roles that work for one."""
    settings = _settings(arguments)
    if settings is None or arguments.role not in {"directorate", "official"}:
        return
    named = settings.choices.directorates if arguments.role == "directorate" else settings.officials
    codes = [one.code for one in named]
    if code not in codes:
        raise AdminError(f"say whose with {option}; this hall has {', '.join(codes) or 'none'}")


def _rotate(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    rotate(_config(arguments))


def _hold(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    try:
        with _database(arguments) as connection:
            run_hold(connection, arguments)
    except HoldError as error:
        raise AdminError(str(error)) from error


def _pin(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    settings = _settings(arguments)
    agents = [agent.code for agent in settings.agents] if settings else [arguments.agent]
    if arguments.agent not in agents:
        raise AdminError(f"this hall has no agent {arguments.agent!r}; it has {', '.join(agents) or 'none'}")
    pin = _typed_pin(arguments.agent)
    if not keeps_pin_rule(pin):
        raise AdminError(PIN_RULE)
    with _database(arguments) as connection:
        hasher = PinHasher(secret_of(connection, _config(arguments).key_folder / KEY_FILE))
    with _identities(arguments, "pin_set", arguments.agent) as identities:
        identities.set_pin_hash(arguments.agent, hasher.hash_now(pin, arguments.agent))
    hasher.close()
    print(f"the PIN of {arguments.agent} is set")


def _typed_pin(agent: str) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    first = getpass.getpass(f"PIN for {agent}: ")
    if first != getpass.getpass("again: "):
        raise AdminError("the two are not the same; nothing is changed")
    return first


def _pair(arguments: argparse.Namespace) -> None:
    if (arguments.kind in AT_COUNTERS) != (arguments.counter is not None):
        raise AdminError("--counter N goes with a counter PC or a tablet, and only with these")
    _check_hall_was_here(arguments)
    settings = _settings(arguments)
    with _database(arguments) as connection:
        address, authority = address_of(connection), authority_of(connection)
    if settings is None or address is None:  # its authority, by which the device knows it, comes with its first start
        raise _not_started(arguments)
    numbers = [counter.number for counter in settings.counters]
    if arguments.counter is not None and arguments.counter not in numbers:
        known = ", ".join(map(str, numbers)) or "none"
        raise AdminError(f"this hall has no counter {arguments.counter}; it has {known}")
    code = fresh_code()
    name = arguments.name or arguments.kind
    with _identities(arguments, "pairing_code_made", f"{arguments.kind} {name}") as identities:
        identities.add_code(token_hash(code), arguments.kind, name, arguments.counter, utc_now() + _CODE_LIFE)
    shown = pairing_string(code, ssl.PEM_cert_to_DER_cert(authority)) if authority else f"{code[:4]}-{code[4:]}"
    print(f"type this at the device within ten minutes: {shown}")


def _devices(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    with _identities(arguments) as identities:
        devices = list(identities.devices())
    if arguments.json:
        print(json.dumps([_device_row(device) for device in devices], ensure_ascii=False, indent=1))
        return
    for device in devices:
        seen = device.last_seen.isoformat(timespec="minutes") if device.last_seen else "never"
        print(f"{device.device}  {device.kind:<8} {device.name:<20} {device.state:<9} last seen {seen}")


def _device_row(device: DeviceNow) -> dict[str, str | None]:
    seen = device.last_seen.isoformat() if device.last_seen else None
    return {"id": device.device, "kind": device.kind, "name": device.name, "state": device.state, "last_seen": seen}


def _revoke(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    with _identities(arguments, "device_withdrawn", arguments.device) as identities:
        if not identities.revoke_device(arguments.device, utc_now()):
            raise AdminError(f"no device {arguments.device!r}; see them with: {program_name()} admin devices")
    print(f"{arguments.device} is withdrawn; a running hall knows it within 5 s")


def _appointments(arguments: argparse.Namespace) -> None:
    _check_hall_was_here(arguments)
    settings = _settings(arguments)
    if settings is None:
        raise AdminError("this hall is not set up yet: start it once with --setup FILE")
    try:
        text = arguments.file.read_text(encoding="utf-8-sig")
        with _database(arguments) as connection:
            taken = take_in(text, connection, settings, SystemClock().now())
    except (AppointmentsFileError, UnicodeDecodeError) as error:
        raise AdminError(f"nothing of {arguments.file} is booked:\n{error}") from error
    print(written(taken.booked, settings), end="")
    print(f"{len(taken.booked)} booked, {taken.known} known already", file=sys.stderr)
