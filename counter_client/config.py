"""What the counter program is told at its start."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from devices.errors import DeviceAddressError
from devices.keypad import KeypadSettings, read_keypad
from qtkit.shell import TOKEN_ENV, OptionsError, ShellOptions, add_shell_options, read_shell_options

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


def parser() -> argparse.ArgumentParser:
    """Return the program's options."""
    options = argparse.ArgumentParser(prog="main.py counter", description="An agent's program at one counter.")
    add_shell_options(options, inches=INCHES)
    options.add_argument("--counter", type=int, required=True, metavar="N", help="number of this counter")
    options.add_argument(
        "--keypad", default="", metavar="URL", help="a keypad: serial:///dev/ttyUSB0 or evdev:///dev/input/event5"
    )
    options.add_argument("--session", default="", metavar="TOKEN", help="a counter session that is signed in already")
    return options


def read_config(given: argparse.Namespace, environ: dict[str, str]) -> CounterConfig:
    """Return the settings; raise OptionsError with all problems at once."""
    problems = [] if given.counter > 0 else [f"--counter {given.counter}: counters are numbered from 1"]
    keypad = None
    try:
        keypad = read_keypad(given.keypad) if given.keypad else None
    except DeviceAddressError as error:
        problems.append(f"--keypad {error}")
    session = given.session or environ.get(SESSION_ENV, "")
    if session and not (given.token or given.token_file or environ.get(TOKEN_ENV)):
        # Signed in already: the device's token is only needed for the next sign-in.
        given.token = session
    try:
        shell = read_shell_options(given)
    except OptionsError as error:
        raise OptionsError("\n".join([str(error), *problems])) from error
    if problems:
        raise OptionsError("\n".join(problems))
    return CounterConfig(shell, given.counter, session, keypad)
