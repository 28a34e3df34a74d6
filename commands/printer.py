"""`main.py printer`: find, ask, try and emulate ticket printers."""

from __future__ import annotations

import argparse
import glob
import json
import os
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from commands.printer_emulate import add_emulate, add_paper, need_gui
from contracts.hall_words import PrintState
from printer.address import EXAMPLES, PrinterAddressError
from printer.status import PrinterStatus
from printer.ticket import Digits, Names, TicketContent, TicketContentError, TicketLanguage

_SAMPLE_ADDRESS = "https://dawr.example.om/t#MCT1.k3Jx9QeVtR2mZ8bLw5Yp0A"
_DEVICES = {"usb": ("/dev/usb/lp*",), "serial": ("/dev/serial/by-id/*", "/dev/ttyUSB*", "/dev/ttyACM*", "/dev/ttyS*")}


def run(argv: list[str]) -> int:
    """Run the command; returns the process's exit code. Mistakes in the arguments end with 2, as argparse does it."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.act(arguments))
    except (PrinterAddressError, TicketContentError) as error:
        print(f"printer: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py printer", description="Find, ask, try and emulate ticket printers.")
    acts = parser.add_subparsers(required=True, metavar="list|probe|sample|emulate")
    listing = acts.add_parser("list", help="list the devices of this machine that may be printers")
    listing.set_defaults(act=_list)
    probe = acts.add_parser("probe", help="ask a printer how it is")
    probe.set_defaults(act=_probe)
    sample = acts.add_parser("sample", help="print one ticket")
    sample.set_defaults(act=_sample)
    for one in (probe, sample):
        one.add_argument("--url", required=True, help=f"the printer: {EXAMPLES}")
        one.add_argument("--json", action="store_true", help="answer as one JSON object")
    add_paper(sample)
    sample.add_argument("--language", choices=[language.value for language in TicketLanguage], default="both")
    sample.add_argument("--digits", choices=[digits.value for digits in Digits], default="western")
    sample.add_argument("--ticket", default="A047", help="ticket number, as A047")
    sample.add_argument("--address", default=_SAMPLE_ADDRESS, help="what the QR code holds")
    sample.add_argument("--picture", type=Path, metavar="PNG", help="also draw the paper into this file")
    sample.add_argument("--copy", action="store_true", help="mark it as a copy")
    add_emulate(acts.add_parser("emulate", help="be a printer that draws what it prints"))
    return parser


def _list(_arguments: argparse.Namespace) -> int:
    found = [f"{kind}://{path}" for kind, patterns in _DEVICES.items() for path in _existing(patterns)]
    print("\n".join(found) if found else "No USB printer or serial port found. Network printers: tcp://HOST:9100")
    return 0


def _existing(patterns: tuple[str, ...]) -> list[str]:
    return [path for pattern in patterns for path in sorted(glob.glob(pattern)) if os.access(path, os.F_OK)]  # noqa: PTH207 (whole paths)


def _probe(arguments: argparse.Namespace) -> int:
    from printer.printer import open_printer

    printer = open_printer(arguments.url)
    status = printer.status()
    printer.close()
    if arguments.json:
        print(json.dumps(asdict(status) | {"can_print": status.can_print}))
    else:
        print(f"{arguments.url}: {_sentence(status)}")
    return 0 if status.can_print else 1


def _sentence(status: PrinterStatus) -> str:
    if not status.reachable:
        return f"not reachable: {status.text}"
    if status.fault:
        return f"cannot print: {status.text}"
    if not status.answers:
        return "connected, does not answer: one-way, tickets cannot be verified"
    return f"ready, paper {status.paper.value}"


def _sample(arguments: argparse.Namespace) -> int:
    from printer.printer import open_printer

    content = _content(arguments)
    printer = open_printer(arguments.url, arguments.paper_mm)
    need_gui()
    printer.prepare(content)
    if arguments.picture and not _draw(content, arguments.paper_mm, arguments.picture):
        print(f"printer: cannot write the picture {arguments.picture}", file=sys.stderr)
        return 1
    attempt = f"sample-{os.getpid()}-{datetime.now(UTC).isoformat()}"
    result = printer.print_ticket(content, attempt)
    printer.close()
    answer = {
        "state": result.state.value,
        "bytes": result.bytes_sent,
        "confirmed_by": result.confirmed_by.value if result.confirmed_by else None,
        "ms": round(result.ms, 1),
        "address": content.status_url,
    }
    if result.text:
        print(f"printer: {result.text}", file=sys.stderr)
    if arguments.json:
        print(json.dumps(answer))
    else:
        print("  ".join(f"{name} {value}" for name, value in answer.items()))
    return 0 if result.state in (PrintState.CONFIRMED, PrintState.UNVERIFIED) else 1


def _draw(content: TicketContent, paper_mm: int, path: Path) -> bool:
    """Print on a memory printer and write what its paper looks like."""
    from printer.fakes import MemoryPrinter, MemoryWire
    from printer.printer import Printer
    from printer.profiles import Link, paper_of

    paper = paper_of(paper_mm)
    memory = MemoryPrinter(dots=paper.dots)
    Printer(MemoryWire(memory), paper, Link.FAST).print_ticket(content, "picture")
    return memory.sheets[-1].as_paper().save(str(path))


def _content(arguments: argparse.Namespace) -> TicketContent:
    now = datetime.now(UTC)
    return TicketContent(
        hall=Names("قاعة خدمات المراجعين – مسقط", "Visitors' Services Hall – Muscat"),
        service=Names("المساعدات السكنية", "Housing assistance"),
        number=arguments.ticket,
        issued_at=now,
        status_url=arguments.address,
        people_ahead=12,
        wait_low_min=15,
        wait_high_min=25,
        notice=Names("يرجى الانتظار حتى يظهر رقمك على الشاشة", "Please wait until your number is shown"),
        language=TicketLanguage(arguments.language),
        digits=Digits(arguments.digits),
        copied_at=now if arguments.copy else None,
    )
