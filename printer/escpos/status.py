"""What a printer says about itself; silence is UNKNOWN, never OK."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from printer.escpos.questions import Question
from printer.transport.wire import Fault


class Paper(StrEnum):
    """State of the paper roll."""

    OK = "ok"
    LOW = "low"
    OUT = "out"
    UNKNOWN = "unknown"


class Presenter(StrEnum):
    """What the sensor at the printer's mouth sees; NONE where there is no such sensor, or it is not known."""

    NONE = "none"
    CLEAR = "clear"
    TICKET = "ticket"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """How a printer is just now.

    `reachable`: the link is open. `answers`: it replies to status questions; when False (a one-way printer) all else is
    unknown. `fault` is what stops it from printing, None when nothing is known to.
    """

    reachable: bool
    answers: bool
    paper: Paper = Paper.UNKNOWN
    cover_open: bool | None = None
    fault: Fault | None = None
    text: str = ""
    presenter: Presenter = Presenter.NONE

    @property
    def can_print(self) -> bool:
        """Whether a ticket may be offered: the link is up and nothing is known to stop the printer."""
        return self.reachable and self.fault is None


def read_status(answers: dict[Question, int | None]) -> PrinterStatus:
    """Return the status that the answers to all questions make; a missing answer leaves its part unknown."""
    if all(bits is None for bits in answers.values()):
        return PrinterStatus(reachable=True, answers=False)
    cause = answers.get(Question.OFFLINE_CAUSE)
    paper = _paper(answers.get(Question.PAPER))
    cover_open = None if cause is None else bool(cause & 0x04)
    if cause is not None and cause & 0x20:
        paper = Paper.OUT
    fault = _fault(answers, paper, cover_open=bool(cover_open))
    return PrinterStatus(True, True, paper, cover_open, fault)


def with_presenter(status: PrinterStatus, whole: bytes) -> PrinterStatus:
    """Return a status with what the four bytes of DLE EOT 20 say of the printer's mouth.

    >>> known = PrinterStatus(reachable=True, answers=True)
    >>> with_presenter(known, bytes((0x20, 0, 0, 0))).presenter
    <Presenter.TICKET: 'ticket'>
    """
    presenter = Presenter.TICKET if whole[0] & 0x20 else Presenter.CLEAR
    stuck = whole[2] & 0x40 and status.fault in (None, Fault.MECHANISM, Fault.OFFLINE)
    return replace(status, presenter=presenter, fault=Fault.PRESENTER_JAM if stuck else status.fault)


def _paper(bits: int | None) -> Paper:
    if bits is None:
        return Paper.UNKNOWN
    if bits & 0x60:
        return Paper.OUT
    return Paper.LOW if bits & 0x0C else Paper.OK


def _fault(answers: dict[Question, int | None], paper: Paper, *, cover_open: bool) -> Fault | None:
    if cover_open:
        return Fault.COVER_OPEN
    if paper is Paper.OUT:
        return Fault.PAPER_OUT
    error = answers.get(Question.ERROR_CAUSE) or 0
    if error & 0x08:
        return Fault.CUTTER_JAM
    if error & 0x64:
        return Fault.MECHANISM
    printer = answers.get(Question.PRINTER) or 0
    return Fault.OFFLINE if printer & 0x08 else None


def read_pushed(bits: bytes) -> PrinterStatus:
    """Return the status that four bytes of Automatic Status Back make.

    >>> read_pushed(bytes((0x18, 0x00, 0x0C, 0x00))).fault
    <Fault.PAPER_OUT: 'paper_out'>
    """
    cover_open = bool(bits[0] & 0x20)
    paper = Paper.OUT if bits[2] & 0x0C else Paper.LOW if bits[2] & 0x03 else Paper.OK
    return PrinterStatus(True, True, paper, cover_open, _pushed_fault(bits, paper, cover_open=cover_open))


def _pushed_fault(bits: bytes, paper: Paper, *, cover_open: bool) -> Fault | None:
    if cover_open:
        return Fault.COVER_OPEN
    if paper is Paper.OUT:
        return Fault.PAPER_OUT
    if bits[1] & 0x08:
        return Fault.CUTTER_JAM
    if bits[1] & 0x64:
        return Fault.MECHANISM
    return Fault.OFFLINE if bits[0] & 0x08 else None
