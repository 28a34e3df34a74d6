"""One visitor's ticket from his choice to the paper: requested from the hall, printed, and only then shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from contracts.queue.answers import IssuedTicket
from contracts.words.hall import PrintState
from kiosk.equipment import HallAccess
from kiosk.printing.attempts import Printing
from kiosk.screens.ticket_taken.presenter import may_print_again
from kiosk.state.conditions import Conditions
from kiosk.state.status_reports import Reports
from kiosk.ticketing.issuing import Issuing
from kiosk.ticketing.screen_hold import ScreenHold
from kiosk.visitor import session as visitor_session
from kiosk.visitor.current_visitor import Visitor
from kiosk.visitor.session import Session

ISSUING_SHOWN_MS = 40
"""A ticket that is not here by then has a screen that says so; a touch is answered within 100 ms."""
PAPER_FIRST_MS = 40
"""The screen shows a ticket after this time even if the printer has not begun it."""


class TicketDesk(QObject):
    """Moves `visitor` on; `given` is emitted for each new ticket."""

    given = Signal()

    def __init__(
        self,
        visitor: Visitor,
        hall: HallAccess,
        reports: Reports,
        printing: Printing,
        hold: ScreenHold,
        *,
        conditions: Callable[[], Conditions],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visitor, self._conditions = visitor, conditions
        self._printing, self._hold = printing, hold
        self.issuing = Issuing(hall.calls, self._take, reports.give_up, self, own=hall.own)
        printing.moved.connect(lambda visit, state, _: self._follow(visit, state))

    def issue(self, session: Session) -> None:
        """Ask for the ticket of a session that is issuing; a hall that answers at once saves "one moment"."""
        self._hold.begin(ISSUING_SHOWN_MS)
        self._visitor.step(session)
        self.issuing.issue(session)

    def print_again(self) -> None:
        """Print the ticket shown once more, where that is offered."""
        session, conditions = self._visitor.session, self._conditions()
        hall, visit = conditions.hall, session.visit
        if hall is None or visit is None or not may_print_again(session, conditions):
            return
        if self._printing.again(hall, visit):
            self._visitor.step(visitor_session.handed_to_printer(session, visit))

    def _take(self, visit: str, ticket: IssuedTicket | None, code: str) -> None:
        if ticket is None:
            self._visitor.step(visitor_session.refused(self._visitor.session, visit, code))
            self._hold.end()
            return
        hall, session = self._conditions().hall, visitor_session.issued(self._visitor.session, ticket)
        if hall is not None:
            # The visitor waits for the paper: it goes to the printer before the screen is drawn again, and only once.
            self._printing.first(hall, ticket, session.language)
            session = visitor_session.handed_to_printer(session, visit)
            self._hold.begin(PAPER_FIRST_MS)
        self._visitor.step(session)
        self.given.emit()

    def _follow(self, visit: str, state: PrintState) -> None:
        self._visitor.step(visitor_session.printing(self._visitor.session, visit, state))
        self._hold.end()
