"""The settings of the counter program at its start."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass

from common.configuration.device_token import TOKEN_ENV
from common.configuration.parser import OneOrMore, SettingsError, SettingsParser
from counter_client.keyboard.hot_keys.chords import HotKey, HotKeyError, double_chords, read_hot_key
from printer.address import PrinterAddressError, wire_of
from printer.profiles import paper_of
from qtkit.program.options import ShellOptions, add_shell_options, read_shell_options
from serial_devices.errors import DeviceAddressError
from serial_devices.keypad.reader import KeypadSettings, read_keypad

INCHES = 24.0
WINDOW_PX = (1280, 800)
SESSION_ENV = "DAWR_COUNTER_SESSION"
"""The session of the agent who was signed in when the program had to start again."""


@dataclass(frozen=True)
class CounterConfig:
    """`session` is the token of a counter session that stands already, empty for the sign-in screen."""

    shell: ShellOptions
    counter: int
    session: str = ""
    keypad: KeypadSettings | None = None
    """A keypad beside the PC; None without one."""
    hot_keys: tuple[HotKey, ...] = ()
    """Keys that work while another program has the focus."""
    printer_url: str = ""
    """The counter's own printer; empty: a kiosk prints receipts and return papers, and nobody a complaint's number."""
    paper_mm: int = 80
    bar: bool = False
    """Show the small bar as soon as somebody is signed in."""


def parser() -> SettingsParser:
    """Return the parser of the program's settings."""
    options = SettingsParser("counter", "An agent's program at one counter.")
    add_shell_options(options, inches=INCHES)
    options.add_setting("--counter", type=int, needed=True, metavar="N", help="number of this counter")
    options.add_setting(
        "--keypad", default="", metavar="URL", help="a keypad: serial:///dev/ttyUSB0 or evdev:///dev/input/event5"
    )
    options.add_setting(
        "--hot-key",
        action=OneOrMore,
        default=[],
        metavar="[MEANING=]KEYS",
        help="keys that work while another program has the focus: Ctrl+Alt+Space, Pause, "
        "recall=F13, window=Ctrl+Alt+F1; again for more",
    )
    options.add_setting(
        "--printer",
        default="",
        metavar="URL",
        help="this counter's own printer for receipts, return slips and the numbers of complaints, "
        "as the kiosk's; on Windows by the network alone (tcp://10.0.0.9:9100). Without one a "
        "kiosk prints them, but for complaints' numbers, which are written down",
    )
    options.add_setting("--paper-mm", type=int, default=80, choices=(58, 80), help="width of its paper roll")
    options.add_setting(
        "--bar",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="show the small bar that stays on top, not the window, as soon as somebody is signed in",
    )
    options.add_argument(
        "--session",
        default="",
        metavar="TOKEN",
        help="a counter session that is signed in already (better: the variable DAWR_COUNTER_SESSION)",
    )
    return options


def read_config(
    options: SettingsParser, given: argparse.Namespace, environ: Mapping[str, str] = os.environ
) -> CounterConfig:
    """Return the settings that `options` has read; raise SettingsError with all problems at once."""
    problems = _counter_problems(given.counter)
    keypad = None
    try:
        keypad = _keypad(given.keypad)
    except DeviceAddressError as error:
        problems.append(f"--keypad {error}")
    hot_keys, key_problems = _hot_keys(given.hot_key)
    problems += key_problems
    problems += _printer_problems(given.printer, given.paper_mm)
    session = given.session or environ.get(SESSION_ENV, "")
    if session and not (given.token or given.token_file or environ.get(TOKEN_ENV)):
        # Signed in already: the device's token is only needed for the next sign-in.
        given.token = session
    try:
        shell = read_shell_options(given)
    except SettingsError as error:
        problems[:0] = error.problems
    options.refuse(problems)
    return CounterConfig(shell, given.counter, session, keypad, hot_keys, given.printer, given.paper_mm, given.bar)


def _counter_problems(number: int | None) -> list[str]:
    if number is None:
        return ["--counter is missing: give the number of this counter, from 1"]
    return [] if number > 0 else [f"--counter {number}: counters are numbered from 1"]


def _keypad(url: str) -> KeypadSettings | None:
    """Return the settings of a keypad; its reader is imported for it alone. Raises DeviceAddressError."""
    if not url:
        return None
    return read_keypad(url)


def _printer_problems(url: str, paper_mm: int) -> list[str]:
    if not url:
        return []
    try:
        wire_of(url, paper_of(paper_mm))
    except PrinterAddressError as error:
        return [f"--printer: {error}"]
    except ModuleNotFoundError:
        return [f"--printer {url}: this system reaches printers by the network alone, as in tcp://10.0.0.9:9100"]
    return []


def _hot_keys(texts: list[str]) -> tuple[tuple[HotKey, ...], list[str]]:
    found, problems = [], []
    for text in texts:
        try:
            found.append(read_hot_key(text))
        except HotKeyError as error:
            problems.append(f"--hot-key {error}")
    problems += [f"--hot-key {name}: asked for twice" for name in double_chords(tuple(found))]
    return tuple(found), problems
