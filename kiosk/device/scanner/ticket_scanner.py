"""Answer a visitor who scans his ticket at the kiosk: look the visit up, reinstate it after a missed call, show it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from contracts.codec.reader import ContractError, from_json
from contracts.queue.answers import Problem, ScannedVisit
from contracts.queue.bodies import ReinstateRequest
from contracts.words.hall import VisitState
from kiosk.device.scanner.presenter import LOOKING, ScannedView, derive_place, derive_scan_refusal
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import ANSWER_UNREADABLE, Answer
from qtkit.input.device_line import DeviceLine
from serial_devices.line.serial_line import SerialLine
from serial_devices.scanner import ScannerSettings, ScannerTalk, ticket_code

log = logging.getLogger(__name__)

Show = Callable[[ScannedView], None]


class TicketReader(QObject):
    """What a scanned text leads to. The newest scan counts: an answer to an older one is not shown any more."""

    def __init__(self, calls: HallCalls, show: Show, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls, self._show = calls, show
        self._scan = 0

    def take(self, text: str) -> None:
        """Look up the ticket whose QR says `text`, and show how it stands."""
        self._scan += 1
        code = ticket_code(text)
        if code is None:
            self._show(ScannedView("no_ticket_code"))
            return
        self._show(ScannedView(LOOKING))
        self._look_up(code, self._scan, reinstated=False)

    def _look_up(self, code: str, scan: int, *, reinstated: bool) -> None:
        def done(answer: Answer | None, problem: Problem | None) -> None:
            if scan == self._scan:
                self._take_visit(code, answer, problem, reinstated=reinstated)

        self._calls.call("GET", "/visits/by-code", None, done, visit_code=code)

    def _take_visit(self, code: str, answer: Answer | None, problem: Problem | None, *, reinstated: bool) -> None:
        if problem is not None:
            self._show(derive_scan_refusal(problem.code))
            return
        try:
            found = from_json(ScannedVisit, answer)
        except ContractError as error:
            log.error("what the hall says of a scanned ticket cannot be read: %s", error)
            self._show(derive_scan_refusal(ANSWER_UNREADABLE))
            return
        if found.place.state is VisitState.NO_SHOW and not reinstated:
            self._bring_back(code, found)
        else:
            self._show(derive_place(found.place, reinstated=reinstated))

    def _bring_back(self, code: str, found: ScannedVisit) -> None:
        scan = self._scan

        def done(_answer: Answer | None, problem: Problem | None) -> None:
            if scan != self._scan:
                return
            if problem is None:
                self._look_up(code, scan, reinstated=True)
            elif problem.code == "not_missed":  # an agent was faster
                self._look_up(code, scan, reinstated=False)
            else:
                log.info("visit %s is not reinstated: %s", found.visit, problem.code)
                self._show(derive_scan_refusal(problem.code, found.place))

        self._calls.call("POST", f"/visits/{found.visit}/reinstate", ReinstateRequest(), done)


class Scanner(DeviceLine):
    """The scanner's line; `scanned` comes on the GUI thread."""

    scanned = Signal(str)  # what was read

    def __init__(self, settings: ScannerSettings, parent: QObject | None = None) -> None:
        super().__init__(f"scanner {settings.port}", parent)
        self.own(SerialLine(settings.port), ScannerTalk(settings.trigger, self.scanned.emit, self.wrong.emit))
