"""The ticket on the screen: its number, the wait, and what the printer does."""

from __future__ import annotations

from contracts.hall_words import Lane, PrintState
from kiosk.conditions import Conditions, service_of
from kiosk.presenters.views import TicketView
from kiosk.session import Session
from kiosk.waits import minutes_told

PAPER = {
    None: "printing",
    PrintState.NOT_STARTED: "not_printed",
    PrintState.SENDING: "printing",
    PrintState.CONFIRMED: "take_it",
    PrintState.UNVERIFIED: "take_it",
    PrintState.INTERRUPTED: "interrupted",
    PrintState.UNKNOWN: "unknown",
}
"""What the visitor is told about the paper. The number is good whatever it says."""


def derive_ticket(session: Session, conditions: Conditions) -> TicketView:
    """Return the ticket, or the same screen without a number while it is being issued."""
    service = service_of(conditions, session.service)
    names = service.names if service is not None else {}
    ticket = session.ticket
    if ticket is None:
        return TicketView("", names, None, None, "", "issuing", session.priority)
    wait = None if ticket.wait is None else minutes_told(ticket.wait)
    return TicketView(
        number=ticket.ticket,
        service_names=names,
        people_ahead=ticket.people_ahead,
        wait_min=wait,
        status_url=ticket.status_url,
        paper=PAPER[session.printing],
        priority=ticket.lane is Lane.PRIORITY,
    )
