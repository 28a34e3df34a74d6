"""A living hall on this machine, in the middle of a morning: centre, hall, kiosk, counter, board, hall head's page."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from commands.demo import tokens as demo_tokens
from commands.demo.how_to_start import start_lines
from commands.demo.processes import DemoParts, start_parts
from commands.demo.scenario import start
from commands.demo.screen_pictures import take_pictures
from commands.demo.setup_file import SIZES
from commands.demo.staff_pin import pins_file
from commands.demo.tokens import TokensError
from commands.hall_client import HallAwayError, HallRefusedError
from commands.runtime.process_group import Family, FamilyError
from common.clock.wall_clock import ahead
from common.configuration.command_parser import CommandParser
from common.files.lock_file import FileLock
from common.server.listener import ListenError, bound_socket
from hall.settings.setup.file import SetupError
from kiosk.staff_pins.pins import StaffPinError

_SAY_WHY = (FamilyError, TokensError, StaffPinError, HallAwayError, HallRefusedError)
"""Errors whose text is for the person who started the demo."""


def run(argv: list[str]) -> int:
    """Start everything and stay until it is stopped; 0 when it was stopped by a person, 1 with the reason otherwise."""
    arguments = _arguments(argv)
    lock = FileLock(arguments.data / "demo.lock")
    try:
        arguments.data.mkdir(parents=True, exist_ok=True)
        ours = lock.take()
    except OSError as error:
        return _failed(f"{arguments.data} cannot be used: {error.strerror}; choose another folder: --data DIR")
    if not ours:
        return _failed(
            f"a demo runs in {arguments.data} already (process {lock.holder()}); end it or choose --data DIR"
        )
    try:
        return _live(arguments)
    finally:
        lock.leave()


def _failed(reason: object) -> int:
    print(f"demo: {reason}", file=sys.stderr)
    return 1


def _stopped() -> int:
    print("demo: stopped before all of it was up", file=sys.stderr)
    return 0


def _live(arguments: argparse.Namespace) -> int:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    # A program that waits for this file must not find one from an earlier run.
    (arguments.data / "demo.json").unlink(missing_ok=True)
    has_screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) or sys.platform != "linux"
    try:
        if arguments.port:  # looked at first: the hall would say it only when the centre is up
            bound_socket("127.0.0.1", arguments.port).close()
        living = not arguments.headless and start.is_living(arguments.data)
        if living:
            place = arguments.database or f"sqlite:///{arguments.data / 'hall' / 'hall.sqlite'}"
            start.prepare(arguments.data, place, stop)
            if stop.is_set():
                return _stopped()
        with Family(arguments.data / "logs") as family, ExitStack() as stack:
            print("demo: starting the centre and the hall; a slow machine takes minutes", flush=True)
            given = arguments.data, arguments.hall, arguments.port, arguments.database
            parts = start_parts(family, *given)
            lives = start.start_scene(family, arguments.data, parts, visitors=arguments.visitors) if living else None
            _tell(parts, arguments.data)
            if lives is not None:
                stack.callback(lives.stop)
                print(f"demo, the clock shows {lives.clock_text()}; all people are made up", flush=True)
                print(f"demo: page of the demo  {lives.page.address} (stop and start the visitors here)", flush=True)
            if lives is not None and (arguments.no_windows or not has_screen):
                print("\n".join(f"demo: {line}" for line in start_lines(parts, arguments.data)), flush=True)
            _show(family, parts, arguments, stop, has_screen=has_screen)
            return _stay(family, stop, parts.centre, lives)
    except (ListenError, SetupError, OSError, *_SAY_WHY) as error:
        # Ctrl-C reaches what was being started as well: its end is no failure then.
        return _stopped() if stop.is_set() else _failed(error)
    finally:
        (arguments.data / "demo.json").unlink(missing_ok=True)


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = CommandParser(prog="demo", description=__doc__)
    parser.add_argument(
        "--headless",
        action="store_true",
        help="hall, sync and centre alone, empty: no windows, no visitors",
    )
    parser.add_argument("--no-windows", action="store_true", help="the living demo with neither windows nor pictures")
    parser.add_argument(
        "--no-visitors", dest="visitors", action="store_false", help="nobody comes before the demo's page lets them"
    )
    parser.add_argument("--data", type=Path, default=Path("demo-data"), metavar="DIR", help="where the demo lives")
    parser.add_argument(
        "--port", type=_port, default=8080, metavar="P", help="port of the hall service (0: any free one)"
    )
    parser.add_argument(
        "--hall", choices=sorted(SIZES), default="middle", help="of an empty demo: 3, 8 or 16 counters (8)"
    )
    parser.add_argument("--database", metavar="URL", help="run the hall on this PostgreSQL database")
    parser.add_argument("--language", choices=["ar", "en"], default="ar", help="language of the windows at their start")
    return parser.parse_args(argv)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to 65535")
    return int(text)


def _tell(parts: DemoParts, folder: Path) -> None:
    """Write demo.json in one step: a reader finds all of it, and every address in it answers."""
    described: dict[str, Any] = {"hall": parts.hall, "centre": parts.centre, "tokens": parts.tokens.described()}
    described["head_page"] = parts.head_page
    if ahead():
        described["clock_ahead_s"] = ahead().total_seconds()
    draft = folder / "demo.json.new"
    draft.write_text(json.dumps(described, indent=1), encoding="utf-8")
    draft.chmod(0o600)
    draft.replace(folder / "demo.json")
    print(f"demo: hall              {parts.hall}")
    print(f"demo: hall head's page  {parts.head_page}")
    print(f"demo: centre            {parts.centre}", flush=True)


def _show(
    family: Family, parts: DemoParts, arguments: argparse.Namespace, stop: threading.Event, *, has_screen: bool
) -> None:
    if arguments.headless or arguments.no_windows:
        return
    if has_screen:
        _open_windows(family, parts, arguments.language, arguments.data)
        return
    print("demo: no screen here, so no windows; taking pictures of every screen instead", flush=True)
    folder = arguments.data / "pictures"
    for picture in take_pictures(parts.hall, parts.head_page, parts.tokens, folder, stop):
        print(f"demo: picture {picture}", flush=True)


def _open_windows(family: Family, parts: DemoParts, language: str, folder: Path) -> None:
    common = ["--hall", parts.hall, "--language", language]
    tokens = parts.tokens
    pins = pins_file(tokens, folder)
    demo_tokens.keep(tokens, folder)
    kiosk = [*common, "--size", "440x790+0+30", "--screen-inches", "12", "--printer", "memory:", "--show-paper"]
    kiosk += ["--tapped-tickets", "0"]  # a person who tries it out taps as no visitor does
    kiosk += ["--staff-pins", str(pins)]
    family.start("kiosk", [*kiosk, "--device", tokens.kiosk_device], window=True, DAWR_TOKEN=tokens.kiosk)
    board = ["--hall", parts.hall, "--language", "both", "--size", "1100x320+810+0"]
    board += ["--screen-inches", "43", "--viewing-m", "5"]
    family.start("board", board, window=True, DAWR_TOKEN=tokens.board)
    first = min(tokens.counters, key=int)
    counter = [*common, "--counter", first, "--size", "1100x690+810+350"]
    # Tokens go by the environment: the arguments of a process are everybody's to read.
    session, device = tokens.counters[first], tokens.counter_devices[first]
    family.start("counter", counter, window=True, DAWR_TOKEN=device, DAWR_COUNTER_SESSION=session)
    print(f"demo: counter {first}         F12 signs out; {demo_tokens.sign_in_told(tokens, folder)}")
    print(f"demo: staff menu        F12, or five touches where the kiosk's hall name begins; PIN {tokens.staff_pin}")
    print("demo: take a ticket at the kiosk, press space at the counter, watch the board; end with Ctrl-C", flush=True)


def _stay(family: Family, stop: threading.Event, centre: str, lives: start.Scene | None) -> int:
    """Wait for the end: without its hall there is no demo, while a centre that is away is what a hall must bear."""
    while not stop.wait(0.5):
        if lives is not None:
            lives.note_time()
        ended = family.ended()
        if ended and ended.name == "central" and ended.came_up:
            print(f"demo: the centre was ended; the hall goes on, and it is started again at {centre}", file=sys.stderr)
            family.start_again(ended, int(centre.rpartition(":")[2]))
        elif ended:
            last = "\n".join(ended.said[-12:])
            print(f"demo: {ended.name} ended; it said:\n{last}", file=sys.stderr)
            return 1
    return 0
