"""`main.py printer probe`: how a printer is, what it can do, how tickets go to it, and what to do about it."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from commands.printer.list_printers import add_known, known_file
from common.text.program_name import program_name
from printer.address import EXAMPLES, told_by
from printer.discovery.advice import WORDS, advice_for, confirmation
from printer.discovery.capability_file import AbilityFile, Unit, known
from printer.discovery.probing import probe
from printer.discovery.recording import Origin, Recording, RecordingWire, write_recording
from printer.discovery.unit_memory import UnitMemory
from printer.escpos.capabilities import ABILITY_NAMES, Abilities, Known
from printer.escpos.status import Presenter, PrinterStatus
from printer.printer import Printer, open_printer
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience
from printer.transport.wire import Wire, WireError

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
        type=_known_ability,
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
    able: Abilities
    flow: str | None
    encoding: str
    advice: list[str]


def _known_ability(text: str) -> tuple[str, Known]:
    name, _, value = text.partition("=")
    if name not in ABILITY_NAMES or value not in {word.value for word in Known}:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not ABILITY=yes|no|unknown; abilities: {', '.join(ABILITY_NAMES)}"
        )
    return name, Known(value)


def _probe(arguments: argparse.Namespace) -> int:
    plain, _ = told_by(arguments.url)
    file = known_file(arguments)
    if arguments.forget:
        UnitMemory(plain, file).forget()
    if arguments.set:
        UnitMemory(plain, file).tell(dict(arguments.set))
    try:
        report = ask(arguments.url, file, arguments.record)
    except OSError as error:
        print(f"printer: no recording was written to {arguments.record}: {error.strerror}", file=sys.stderr)
        return 1
    print(json.dumps(as_json(report), ensure_ascii=False) if arguments.json else as_text(report))
    if arguments.record is not None and not _may_record(report.status):
        print("printer: no recording was written: the printer must be ready and answer", file=sys.stderr)
        return 1
    return 0 if report.status.can_print else 1


def ask(url: str, units: AbilityFile, record: Path | None = None) -> Report:
    """Ask a printer everything; one that is not ready is asked for its state only. Raises OSError for `record`."""
    printer = open_printer(url, _PAPER_MM, units)
    wire = printer.wire
    try:
        status = _look(printer)
        if record is not None and _may_record(status):
            # On the same connection: a network printer may refuse the next one for a while.
            _record(wire, printer.unit.identity.text or url, url, record)
    except WireError:  # it went away in the middle: its state tells
        status = printer.status()
    finally:
        printer.close()
    flow = _flow(wire) if status.reachable and url.startswith("serial:") else None
    advice = advice_for(url, printer.abilities, flow=flow) if status.reachable else []
    return Report(url, status, printer.unit, printer.abilities, flow, printer.encoding.told, advice)


def _may_record(status: PrinterStatus) -> bool:
    return status.can_print and status.answers


def _look(printer: Printer) -> PrinterStatus:
    before, status = printer.unit.learnt_at, printer.status()
    if _may_record(status) and printer.unit.learnt_at == before:
        printer.look()
    return status


def _flow(wire: Wire) -> str | None:
    from printer.transport.serial_wire import SerialWire  # not on every system  # noqa: PLC0415

    return wire.flow.value if isinstance(wire, SerialWire) else None


def _record(wire: Wire, name: str, url: str, path: Path) -> None:
    """Ask once more, by the questions of a probe alone, and write down what came."""
    recorder = RecordingWire(wire)
    probe(Conversation(recorder, Patience()))
    source = f"Answers of one unit to {program_name()} printer probe at {url}; say here which unit, where and when"
    kind = url.partition(":")[0]
    write_recording(path, Recording(name, kind, Origin.RECORDED, source, tuple(recorder.exchanges)))


def as_json(report: Report) -> dict[str, object]:
    """Return the report for a program."""
    unit = report.unit
    return asdict(report.status) | {
        "can_print": report.status.can_print,
        "url": report.url,
        "flow": report.flow,
        "identity": asdict(unit.identity),
        "abilities": {name: word.value for name, word in report.able.by_name.items()},
        "set_by_a_person": [name for name in ABILITY_NAMES if known(unit.told, name)],
        "learnt_at": unit.learnt_at.isoformat() if unit.learnt_at else None,
        "encoding": report.encoding,
        "confirmation": confirmation(report.able),
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
    for name, word in report.able.by_name.items():
        person = "  (as a person said)" if known(unit.told, name) else ""
        lines.append(f"  {word.value:8}{WORDS[name]}{person}")
    lines.append(f"Tickets are sent as {report.encoding}; {confirmation(report.able)}.")
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
