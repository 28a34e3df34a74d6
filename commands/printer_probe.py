"""`main.py printer probe`: how a printer is, what it can do, how tickets go to it, and what to do about it."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from commands.printer_list import add_known, known_file
from printer.abilities import ABILITY_NAMES, Abilities, Known
from printer.ability_file import Unit, known
from printer.address import EXAMPLES, link_of, wire_of
from printer.advice import WORDS, advice_for, confirmation
from printer.encoding import assumed, encoding_for
from printer.profiles import Link, paper_of
from printer.recording import Origin, Recording, RecordingWire, write_recording
from printer.status import Presenter, PrinterStatus
from printer.units import UnitMemory
from printer.wire import Wire, WireError

_PAPER_MM = 80  # nothing is printed


def add_probe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.set_defaults(act=_probe)
    parser.add_argument("--url", required=True, help=f"the printer: {EXAMPLES}")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")
    add_known(parser)
    parser.add_argument("--forget", action="store_true", help="forget what this printer showed before, then ask it")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_said,
        metavar="ABILITY=yes|no|unknown",
        help=f"say yourself what it can do, where it cannot be asked: {', '.join(ABILITY_NAMES)}",
    )
    parser.add_argument("--record", type=Path, metavar="FILE", help="write down what was asked and answered, as JSON")


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a probe tells."""

    url: str
    status: PrinterStatus
    unit: Unit
    flow: str | None
    encoding: str
    advice: list[str]


def _said(text: str) -> tuple[str, Known]:
    name, _, value = text.partition("=")
    if name not in ABILITY_NAMES or value not in {word.value for word in Known}:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not ABILITY=yes|no|unknown; abilities: {', '.join(ABILITY_NAMES)}"
        )
    return name, Known(value)


def _probe(arguments: argparse.Namespace) -> int:
    wire: Wire = wire_of(arguments.url, paper_of(_PAPER_MM))
    recorder = RecordingWire(wire) if arguments.record else None
    # A recording begins with a unit that nobody has met, so that it holds every question.
    units = UnitMemory(arguments.url, None if recorder else known_file(arguments))
    if arguments.forget:
        units.forget()
    if arguments.set:
        units.tell(Abilities(**dict(arguments.set)))
    report = ask(arguments.url, recorder or wire, units, flow_of=wire)
    print(json.dumps(as_json(report), ensure_ascii=False) if arguments.json else as_text(report))
    if recorder is not None and not _kept(arguments, recorder, report):
        return 1
    return 0 if report.status.can_print else 1


def ask(url: str, wire: Wire, units: UnitMemory, flow_of: Wire) -> Report:
    """Ask a printer everything; one that is not ready is asked for its state only."""
    from printer.printer import Printer

    link = link_of(url)
    printer = Printer(wire, paper_of(_PAPER_MM), link, units)
    before, status = printer.unit.learnt_at, printer.status()
    if status.can_print and status.answers and printer.unit.learnt_at == before:
        try:
            printer.look()
        except WireError:  # it went away in the middle: its state tells
            status = printer.status()
    flow = getattr(flow_of, "flow", None) if status.reachable else None
    printer.close()
    able = printer.unit.abilities
    told = (encoding_for(link, able) if wire.two_way else assumed(link)).told
    return Report(url, status, printer.unit, flow, told, advice_for(url, able, flow=flow) if status.reachable else [])


def _kept(arguments: argparse.Namespace, recorder: RecordingWire, report: Report) -> bool:
    name = report.unit.identity.text or report.url
    link = {Link.FAST: arguments.url.partition(":")[0]}.get(link_of(arguments.url), "serial")
    source = f"Answers of one unit to main.py printer probe at {report.url}; say here which unit, where and when"
    try:
        write_recording(arguments.record, Recording(name, link, Origin.RECORDED, source, tuple(recorder.exchanges)))
    except OSError as error:
        print(f"printer: cannot write {arguments.record}: {error.strerror}", file=sys.stderr)
        return False
    return True


def as_json(report: Report) -> dict[str, object]:
    """Return the report for a program."""
    unit = report.unit
    return asdict(report.status) | {
        "can_print": report.status.can_print,
        "url": report.url,
        "flow": report.flow,
        "identity": asdict(unit.identity),
        "abilities": {name: getattr(unit.abilities, name).value for name in ABILITY_NAMES},
        "set_by_a_person": [name for name in ABILITY_NAMES if known(unit.told, name)],
        "learnt_at": unit.learnt_at.isoformat() if unit.learnt_at else None,
        "encoding": report.encoding,
        "confirmation": confirmation(unit.abilities),
        "advice": report.advice,
    }


def as_text(report: Report) -> str:
    """Return the report for a person."""
    lines = [f"{report.url}: {sentence(report.status)}"]
    if not report.status.reachable:
        return lines[0]
    unit = report.unit
    if report.flow is not None:
        lines.append(f"Flow control on this cable: {report.flow}.")
    if unit.identity.text:
        lines.append(f"It says that it is {unit.identity.text}; names are not relied on.")
    lines.append("What it can do:")
    for name in ABILITY_NAMES:
        person = "  (as a person said)" if known(unit.told, name) else ""
        lines.append(f"  {getattr(unit.abilities, name).value:8}{WORDS[name]}{person}")
    lines.append(f"Tickets are sent as {report.encoding}; {confirmation(unit.abilities)}.")
    return "\n".join([*lines, *(f"- {one}" for one in report.advice)])


def sentence(status: PrinterStatus) -> str:
    """Return how the printer is, in words."""
    if not status.reachable:
        return f"not reachable: {status.text}"
    if status.fault:
        return f"cannot print: {status.text}"
    if not status.answers:
        return "connected, does not answer: one-way, tickets cannot be verified"
    waits = ", a ticket waits to be taken" if status.presenter is Presenter.TICKET else ""
    return f"ready, paper {status.paper.value}{waits}"
