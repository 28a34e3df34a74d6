"""Print the receipt of a request that a counter has registered, when the hall asks this kiosk for it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject

from contracts.codec import ContractError, from_json, known_only
from contracts.hall_answers import Problem
from contracts.hall_view import HallView
from contracts.hall_words import PrintState
from contracts.live import FactMessage
from contracts.request_answers import ReceiptView
from kiosk.asked import asked_now
from kiosk.print_lane import PrintLane
from qtkit.hall_calls import HallCalls
from qtkit.problems import Answer

if TYPE_CHECKING:
    from printer.receipt import Receipt

log = logging.getLogger(__name__)
ASKED = "receipt_asked"


class ReceiptSlip(QObject):
    """Follows the live link; `hall` is what is known of the hall, None before it was heard."""

    def __init__(
        self,
        calls: HallCalls,
        printer: PrintLane,
        device: str,
        hall: Callable[[], HallView | None],
        parent: QObject | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self._calls, self._printer, self._device, self._hall, self._now = calls, printer, device, hall, now

    def follow(self, fact: FactMessage) -> None:
        """Print where this kiosk was asked just now."""
        if not asked_now(fact, ASKED, self._device, self._now()):
            return
        number = str(fact.detail.get("receipt", ""))
        self._calls.call("GET", f"/requests/{number}/receipt", None, self._take)

    def _take(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is not None:
            log.error("the hall gave no receipt to print: %s", problem.detail)
            return
        try:
            view = from_json(ReceiptView, known_only(ReceiptView, answer))
        except ContractError as error:
            log.error("what the hall says of a receipt cannot be read: %s", error)
            return
        self._printer.print_receipt(lambda: receipt_of(view, self._hall()), str(uuid4()), self._printed)

    def _printed(self, state: PrintState, fault: str) -> None:
        if state not in {PrintState.CONFIRMED, PrintState.UNVERIFIED}:
            log.warning("a receipt did not surely come out (%s %s); ask for it again", state.value, fault)


def receipt_of(view: ReceiptView, hall: HallView | None) -> Receipt:
    """Return the receipt's content; imports printer/ only here, on the printer's lane."""
    from kiosk.ticket_content import names_of_texts, paper_language
    from printer.receipt import Receipt
    from printer.ticket import Digits, TicketLanguage

    return Receipt(
        hall=names_of_texts(view.hall_names),
        number=view.shown,
        topic=names_of_texts(view.topic_names),
        directorate=names_of_texts(view.directorate_names),
        registered_at=view.registered_at,
        latest=view.latest,
        latest_expected=view.latest_expected,
        language=TicketLanguage(paper_language("both", "ar", hall) if hall else "both"),
        digits=Digits(hall.digits if hall else "western"),
        zone=hall.time_zone if hall else "Asia/Muscat",
    )
