"""Run the kiosk of a hall on this machine's screen."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from commands.runtime.supervisor import keep_this_command
from common.log.lines import log_to_stderr
from kiosk.config import add_kiosk_options, read_kiosk_config
from kiosk.program.composition import run_kiosk
from kiosk.staff_pins.pins import StaffPinError, default_file, read_pins, write_pins
from qtkit.language.catalogues import CatalogueError
from qtkit.program.options import OptionsError, add_shell_options, read_shell_options
from qtkit.program.single_instance import AlreadyRunningError


def run(argv: list[str]) -> int:
    """Run the kiosk until it is closed, or set a PIN of its staff; return the exit status, 2 for a wrong command."""
    parser = argparse.ArgumentParser(prog="main.py kiosk", description=__doc__)
    add_shell_options(parser, inches=21.5)
    add_kiosk_options(parser)
    parser.add_argument(
        "--keep", action="store_true", help="start it again when it ends by a fault and when it hangs (not on Windows)"
    )
    given = parser.parse_args(argv)
    if given.set_pin is not None:
        return set_pin(given.set_pin, given.staff_pins)
    log_to_stderr()
    problems = []
    for read in (read_shell_options, read_kiosk_config):
        try:
            read(given)
        except OptionsError as error:
            problems.append(str(error))
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 2
    if given.keep:
        return keep_this_command()
    options, config = read_shell_options(given), read_kiosk_config(given)
    try:
        return run_kiosk(config, options)
    except (CatalogueError, AlreadyRunningError) as error:
        print(error, file=sys.stderr)
        return 2


def set_pin(name: str, file: Path | None) -> int:
    """Ask for a PIN and keep it for `name`; from a terminal it is asked twice and not shown."""
    file = file or default_file()
    try:
        pin = _typed_pin()
        write_pins(file, read_pins(file).with_pin(name, pin))
    except StaffPinError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{name} opens the staff menu from now on: touch the emblem five times, or press F12 ({file})")
    return 0


def _typed_pin() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    pin = getpass.getpass("PIN, 4 to 8 digits: ")
    if getpass.getpass("Once more: ") != pin:
        raise StaffPinError("the two are not the same: nothing was changed")
    return pin
