"""Print the receipt of a request, or the paper with a return code, when the hall asks this kiosk for it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject

from common.clock.wall_clock import utc_now
from contracts.codec.reader import ContractError, from_json
from contracts.live import FactMessage
from contracts.queue.answers import Problem, ReturnView
from contracts.requests.answers import ReceiptView
from contracts.settings.hall_view import HallView
from contracts.words.hall import PrintState
from kiosk.print_requests.freshness import asked_now
from kiosk.printing.printer_worker import PrintLane
from printer.documents.slip_content import Slip, receipt_content, return_content
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)
RECEIPT_ASKED, RETURN_SLIP_ASKED = "receipt_asked", "return_slip_asked"


class AskedSlips(QObject):
    """Follows the live link; `hall` is what is known of the hall, None before it was heard."""

    def __init__(
        self,
        calls: HallCalls,
        printer: PrintLane,
        device: str,
        hall: Callable[[], HallView | None],
        parent: QObject | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._calls, self._printer, self._device, self._hall, self._now = calls, printer, device, hall, now

    def follow(self, fact: FactMessage) -> None:
        """Print where this kiosk was asked just now."""
        if asked_now(fact, RECEIPT_ASKED, self._device, self._now()):
            number = str(fact.detail.get("receipt", ""))
            self._calls.call("GET", f"/requests/{number}/receipt", None, self._take_receipt)
        elif asked_now(fact, RETURN_SLIP_ASKED, self._device, self._now()) and fact.visit is not None:
            # The fact does not tell the code: it is asked for by the visit.
            self._calls.call("GET", f"/visits/{fact.visit.visit}/return-slip", None, self._take_return)

    def _take_receipt(self, answer: Answer | None, problem: Problem | None) -> None:
        self._print(lambda: self._receipt(answer), problem)

    def _take_return(self, answer: Answer | None, problem: Problem | None) -> None:
        self._print(lambda: self._return(answer), problem)

    def _print(self, read: Callable[[], Callable[[], Slip]], problem: Problem | None) -> None:
        if problem is not None:
            log.error("the hall gave no slip to print: %s", problem.detail)
            return
        try:
            slip = read()
        except ContractError as error:
            log.error("what the hall says of a slip cannot be read: %s", error)
            return
        self._printer.print_slip(slip, str(uuid4()), self._printed)

    def _receipt(self, answer: Answer | None) -> Callable[[], Slip]:
        view = from_json(ReceiptView, answer)
        return lambda: _receipt_of(view, self._hall())

    def _return(self, answer: Answer | None) -> Callable[[], Slip]:
        view, at = from_json(ReturnView, answer), self._now()
        return lambda: _return_of(view, self._hall(), at)

    def _printed(self, state: PrintState, fault: str) -> None:
        if state not in {PrintState.CONFIRMED, PrintState.UNVERIFIED}:
            log.warning("a slip did not surely come out (%s %s); ask for it again", state.value, fault)


def _receipt_of(view: ReceiptView, hall: HallView | None) -> Slip:
    return receipt_content(view, hall)


def _return_of(view: ReturnView, hall: HallView | None, at: datetime) -> Slip:
    return return_content(view, hall, at=at)
