"""Work a counter that has no PC: a keypad asks, the counter's LED sign shows. Needs the token of that counter."""

from __future__ import annotations

import argparse
import logging
import queue
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from commands.serial_devices.keypad_controller import Desk
from commands.serial_devices.keypad_display import Display, LogDisplay, SignDisplay
from commands.serial_devices.keypad_hall_client import Seat
from commands.serial_devices.options import add_device_options, device_token, hall_problems
from commands.serial_devices.signs_settings import SignLineSettings, beyond_model, read_sign_line
from common.log.lines import log_to_stderr
from common.service.systemd import ALIVE, READY, notify, watchdog_interval_s
from serial_devices.errors import DeviceAddressError
from serial_devices.keypad.keys import Press
from serial_devices.keypad.reader import KeypadSettings, KeypadTalk, read_keypad
from serial_devices.line.owner import LineOwner
from serial_devices.line.serial_line import SerialLine
from serial_devices.signs.line import SignLine
from serial_devices.signs.models import MODELS_FILE
from serial_devices.signs.schedule import SignSchedule

log = logging.getLogger("keypad")

LOOK_S = 5.0
TICK_S = 0.2


class KeypadOptionsError(ValueError):
    """The command line is wrong; the text has one problem a line."""


@dataclass(frozen=True)
class KeypadOptions:
    """All that the program is told; `sign` None: the counter's sign is driven by `main.py signs`, or there is none."""

    halls: tuple[str, ...]
    token: str
    counter: int
    keypad: KeypadSettings
    sign: SignLineSettings | None
    address: int
    agents: dict[str, str]
    fixed: tuple[str, str] | None


def run(argv: list[str]) -> int:
    """Run until told to end; 2 for wrong options."""
    given = parser().parse_args(argv)
    try:
        options = read_options(given)
    except KeypadOptionsError as error:
        print(f"main.py keypad: {str(error).replace(chr(10), chr(10) + 'main.py keypad: ')}", file=sys.stderr)
        return 2
    log_to_stderr()
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    work(options, stopping)
    return 0


def work(options: KeypadOptions, stopping: threading.Event) -> None:
    """Work the counter until `stopping`; lines that break are opened again by themselves."""
    presses: queue.SimpleQueue[Press] = queue.SimpleQueue()
    talk = KeypadTalk(options.keypad.table, presses.put, lambda wrong: _tell("keypad", wrong))
    owners = [LineOwner(options.keypad.line(), talk)]
    display: Display = LogDisplay()
    if options.sign is not None:
        schedule = SignSchedule(options.sign.model.template, {options.counter: options.address})
        line = SignLine(schedule, lambda wrong: _tell("sign", wrong))
        owners.append(LineOwner(SerialLine(options.sign.port), line))
        display = SignDisplay(line, options.counter)
    seat = Seat(options.halls, options.token, options.counter)
    desk = Desk(seat, display, options.agents, options.fixed)
    for owner in owners:
        owner.start()
    try:
        _turn(desk, display, presses, stopping)
    finally:
        for owner in owners:
            owner.stop()
        seat.close()


def _turn(desk: Desk, display: Display, presses: queue.SimpleQueue[Press], stopping: threading.Event) -> None:
    looked_s = desk.clock()
    notify(READY)
    interval_s, notified_s = watchdog_interval_s(), desk.clock()
    while not stopping.is_set():
        if interval_s is not None and desk.clock() - notified_s >= interval_s:
            notified_s = desk.clock()
            notify(ALIVE)
        try:
            if desk.press(presses.get(timeout=TICK_S)):
                while not presses.empty():  # pressed while the hall was thinking: nobody means it any more
                    presses.get()
        except queue.Empty:
            if desk.clock() - looked_s >= LOOK_S:
                looked_s = desk.clock()
                desk.look()
        display.tick()


def parser() -> argparse.ArgumentParser:
    """Return the program's options."""
    options = argparse.ArgumentParser(prog="main.py keypad", description=__doc__)
    add_device_options(options)
    options.add_argument("--counter", type=int, required=True, metavar="N", help="number of this counter")
    options.add_argument("--keypad", default="", metavar="URL", help="serial:///dev/ttyUSB0, evdev:///dev/input/event5")
    options.add_argument("--sign", default="", metavar="URL", help="its sign: serial:///dev/ttyUSB1?model=edi")
    options.add_argument("--model", default="plain", metavar="M", help="model of the sign, or a template")
    options.add_argument("--models", type=Path, default=MODELS_FILE, metavar="FILE", help="another file of models")
    options.add_argument("--address", type=int, metavar="A", help="address of the sign, where not the counter's number")
    options.add_argument(
        "--agent", action="append", default=[], metavar="N=CODE", help="number that an agent types; again for another"
    )
    options.add_argument(
        "--pin-file", type=Path, metavar="FILE", help="keypad without digits: PIN of the one --agent CODE who sits here"
    )
    return options


def read_options(given: argparse.Namespace) -> KeypadOptions:
    """Return the options; raise KeypadOptionsError with all problems."""
    problems = hall_problems(given)
    token, token_problems = device_token(given)
    problems += token_problems
    if given.counter < 1:
        problems.append(f"--counter {given.counter}: counters are numbered from 1")
    keypad, sign = None, None
    try:
        keypad = read_keypad(given.keypad)
    except DeviceAddressError as error:
        problems.append(f"--keypad {error}")
    address = given.counter if given.address is None else given.address
    try:
        sign = read_sign_line(given.sign, given.model, given.models) if given.sign else None
    except DeviceAddressError as error:
        problems.append(f"--sign {error}")
    problems += beyond_model(sign, {given.counter: address}) if sign is not None else []
    agents, fixed, agent_problems = _agents(given)
    problems += agent_problems
    if problems or keypad is None:
        raise KeypadOptionsError("\n".join(problems))
    return KeypadOptions(tuple(given.hall), token, given.counter, keypad, sign, address, agents, fixed)


def _agents(given: argparse.Namespace) -> tuple[dict[str, str], tuple[str, str] | None, list[str]]:
    if given.pin_file is not None:
        if len(given.agent) != 1 or "=" in given.agent[0]:
            return {}, None, ["--pin-file: give the code of the one agent who sits here, as in --agent salim"]
        try:
            pin = given.pin_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            return {}, None, [f"--pin-file {given.pin_file} cannot be read: {error}"]
        return {}, (given.agent[0], pin), []
    agents, problems = {}, []
    for text in given.agent:
        number, _, code = text.partition("=")
        if not (number.isascii() and number.isdigit() and code):
            problems.append(f"--agent {text}: expected a number and an agent's code, as in 12=salim")
        agents[number] = code
    return agents, None, problems


def _tell(what: str, wrong: str) -> None:
    if wrong:
        log.error("%s: %s", what, wrong)
    else:
        log.info("%s: in order", what)
