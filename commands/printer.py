"""`main.py printer`: find, ask, try and emulate ticket printers."""

from __future__ import annotations

import argparse
import glob
import json
import os
import sys
import threading
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from printer.address import EXAMPLES, PrinterAddressError
from printer.profiles import PAPERS
from printer.spooler import PrintState
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
    _add_paper(sample)
    sample.add_argument("--language", choices=[language.value for language in TicketLanguage], default="both")
    sample.add_argument("--digits", choices=[digits.value for digits in Digits], default="western")
    sample.add_argument("--ticket", default="A047", help="ticket number, as A047")
    sample.add_argument("--address", default=_SAMPLE_ADDRESS, help="what the QR code holds")
    sample.add_argument("--copy", action="store_true", help="mark it as a copy")
    _add_emulate(acts.add_parser("emulate", help="be a printer that draws what it prints"))
    return parser


def _add_paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--paper-mm", type=int, choices=sorted(PAPERS), default=80, help="paper width in mm")


def _add_emulate(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(act=_emulate)
    parser.add_argument("--tcp", type=int, metavar="PORT", help="listen on this TCP port (0: any free one)")
    parser.add_argument("--pty", action="store_true", help="also be a serial port")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write a picture of every paper here")
    parser.add_argument("--speed-mm-s", type=float, default=200.0, help="speed of the paper, mm/s")
    _add_paper(parser)


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
        print(
            f"{arguments.url}: {_sentence(status.reachable, status.answers, status.text or status.fault, status.paper)}"
        )
    return 0 if status.can_print else 1


def _sentence(reachable: bool, answers: bool, fault: str | None, paper: str) -> str:
    if not reachable:
        return f"not reachable: {fault}"
    if not answers and not fault:
        return "connected, does not answer: one-way, tickets cannot be verified"
    return f"cannot print: {fault}" if fault else f"ready, paper {paper}"


def _sample(arguments: argparse.Namespace) -> int:
    from printer.printer import open_printer

    content = _content(arguments)
    printer = open_printer(arguments.url, arguments.paper_mm)
    _need_gui()
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


def _emulate(arguments: argparse.Namespace) -> int:
    from printer.fakes import Build, MemoryPrinter, Sheet
    from printer.memory.server import Emulator

    if arguments.tcp is None and not arguments.pty:
        print("printer emulate: give --tcp PORT, --pty or both", file=sys.stderr)
        return 2
    _need_gui()
    build = Build(dots=PAPERS[arguments.paper_mm].dots, speed_mm_s=arguments.speed_mm_s, cut_s=0.35)
    count = 0

    def keep(sheet: Sheet) -> None:
        nonlocal count
        count += 1
        path = arguments.out / f"paper_{count:04d}.png" if arguments.out else None
        if path:
            sheet.save(path)
        print(
            f"paper {count}: {sheet.length_mm:.0f} mm{', torn' if sheet.torn else ''}{f', {path}' if path else ''}",
            flush=True,
        )

    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
    emulator = Emulator(MemoryPrinter(build), keep)
    try:
        if arguments.tcp is not None:
            print(f"tcp://127.0.0.1:{emulator.listen_tcp(arguments.tcp)}", flush=True)
    except (OSError, OverflowError) as error:
        print(f"printer emulate: port {arguments.tcp} cannot be listened on: {error}", file=sys.stderr)
        return 1
    if arguments.pty:
        print(f"serial://{emulator.open_pty()}?baud=115200", flush=True)
    threading.Thread(target=_obey_keys, args=(emulator,), daemon=True).start()
    emulator.serve()
    return 0


def _obey_keys(emulator: object) -> None:
    """Take faults from the keyboard, one word a line."""


def _need_gui() -> None:
    """Have a QGuiApplication, which text needs; without a screen, off screen."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(["dawr-printer"]))


_kept: list[object] = []
