"""Run the hall service of one hall; or check a set-up file."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile

from commands.run.hall_https import bound_to_https, encrypted_app, hall_tls, visitor_port
from common.clock.wall_clock import ahead
from common.configuration.parser import SettingsError, SettingsParser
from common.files.private import make_private_folder
from common.log.lines import log_to_stderr
from common.server.listener import ListenError, bound_socket, url_of
from common.server.open_files import file_limit
from common.server.server import Server
from common.service.systemd import READY, notify
from common.service.watchdog import feed_watchdog
from common.text.program_name import program_name
from hall.composition.bootstrap import build_hall
from hall.composition.running import Hall
from hall.composition.start_checks import start_problem
from hall.composition.store import HallStore
from hall.config import HallConfig, parser, read_config
from hall.platform.db.engine import StoreError
from hall.platform.security.secret import SecretError
from hall.platform.tls.hall_tls import HallTls, TlsError
from hall.platform.web.https.visitor_port import VisitorPort
from hall.settings.setup.file import SetupError, check_setup

TAKEN_OVER = (
    "hall: {}. This service has ended; nothing is lost. "
    "On PostgreSQL start it again with --takeover-wait-s to have it wait as the spare"
)


def run(argv: Sequence[str]) -> int:
    """Serve until SIGTERM or Ctrl-C.

    0 when stopped, 2 with every reason when the hall cannot start, 3 when another hall service has taken it over.
    """
    options = _parser()
    arguments = options.read_arguments(argv)
    if arguments.check:
        return _check(arguments.check, as_json=arguments.json)
    try:
        config = read_config(options, arguments)
        _make_folders(config)
        return _serve(config, arguments)
    except (SettingsError, SetupError, StoreError, SecretError, TlsError, ListenError) as error:
        print(f"hall: {error}", file=sys.stderr)
        return 2


def _make_folders(config: HallConfig) -> None:
    """Make the data folder and that of the keys where they are missing; raise StoreError when that cannot be."""
    try:
        make_private_folder(config.data)
        TemporaryFile(dir=config.data).close()
    except OSError as error:
        raise StoreError(start_problem(config, error)) from error
    try:
        make_private_folder(config.key_folder)
    except OSError as error:
        raise StoreError(
            f"the hall cannot make the folder of its keys {config.key_folder} ({error.strerror}): make it, give it to "
            "the account of the service with the rights 0700, or name another with `keys`"
        ) from error


def _parser() -> SettingsParser:
    options = parser(__doc__)
    options.add_argument("--check", type=Path, metavar="FILE", help="say all that is wrong in a set-up file, and end")
    options.add_argument("--json", action="store_true", help="with --check: one JSON object instead of lines")
    options.add_argument("--new", action="store_true", help="begin a new hall where the database was lost")
    options.add_argument(
        "--new-key", action="store_true", help="make another hall.key where it was lost; all PINs are forgotten"
    )
    return options


def _check(path: Path, *, as_json: bool) -> int:
    problems = check_setup(path)
    if as_json:
        print(json.dumps({"file": str(path), "problems": [asdict(one) for one in problems]}, ensure_ascii=False))
        return 1 if any(not problem.warning for problem in problems) else 0
    for problem in problems:
        print(f"{path}: {problem}")
    errors = sum(not problem.warning for problem in problems)
    print(f"{path}: {errors} error(s), {len(problems) - errors} warning(s)" if problems else f"{path}: in order")
    return 1 if errors else 0


def _serve(config: HallConfig, arguments: argparse.Namespace) -> int:
    log_to_stderr()
    for chatty in ("alembic", "uvicorn"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    with _told_to_stop() as told, _listening(config) as at:
        file_limit(raised=True)
        tls = hall_tls(config) if config.tls else None
        hall = build_hall(
            config,
            address=at.address,
            visitors=at.visitors,
            tls=tls,
            new=arguments.new,
            new_key=arguments.new_key,
        )
        _warn_without_token(config)
        watched: list[asyncio.Task[None]] = []  # a task that nobody holds may be collected while it runs

        def say_ready() -> None:
            notify(READY)
            watched.append(asyncio.get_running_loop().create_task(feed_watchdog(partial(ask_writer, hall.store))))
            _say_where(hall, at)

        try:
            if not told:
                server = _server(hall, say_ready, tls, at)
                hall.store.commands.when_taken_over(server.end)
                server.run(sockets=[at.listener])
        finally:
            hall.stop()
    if hall.store.commands.taken_over:
        print(TAKEN_OVER.format(hall.store.commands.trouble), file=sys.stderr)
        return 3
    return 0


@dataclass(frozen=True)
class _Listening:
    """Where the hall listens; with HTTPS it has a plain port for visitors, too."""

    listener: socket.socket
    address: str
    plain: socket.socket | None
    visitors: str
    """The address for visitors' phones."""


@contextlib.contextmanager
def _listening(config: HallConfig) -> Iterator[_Listening]:
    """Listen on the ports of the settings; raise ListenError."""
    with contextlib.ExitStack() as sockets:
        listener = sockets.enter_context(bound_socket(config.host, config.port))
        if not config.tls:
            yield _Listening(listener, url_of(listener), None, url_of(listener))
            return
        port = visitor_port(config, listener.getsockname()[1])
        plain = sockets.enter_context(bound_socket(config.host, port))
        yield _Listening(listener, url_of(listener, scheme="https"), plain, url_of(plain))


def _say_where(hall: Hall, at: _Listening) -> None:
    """Say that the hall answers; the program that started it reads the first line."""
    names = hall.store.settings().names
    print(f"hall: {names.get('en') or names.get('ar')} answers at {at.address}", flush=True)
    if at.plain:
        print(f"hall: its certificate for browsers, and what phones need: {at.visitors}", flush=True)
    if ahead():
        print(f"hall: the clock is moved by {ahead().total_seconds():.0f} s, as a demo does", flush=True)
    if sys.stdout.isatty():  # for the eyes at the machine: a token has no place in a journal or a log file
        print(f"hall: the hall head's page, once within ten minutes: {hall.start_link(at.address)}", flush=True)


def _server(hall: Hall, say_ready: Callable[[], None], tls: HallTls | None, at: _Listening) -> Server:
    connections = hall.parts.limits.connections
    # Phones that go to an address without HTTPS come to this port, also where a container or router stands between.
    plain_phones = hall.parts.public_url.startswith("http://")
    app = bound_to_https(hall.app, plain_phones=plain_phones)
    if tls is None or at.plain is None:
        return Server(app, connections, say_ready, hall.hub)
    app = encrypted_app(app, tls, at.address)
    visitors = VisitorPort(app, with_tickets=plain_phones)
    return Server(app, connections, say_ready, hall.hub, lambda: tls.context, (at.plain, visitors))


def _warn_without_token(config: HallConfig) -> None:
    """Say that nothing will reach the centre: the hall serves visitors without it, so it starts."""
    if config.centre and not config.token_of_centre():
        way = f"make it at the centre with {program_name()} central enrol, and give it with --centre-token-file FILE"
        print(f"hall: no token for the centre {config.centre} is given, so nothing reaches it: {way}", file=sys.stderr)


async def ask_writer(store: HallStore) -> None:
    """Return once the writer has done a command, or said that it cannot: a hall whose writer stands still is dead."""
    await asyncio.wrap_future(store.commands.run(lambda _work, _now: None))


@contextlib.contextmanager
def _told_to_stop() -> Iterator[list[int]]:
    """Collect SIGTERM and SIGINT meanwhile.

    uvicorn stops at a signal and then raises it again: without a handler of ours the process would end half stopped.
    """
    told: list[int] = []
    before = {
        number: signal.signal(number, lambda got, _: told.append(got)) for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
