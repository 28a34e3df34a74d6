"""Try a machine and its printer before it goes into a hall: half an hour, step by step, one signed file at the end.

The command checks what it can at the real printer and hall, and asks the technician for the rest.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from pathlib import Path

from commands.accept.trial import NEEDED, EndedError, Trial
from commands.package.signing import KEYS, OPTION_HELP, passphrase_from
from commands.printer.emulate import add_paper, need_gui
from commands.voice import command as voice
from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from common.releases.acceptance import LEAST_TICKETS, Acceptance, TriedStep, read_acceptance, write_acceptance
from common.releases.signature import SignatureError, read_public_keys
from common.server.trust import HALL_CA_HELP
from common.text.program_name import program_name
from common.version import release
from printer.address import EXAMPLES, PrinterAddressError
from printer.printer import Printer, open_printer

EMULATOR = "Dawr memory printer"
"""What the project's own emulator says that it is."""
TEXT_CONSOLE = "linux"
"""TERM of a machine's text console: it neither joins Arabic letters nor writes from the right."""


def run(argv: list[str]) -> int:
    """Run the trial, or read a file; 0 accepted, 1 not accepted, 2 no result."""
    given = _parser().parse_args(argv)
    try:
        if given.verify:
            return _verify(given)
        return _try(given)
    except (SignatureError, PrinterAddressError, OSError) as error:
        print(f"{program_name()} accept: {error}", file=sys.stderr)
        return 2
    except EndedError:
        print(f"{program_name()} accept: stopped; no file was written", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="accept", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--printer", metavar="URL", help=f"the printer: {EXAMPLES}")
    what.add_argument("--verify", type=Path, metavar="FILE", help="read a file: who signed it, and what was tried")
    parser.add_argument("--emulated-ok", action="store_true", help="with --verify: end with 0 for an emulated printer")
    parser.add_argument("--keys", type=Path, default=KEYS, metavar="DIR", help=f"public keys for --verify ({KEYS})")
    parser.add_argument("--hall", default="", metavar="URL", help="also ask this hall service how it is")
    parser.add_argument("--hall-ca", type=Path, metavar="FILE", help=HALL_CA_HELP)
    parser.add_argument("--technician", default="", metavar="NAME", help="who tries it")
    parser.add_argument("--place", default="", metavar="NAME", help="where: the hall, or the workshop")
    language = "en" if os.environ.get("TERM") == TEXT_CONSOLE else "ar"
    parser.add_argument("--language", choices=("ar", "en"), default=language, help=f"of the questions ({language})")
    parser.add_argument("--out", type=Path, default=Path("acceptance.json"), metavar="FILE", help="the signed file")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the technician's private key: package key makes one")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=OPTION_HELP)
    length = f"tickets of the long trial ({LEAST_TICKETS}; with fewer the result is not accepted)"
    parser.add_argument("--tickets", type=_count, default=LEAST_TICKETS, metavar="N", help=length)
    parser.add_argument("--wait-s", type=float, default=120, metavar="S", help="longest wait for a person's act (120)")
    add_paper(parser)
    return parser


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count


def _try(given: argparse.Namespace) -> int:
    missing = [name for name in ("technician", "place", "key") if not getattr(given, name)]
    if missing:
        raise SignatureError(f"give {', '.join(f'--{name}' for name in missing)}: they stand in the signed file")
    passphrase = passphrase_from(given.passphrase_file)
    printer = open_printer(given.printer, given.paper_mm)
    need_gui()
    try:
        hall = given.hall.rstrip("/")
        trial = Trial(printer, given.language, given.tickets, given.wait_s, hall, given.hall_ca, _say_call, _ask, _show)
        found = _found(given, printer, trial.run())
    finally:
        printer.close()
    write_acceptance(given.out, found, given.key, passphrase)
    print(f"\n{trial.text('accepted' if found.accepted else 'refused', file=given.out)}")
    return 0 if found.accepted else 1


def _found(given: argparse.Namespace, printer: Printer, steps: list[TriedStep]) -> Acceptance:
    name, kind = printer.unit.identity.text, given.printer.partition(":")[0]
    return Acceptance(
        at=utc_now().isoformat(timespec="seconds"),
        technician=given.technician,
        place=given.place,
        version=release(),
        machine=f"{platform.system()} {platform.release()} {platform.machine()}",
        printer=f"{name or 'printer without a name'} ({kind}, {given.paper_mm} mm)",
        emulated=kind == "memory" or EMULATOR in name,
        tickets=given.tickets,
        steps=tuple(steps),
        needed=NEEDED,
    )


def _verify(given: argparse.Namespace) -> int:
    found = read_acceptance(given.verify, read_public_keys(given.keys))
    print(f"{found.printer}{' (a program that plays a printer)' if found.emulated else ''}")
    print(f"tried by {found.technician}, {found.place}, {found.at}, version {found.version}, {found.tickets} tickets")
    for step in found.steps:
        print(f"  {step.name:<8} {step.result.value} {step.note}".rstrip())
    if found.accepted and found.emulated:
        print("accepted with an emulated printer")
        return 0 if given.emulated_ok else 1
    print("accepted" if found.accepted else "not accepted")
    return 0 if found.accepted else 1


def _say_call() -> bool:
    return voice.run(["say", "A047", "--counter", "3"]) == 0


def _ask(line: str) -> str:
    print(line, flush=True)
    try:
        return input()
    except EOFError as error:
        raise EndedError from error


def _show(line: str) -> None:
    print(line, flush=True)
