"""The counter's own printer: receipts, return papers and complaints' numbers, each printed at most once.

printer/ is imported on the lane: it stays off the start path, and off the window of a counter without a printer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from common.clock.wall_clock import utc_now
from contracts.codec.reader import ContractError, from_json
from contracts.queue.answers import FinishedVisit, Problem, ReturnView
from contracts.requests.answers import ReceiptView
from contracts.settings.hall_view import HallView
from contracts.words.hall import PrintState
from counter_client.state.state import Paper
from printer.discovery.capability_file import AbilityFile, default_file
from printer.documents.slip_content import Slip, complaint_content, names_of_texts, receipt_content, return_content
from printer.documents.ticket import Names
from printer.printer import PrintResult, open_printer
from printer.render.blocks import LogoError
from qtkit.hall.calls import HallCalls
from qtkit.hall.emblems import Emblems
from qtkit.hall.problems import Answer
from qtkit.program.jobs import JobLane

log = logging.getLogger(__name__)

T = TypeVar("T")

PRINTED, IN_DOUBT, FAILED = "paper_printed", "paper_in_doubt", "paper_failed"
"""The results of printing a paper, as codes of notices."""
NEVER_BEGUN = frozenset({PrintState.NOT_STARTED})


class SlipPrinter(Protocol):
    """What is needed of printer.printer.Printer."""

    def print_slip(self, slip: Slip, attempt_id: str) -> PrintResult:
        """Print a slip at most once."""

    def set_letterhead(self, emblem: bytes, ministry: Names) -> None:
        """Head every paper from now on with the ministry's name and its emblem."""

    def close(self) -> None:
        """Let go of the device."""


class Papers(QObject):
    """Prints what a finish leaves, and the newest paper once more; `hall` is what is known of the hall so far."""

    told = Signal(str)  # PRINTED, IN_DOUBT or FAILED

    def __init__(
        self,
        calls: HallCalls,
        open_printer: Callable[[], SlipPrinter],
        lane: JobLane,
        parent: QObject | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._calls, self._open, self._lane, self._now = calls, open_printer, lane, now
        self._printer: SlipPrinter | None = None
        self.hall: HallView | None = None
        self._emblem, self._letterhead_in_use = b"", (b"", Names("", ""))
        self._emblems: Emblems | None = None

    def use_emblems(self, emblems: Emblems) -> None:
        """Head the papers with the emblem that `emblems` fetches."""
        self._emblems = emblems
        emblems.changed.connect(self._take_emblem)

    def follow(self, hall: HallView) -> None:
        """Use the newest view of the hall and its brand."""
        self.hall = hall
        if self._emblems is not None:
            self._emblems.follow(hall.brand)

    def _take_emblem(self, _ground: str, file: bytes) -> None:
        self._emblem = file

    def print_left(self, visit: FinishedVisit) -> None:
        """Print the receipts of what a finish registered, and the paper with its return code."""
        if visit.return_slip is not None:
            self.print_paper(Paper(visit=visit.visit))
        for request in visit.requests:
            self.print_paper(Paper(request=request.number))

    def print_paper(self, paper: Paper) -> None:
        """Ask the hall what stands on a paper, and print it; of a complaint it is known here."""
        if paper.complaint:
            hall, at = self.hall, paper.at or self._now()
            self._print(lambda: _complaint_of(paper, hall, at))
        elif paper.visit:
            self._calls.call("GET", f"/visits/{paper.visit}/return-slip", None, self._take_return)
        else:
            self._calls.call("GET", f"/requests/{paper.request}/receipt", None, self._take_receipt)

    def stop(self) -> None:
        """Finish the paper that is being printed and let go of the printer."""
        self._lane.stop()
        if self._emblems is not None:
            self._emblems.stop()
        if self._printer is not None:
            self._printer.close()

    def _take_return(self, answer: Answer | None, problem: Problem | None) -> None:
        hall, at = self.hall, self._now()
        view = self._read(ReturnView, answer, problem)
        if view is not None:
            self._print(lambda: _return_of(view, hall, at))

    def _take_receipt(self, answer: Answer | None, problem: Problem | None) -> None:
        hall = self.hall
        view = self._read(ReceiptView, answer, problem)
        if view is not None:
            self._print(lambda: _receipt_of(view, hall))

    def _read(self, cls: type[T], answer: Answer | None, problem: Problem | None) -> T | None:
        try:
            if problem is None:
                return from_json(cls, answer)
            log.error("the hall gave nothing to print: %s", problem.detail)
        except ContractError as error:
            log.error("what the hall says of a paper cannot be read: %s", error)
        self.told.emit(FAILED)
        return None

    def _print(self, slip: Callable[[], Slip]) -> None:
        ministry = self.hall.brand.ministry if self.hall is not None else {}
        head = self._emblem, names_of_texts(ministry) if ministry else Names("", "")
        self._lane.submit(lambda: self._opened(head).print_slip(slip(), str(uuid4())), self._printed)

    def _opened(self, head: tuple[bytes, Names]) -> SlipPrinter:
        if self._printer is None:
            self._printer = self._open()
        if self._letterhead_in_use != head:
            self._letterhead_in_use = head
            try:
                self._printer.set_letterhead(*head)
            except LogoError as error:
                log.error("papers are printed without the emblem: %s", error)
        return self._printer

    def _printed(self, result: PrintResult | None, error: Exception | None) -> None:
        if result is None:
            log.error("the counter's printer cannot be used: %s", error, exc_info=error)
            self.told.emit(FAILED)
        else:
            self.told.emit(told_of(result.state))


def told_of(state: PrintState) -> str:
    """Return the message to the agent about an attempt that has ended.

    >>> told_of(PrintState.CONFIRMED), told_of(PrintState.INTERRUPTED), told_of(PrintState.NOT_STARTED)
    ('paper_printed', 'paper_in_doubt', 'paper_failed')
    """
    if state in {PrintState.CONFIRMED, PrintState.UNVERIFIED}:
        return PRINTED
    return FAILED if state in NEVER_BEGUN else IN_DOUBT


def opener(url: str, paper_mm: int) -> Callable[[], SlipPrinter]:
    """Return what opens the printer of an address, called on the lane."""

    def open_it() -> SlipPrinter:
        # A printer in memory is a new one at each start: nothing about it is kept.
        kept = None if url.startswith("memory:") else default_file()
        return open_printer(url, paper_mm, AbilityFile(kept))

    return open_it


def _receipt_of(view: ReceiptView, hall: HallView | None) -> Slip:
    return receipt_content(view, hall)


def _return_of(view: ReturnView, hall: HallView | None, at: datetime) -> Slip:
    return return_content(view, hall, at=at)


def _complaint_of(paper: Paper, hall: HallView | None, at: datetime) -> Slip:
    return complaint_content(paper.complaint, paper.nature, hall, at=at)
