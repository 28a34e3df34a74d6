"""Run the kiosk of a hall on this machine's screen."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from commands.runtime.supervisor import keep_this_command
from common.configuration.parser import SettingsError
from common.log.lines import log_to_stderr
from kiosk.config import parser, read_config
from kiosk.program.composition import run_kiosk
from kiosk.staff_pins.pins import LONGEST, SHORTEST_NEW, StaffPinError, default_file, read_pins, write_pins
from qtkit.language.catalogues import CatalogueError
from qtkit.program.options import need_screen
from qtkit.program.single_instance import AlreadyRunningError


def run(argv: list[str]) -> int:
    """Run the kiosk until it is closed, or set a PIN of its staff; return the exit status, 2 for a wrong command."""
    options = parser(__doc__)
    given = options.read_arguments(argv)
    if given.set_pin is not None:
        return set_pin(given.set_pin, given.staff_pins)
    log_to_stderr()
    try:
        shell, config = read_config(options, given)
        need_screen()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    if given.keep:
        return keep_this_command()
    try:
        return run_kiosk(config, shell)
    except (CatalogueError, AlreadyRunningError) as error:
        print(error, file=sys.stderr)
        return 2


def set_pin(name: str, file: Path | None) -> int:
    """Ask for a PIN and keep it for `name`; from a terminal it is asked twice and not shown."""
    file = file or default_file()
    try:
        pin = _typed_pin()
        if len(pin) < SHORTEST_NEW:
            raise StaffPinError(f"a new PIN has {SHORTEST_NEW} to {LONGEST} digits")
        write_pins(file, read_pins(file).with_pin(name, pin))
    except StaffPinError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{name} opens the staff menu: touch five times where the hall's name begins, or press F12 ({file})")
    return 0


def _typed_pin() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    pin = getpass.getpass("PIN, 6 to 8 digits: ")
    if getpass.getpass("Once more: ") != pin:
        raise StaffPinError("the two are not the same: nothing was changed")
    return pin
