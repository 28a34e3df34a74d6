"""One page that tells a technician what of this machine and this hall is well, what is not, and what to do."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from commands.doctor import centre_check, hall_checks, machine_checks
from commands.doctor.bundle import write_bundle
from commands.doctor.findings import Finding, Verdict, as_json, failed, page
from commands.runtime.installed import installed_programs
from commands.runtime.system_packages import makes_sound, speaks
from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from common.files.private import keys_beside


def run(argv: list[str]) -> int:
    """Print the page; 0 when nothing failed."""
    parser = CommandParser(prog="doctor", description=__doc__)
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="the hall's data folder: database, copies, set-up file"
    )
    parser.add_argument("--keys", type=Path, metavar="DIR", help="the folder of its keys (beside the data folder)")
    parser.add_argument(
        "--copies", type=Path, metavar="DIR", help="the second folder that gets copies (copies of hall.toml)"
    )
    parser.add_argument("--setup", type=Path, metavar="FILE", help="a set-up file to check")
    parser.add_argument("--hall", metavar="URL", help="a hall service that should answer")
    parser.add_argument("--hall-ca", type=Path, metavar="FILE", help="PEM file of the hall's authority, for https://")
    parser.add_argument("--printer", metavar="URL", help="a printer that should answer, such as serial:///dev/ttyUSB0")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument(
        "--bundle", type=Path, metavar="FILE", help="write findings, versions, settings without secrets and logs as ZIP"
    )
    given = parser.parse_args(argv)
    found = list(_examine(given))
    print(json.dumps(as_json(found), ensure_ascii=False, indent=1) if given.json else page(found))
    if given.bundle is not None:
        write_bundle(given.bundle, found, given.data)
        print(f"send {given.bundle}; look into it first, it is yours to give away", file=sys.stderr)
    return 1 if any(finding.verdict is Verdict.FAIL for finding in found) else 0


def _of_the_machine(arguments: argparse.Namespace) -> Iterator[tuple[str, Callable[[], Finding]]]:
    programs = installed_programs()
    yield "Dawr", machine_checks.version
    yield "Python", machine_checks.python
    yield "packages", machine_checks.packages
    yield "SQLite", machine_checks.sqlite
    yield "screen libraries", machine_checks.screen_libraries
    yield "typeface", machine_checks.typeface
    if makes_sound(programs):
        yield "sound", machine_checks.sound
    if speaks(programs):
        yield "spoken clips", machine_checks.spoken_clips
    yield "disk", lambda: machine_checks.disk(arguments.data or Path.cwd())
    yield "clock", machine_checks.clock


def _examine(arguments: argparse.Namespace) -> Iterator[Finding]:
    checks = list(_of_the_machine(arguments))
    keys = arguments.keys or (keys_beside(arguments.data) if arguments.data else None)
    if arguments.setup:
        checks.append(("set-up file", lambda: hall_checks.setup_file(arguments.setup)))
    if arguments.data and keys:
        checks.append(("database", lambda: hall_checks.database(arguments.data, keys)))
        checks.append(("key", lambda: hall_checks.key(arguments.data, keys)))
        checks.append(("certificate", lambda: hall_checks.certificate(keys, utc_now())))
        checks.append(("copies", lambda: hall_checks.copies(arguments.data)))
        checks.append(("backup", lambda: hall_checks.backup(arguments.data)))
        checks.append(("centre", lambda: centre_check.centre(arguments.data, utc_now())))
    if arguments.copies:
        checks.append(("second place", lambda: hall_checks.second_place(arguments.copies)))
    if arguments.hall:
        trusted = hall_checks.authority_of(keys, arguments.hall_ca)
        checks.append(("hall service", lambda: hall_checks.hall_service(arguments.hall, trusted)))
    if arguments.printer:
        checks.append(("printer", lambda: hall_checks.printer(arguments.printer)))
    for name, check in checks:
        try:
            yield check()
        except Exception as error:  # the edge of a check: one that breaks must not hide the others
            yield failed(name, f"{type(error).__name__}: {error}", "Send this page to the technician of the hall.")
