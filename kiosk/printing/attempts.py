"""Each attempt of this kiosk to print a ticket: reported to the hall, stored for a reprint, never made unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from common.clock.wall_clock import utc_now
from contracts.devices.paper import PrintedTicket
from contracts.queue.answers import IssuedTicket
from contracts.queue.bodies import PrintRequest
from contracts.queue.queues_view import ServiceQueue
from contracts.settings.hall_view import HallView, ServiceView
from contracts.words.hall import PrintState
from kiosk.printing.printer_worker import PrintLane
from kiosk.printing.recent_tickets import Recent, completed, moved, remembered
from kiosk.printing.ticket_content import Paper, foreseen_content, paper_language, sample_contents, ticket_content
from kiosk.state.status_reports import Reports


@dataclass(frozen=True)
class _Attempt:
    visit: str
    copy: bool


class Printing(QObject):
    """`moved(str, PrintState, str)`: a visit's newest attempt, its state, and the fault or "".

    `setting` is the paper's language as KioskConfig has it.
    """

    moved = Signal(str, object, str)

    def __init__(
        self,
        printer: PrintLane,
        reports: Reports,
        device: str,
        setting: str,
        *,
        now: Callable[[], datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printer, self._reports, self._device, self._setting, self._now = printer, reports, device, setting, now
        self.recent: Recent = ()
        self._attempts: dict[str, _Attempt] = {}
        self._prepared: tuple[ServiceView, ...] = ()
        printer.attempt_moved.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a ticket is on its way through the printer."""
        return bool(self._attempts)

    def remember(self, tickets: Iterable[IssuedTicket], language: str) -> None:
        """Store the tickets of an earlier run, oldest first: nobody knows whether their paper came out."""
        for ticket in tickets:
            self.recent = moved(remembered(self.recent, ticket, language), ticket.visit, PrintState.UNKNOWN)

    def prepare(self, hall: HallView, language: str) -> None:
        """Draw ahead what the tickets of this hall share, unless that was done for the same services."""
        if hall.services != self._prepared:
            self._prepared = hall.services
            paper = Paper(paper_language(self._setting, language, hall))
            self._printer.prepare(lambda: sample_contents(hall, paper))

    def foresee(self, hall: HallView, service: ServiceView, queue: ServiceQueue, language: str) -> None:
        """Draw the next ticket of this queue in advance: everything except its number and its code.

        Where the hall tells other figures than these, they are drawn at the tap.
        """
        paper = Paper(paper_language(self._setting, language, hall), None, language)
        self._printer.prepare(lambda: [foreseen_content(hall, service, queue, self._now(), paper)])

    def first(self, hall: HallView, ticket: IssuedTicket, language: str, *, copy: bool = False) -> None:
        """Print a ticket that was just issued, or a copy of one; `language` is what its visitor speaks."""
        self.recent = remembered(self.recent, ticket, language)
        self._print(hall, ticket, language, copy=copy)

    def again(self, hall: HallView, visit: str) -> bool:
        """Print the ticket of a visit once more, under the same number; return False for a visit that is not recent.

        The paper says «Copy» and the time, unless no byte of an earlier one reached the printer.
        """
        found = next((one for one in self.recent if one.ticket.visit == visit), None)
        if found is None:
            return False
        self._print(hall, found.ticket, found.language, copy=found.state is not PrintState.NOT_STARTED)
        return True

    def complete(self, told: Iterable[PrintedTicket], language: str) -> None:
        """Add the newest tickets that this kiosk issued according to the hall."""
        self.recent = completed(self.recent, told, language)

    def _print(self, hall: HallView, ticket: IssuedTicket, language: str, *, copy: bool) -> None:
        attempt = str(uuid4())
        self._attempts[attempt] = _Attempt(ticket.visit, copy)
        self.recent = moved(self.recent, ticket.visit, PrintState.SENDING)
        paper = Paper(paper_language(self._setting, language, hall), self._now() if copy else None, language)
        self._printer.print_ticket(lambda: ticket_content(hall, ticket, paper), attempt, ticket.visit)

    def _take(self, attempt: str, state: PrintState, fault: str, paper_mm: int) -> None:
        known = self._attempts.get(attempt)
        if known is None:
            return
        if state is not PrintState.SENDING:
            del self._attempts[attempt]
        self._reports.print_state(
            known.visit, PrintRequest(attempt, state, self._device, fault or None, known.copy, paper_mm or None)
        )
        self.recent = moved(self.recent, known.visit, state)
        self.moved.emit(known.visit, state, fault)
