"""What the staff menu asks the hall: the roll in this kiosk's printer, and the tickets it gave last."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from contracts.codec.reader import ContractError, from_json
from contracts.devices.paper import PaperView, PrintedTickets
from contracts.queue.answers import Problem
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)


class StaffHall(QObject):
    """`paper` as last told, None before and without the hall; `tickets(tuple)` when the newest tickets are known."""

    changed = Signal()
    tickets = Signal(object)  # tuple[PrintedTicket, ...]

    def __init__(self, calls: HallCalls, device: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls, self._device = calls, device
        self.paper: PaperView | None = None

    def ask(self) -> None:
        """Ask for both; without the hall the menu goes on with what the kiosk itself remembers."""
        self._calls.call("GET", f"/devices/{self._device}/paper", None, self._take_paper)
        self._calls.call("GET", f"/devices/{self._device}/prints", None, self._take_prints)

    def _take_paper(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is None:
            try:
                self.paper = from_json(PaperView, answer)
            except ContractError as error:
                log.error("the hall's word on the paper cannot be read: %s", error)
        self.changed.emit()

    def _take_prints(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is not None:
            return
        try:
            told = from_json(PrintedTickets, answer)
        except ContractError as error:
            log.error("the hall's list of tickets cannot be read: %s", error)
            return
        self.tickets.emit(told.tickets)
        self.changed.emit()
