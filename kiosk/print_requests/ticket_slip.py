"""Print a ticket that reception issues or reprints, when the hall asks this kiosk for it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from common.clock.wall_clock import utc_now
from contracts.codec.reader import ContractError, from_json
from contracts.live import FactMessage
from contracts.queue.answers import Problem
from contracts.queue.reception import TicketShown
from contracts.settings.hall_view import HallView
from kiosk.print_requests.freshness import asked_now
from kiosk.printing.attempts import Printing
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)
ASKED = "ticket_asked"


class TicketSlip(QObject):
    """Follows the live link; `hall` is what is known of the hall, None before it was heard.

    The kiosk reports its paper to the hall, as for every ticket, so that reception sees when it did not come out.
    """

    def __init__(
        self,
        calls: HallCalls,
        printing: Printing,
        device: str,
        hall: Callable[[], HallView | None],
        language: str,
        parent: QObject | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._calls, self._printing, self._device, self._hall = calls, printing, device, hall
        self._language, self._now = language, now

    def follow(self, fact: FactMessage) -> None:
        """Print where this kiosk was asked just now."""
        if fact.visit is not None and asked_now(fact, ASKED, self._device, self._now()):
            self._calls.call("GET", f"/visits/{fact.visit.visit}/ticket", None, self._take)

    def _take(self, answer: Answer | None, problem: Problem | None) -> None:
        hall = self._hall()
        if problem is not None or hall is None:
            log.error("the hall gave no ticket to print: %s", problem.detail if problem else "it was not heard yet")
            return
        try:
            told = from_json(TicketShown, answer)
        except ContractError as error:
            log.error("what the hall says of a ticket cannot be read: %s", error)
            return
        self._printing.first(hall, told.ticket, told.language or self._language, copy=told.reprints > 0)
