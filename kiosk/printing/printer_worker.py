"""The printer on its background thread: its condition, and the states of each attempt, as signals."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from contracts.words.hall import PrintState
from kiosk.printing.recent_tickets import SURE
from kiosk.state.conditions import PrinterCondition
from printer.documents.slip_content import Slip
from printer.documents.test_slip import Trial
from printer.documents.ticket import Names, TicketContent
from printer.escpos.status import PrinterStatus
from printer.printer import PrintResult
from qtkit.program.jobs import JobLane

log = logging.getLogger(__name__)

T = TypeVar("T")


class TicketPrinter(Protocol):
    """What the lane needs of printer.printer.Printer."""

    def status(self) -> PrinterStatus:
        """Ask the printer how it is."""

    def prepare(self, content: TicketContent) -> int:
        """Draw a ticket without printing it."""

    def print_ticket(
        self, content: TicketContent, attempt_id: str, on_state: Callable[[PrintState], None] | None = None
    ) -> PrintResult:
        """Print one ticket at most once."""

    def print_trial(self, trial: Trial, attempt_id: str) -> PrintResult:
        """Print a test slip at most once."""

    def print_slip(self, slip: Slip, attempt_id: str) -> PrintResult:
        """Print a receipt or a return paper at most once."""

    def set_letterhead(self, emblem: bytes, ministry: Names) -> None:
        """Head every paper from now on with the ministry's emblem and name."""

    def length_mm(self, content: TicketContent) -> int:
        """Return how much paper a ticket takes."""

    def close(self) -> None:
        """Let go of the device."""


class PrintLane(QObject):
    """Opens, asks and uses the printer off the GUI thread; asks for its condition every `status_every_s` while idle."""

    condition_changed = Signal(object)  # kiosk.state.conditions.PrinterCondition
    attempt_moved = Signal(str, object, str, int)  # attempt id, PrintState, fault for a technician or "", mm of paper
    printed = Signal(str)  # attempt id, when an attempt has ended

    def __init__(
        self, lane: JobLane, open_printer: Callable[[], TicketPrinter], *, status_every_s: float, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._open_printer = open_printer
        self._printer: TicketPrinter | None = None
        self._condition: PrinterCondition | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("printer_status")
        self._timer.setSingleShot(True)
        self._timer.setInterval(int(status_every_s * 1000))
        self._timer.timeout.connect(self.ask)

    def ask(self) -> None:
        """Ask the printer how it is now; the answer comes by `condition_changed`, if it is another than before."""
        self._timer.stop()
        self._lane.submit(lambda: self._opened().status(), self._heard)

    def prepare(self, contents: Callable[[], list[TicketContent]]) -> None:
        """Draw what the tickets of this hall share, so that the first tap is as fast as the others."""
        self._lane.submit(lambda: sum(self._opened().prepare(content) for content in contents()), self._prepared)

    def print_ticket(self, content: Callable[[], TicketContent], attempt: str, visit: str) -> None:
        """Print once; `attempt_moved` reports each state of the attempt."""

        def work() -> tuple[PrintResult, int]:
            made, printer = content(), self._opened()
            result = printer.print_ticket(made, attempt, lambda state: self._moved(attempt, state))
            return result, printer.length_mm(made) if result.state in SURE else 0

        self._lane.submit(work, lambda ended, error: self._ended(attempt, visit, ended, error))

    def print_trial(self, trial: Callable[[], Trial], attempt: str, then: Callable[[PrintState, str], None]) -> None:
        """Print a test slip; `then` receives the result and the fault, "" for none."""
        self._print_aside(lambda: self._opened().print_trial(trial(), attempt), "the test slip", then)

    def print_slip(self, slip: Callable[[], Slip], attempt: str, then: Callable[[PrintState, str], None]) -> None:
        """Print a receipt or a return paper; `then` hears as of a test slip."""
        self._print_aside(lambda: self._opened().print_slip(slip(), attempt), "a slip", then)

    def _print_aside(
        self, print_it: Callable[[], PrintResult], what: str, then: Callable[[PrintState, str], None]
    ) -> None:
        def ended(result: PrintResult | None, error: Exception | None) -> None:
            if result is None:
                log.error("%s could not be printed: %s", what, error, exc_info=error)
                then(PrintState.NOT_STARTED, "not_usable")
            else:
                then(result.state, result.fault.value if result.fault is not None else "")
            self.ask()

        self._lane.submit(print_it, ended)

    def look(self, work: Callable[[TicketPrinter], T], then: Callable[[T | None, Exception | None], None]) -> None:
        """Look at the printer on its lane, after what was asked before; the demo's paper roll does."""
        self._lane.submit(lambda: work(self._opened()), then)

    def stop(self) -> None:
        """Finish the ticket that is being printed and let go of the printer."""
        self._timer.stop()
        self._lane.stop()
        if self._printer is not None:
            self._printer.close()

    def _opened(self) -> TicketPrinter:
        if self._printer is None:
            self._printer = self._open_printer()
        return self._printer

    def _moved(self, attempt: str, state: PrintState) -> None:
        # Called on the worker: the signal must leave from the lane's own thread.
        if state is PrintState.SENDING:
            self._lane.post(lambda: self.attempt_moved.emit(attempt, PrintState.SENDING, "", 0))

    def _ended(self, attempt: str, visit: str, ended: tuple[PrintResult, int] | None, error: Exception | None) -> None:
        if ended is None:
            log.error("the ticket of visit %s could not be printed: %s", visit, error, exc_info=error)
            self.attempt_moved.emit(attempt, PrintState.NOT_STARTED, "not_printable", 0)
        else:
            result, paper_mm = ended
            fault = result.fault.value if result.fault is not None else ""
            if fault:
                # Before the signal: the screen offers no second try on a printer that has just failed.
                self._know(replace(self._condition or PrinterCondition(None), fault=fault))
            self.attempt_moved.emit(attempt, result.state, fault, paper_mm)
        self.printed.emit(attempt)
        self.ask()

    def _heard(self, status: PrinterStatus | None, error: Exception | None) -> None:
        self._timer.start()
        if status is None:
            log.error("the printer cannot be used: %s", error, exc_info=error)
            condition = PrinterCondition("not_usable")
        else:
            fault = None if status.can_print else (status.fault.value if status.fault is not None else "unreachable")
            condition = PrinterCondition(fault, status.paper.value, status.answers, status.presenter.value)
        self._know(condition)

    def _know(self, condition: PrinterCondition) -> None:
        if condition != self._condition:
            self._condition = condition
            self.condition_changed.emit(condition)

    def _prepared(self, size: int | None, error: Exception | None) -> None:
        if error is not None:
            log.error("a sample ticket could not be drawn: %s", error, exc_info=error)
        else:
            log.debug("tickets are ready: %s bytes drawn", size)
