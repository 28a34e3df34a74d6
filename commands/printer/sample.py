"""`main.py printer sample`: print one ticket and report the result."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from commands.printer.emulate import add_paper, need_gui
from commands.printer.list_printers import add_known, known_file
from common.clock.wall_clock import utc_now
from contracts.words.hall import PrintState
from printer.address import EXAMPLES, link_of
from printer.documents.letterhead import Letterhead
from printer.documents.ticket import Digits, Names, TicketContent, TicketLanguage
from printer.emulator.fakes import MemoryPrinter, MemoryWire
from printer.printer import Printer, open_printer
from printer.profiles import Link, paper_of
from printer.render.logo import load_logo

_MOST_PARTS = 60
_ADDRESS = "https://dawr.example.om/t#MCT1.k3Jx9QeVtR2mZ8bLw5Yp0A"
_NO_MINISTRY = Names("", "")
_ENCODINGS = {"pictures": Link.FAST, "half": Link.SERIAL, "text": Link.SLOW}


_LOOK = (
    "nothing came back from it: look whether a ticket came out. One-way printers never answer; one that did before is "
    "switched off, or is not at this address"
)


def add_sample(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.set_defaults(act=_sample)
    parser.add_argument("--url", required=True, help=f"the printer: {EXAMPLES}")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")
    add_known(parser)
    add_paper(parser)
    parser.add_argument(
        "--encoding",
        choices=[*_ENCODINGS],
        help="how the ticket is sent, if not as its link wants it: pictures (USB, network), half (number and logo at "
        "half resolution: serial from 57600 baud), text (figures as the printer's own text: slower lines)",
    )
    parser.add_argument("--language", choices=[language.value for language in TicketLanguage], default="both")
    parser.add_argument("--digits", choices=[digits.value for digits in Digits], default="western")
    parser.add_argument("--ticket", default="A047", help="ticket number, as A047")
    parser.add_argument("--address", default=_ADDRESS, help="what the QR code holds")
    parser.add_argument("--picture", type=Path, metavar="PNG", help="also draw the paper into this file")
    parser.add_argument("--logo", type=Path, metavar="FILE", help="the hall's logo, PNG or SVG")
    parser.add_argument("--copy", action="store_true", help="mark it as a copy")


def _sample(arguments: argparse.Namespace) -> int:
    content = _content(arguments)
    link = _ENCODINGS.get(arguments.encoding) or link_of(arguments.url)
    printer = open_printer(arguments.url, arguments.paper_mm, known_file(arguments), link=link, logo=arguments.logo)
    need_gui()
    printer.prepare(content)
    _meet(printer)
    if arguments.picture and not draw(content, arguments.paper_mm, link, arguments.picture, arguments.logo):
        print(f"printer: cannot write the picture {arguments.picture}", file=sys.stderr)
        return 1
    result = printer.print_ticket(content, f"sample-{os.getpid()}-{utc_now().isoformat()}")
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
    if result.state is PrintState.UNVERIFIED and printer.wire.two_way:
        print(f"printer: {_LOOK}", file=sys.stderr)
    print(json.dumps(answer) if arguments.json else "  ".join(f"{name} {value}" for name, value in answer.items()))
    return 0 if result.state in (PrintState.CONFIRMED, PrintState.UNVERIFIED) else 1


def _meet(printer: Printer) -> None:
    """Do what a kiosk has done long before a tap: learn what the printer can do, and have it keep fixed parts."""
    for _ in range(_MOST_PARTS):
        if not printer.status().can_print or not printer.lacks_art:
            return


def draw(
    content: TicketContent,
    paper_mm: int,
    link: Link,
    path: Path,
    logo: Path | None = None,
    ministry: Names = _NO_MINISTRY,
) -> bool:
    """Print on a memory printer and write what its paper looks like; needs a QGuiApplication."""
    paper = paper_of(paper_mm)
    memory = MemoryPrinter(dots=paper.dots)
    letterhead = Letterhead(load_logo(logo, paper) if logo else None, ministry)
    Printer(MemoryWire(memory), paper, link, letterhead=letterhead).print_ticket(content, "draw")
    return memory.sheets[-1].as_paper().save(str(path))


def example(now: datetime) -> TicketContent:
    """Return a ticket of a hall of the ministry, in Arabic and English, issued `now` (aware)."""
    return TicketContent(
        hall=Names("قاعة خدمات المراجعين – مسقط", "Muscat Service Hall"),
        service=Names("المساعدات السكنية", "Housing assistance"),
        number="A047",
        issued_at=now,
        status_url=_ADDRESS,
        people_ahead=12,
        wait_low_min=15,
        wait_high_min=25,
        notice=Names("يُرجى الانتظار حتى يظهر رقمك على الشاشة", "Please wait until your number is shown"),
    )


def _content(arguments: argparse.Namespace) -> TicketContent:
    now = utc_now()
    return replace(
        example(now),
        number=arguments.ticket,
        status_url=arguments.address,
        language=TicketLanguage(arguments.language),
        digits=Digits(arguments.digits),
        copied_at=now if arguments.copy else None,
    )
