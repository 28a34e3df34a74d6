"""The ticket on the screen: its number, the wait, and what the printer does."""

from __future__ import annotations

from contracts.words.hall import Lane, PrintState
from kiosk.offline.numbers import OwnTicket
from kiosk.screens.view_data.visitor import TicketView
from kiosk.state.conditions import Conditions
from kiosk.visitor.service_label import served_as
from kiosk.visitor.session import Session
from kiosk.visitor.wait_minutes import minutes_told

PAPER = {
    None: "printing",
    PrintState.NOT_STARTED: "not_printed",
    PrintState.SENDING: "printing",
    PrintState.CONFIRMED: "take_it",
    PrintState.UNVERIFIED: "take_it",
    PrintState.INTERRUPTED: "interrupted",
    PrintState.UNKNOWN: "unknown",
}
"""What the screen says about the paper. The number is valid in every case."""
_AGAIN = frozenset({PrintState.NOT_STARTED, PrintState.INTERRUPTED, PrintState.UNKNOWN})
_CAME_OUT = frozenset({PrintState.CONFIRMED, PrintState.UNVERIFIED})
"""Of these the number is on the paper, and the screen may hide it from the next in line."""
MOST_PRINTS = 3
"""How often one visitor has a ticket printed without staff: a printer that spoils every one needs a person."""


def derive_ticket(session: Session, conditions: Conditions) -> TicketView:
    """Return the ticket, or the same screen without a number while it is being issued."""
    hall, code = conditions.hall, session.service
    names = served_as(hall, code) if hall is not None and code is not None else {}
    services = hall.services if hall is not None else ()
    pictogram = next((one.pictogram for one in services if one.code == code), "")
    ticket = session.ticket
    if ticket is None:
        return TicketView("", names, None, None, "", "issuing", session.priority, pictogram=pictogram)
    wait = None if ticket.wait is None else minutes_told(ticket.wait)
    return TicketView(
        number=ticket.ticket,
        service_names=names,
        people_ahead=None if isinstance(ticket, OwnTicket) else ticket.people_ahead,
        wait_min=wait,
        status_url=ticket.status_url,
        paper=_paper(session, conditions),
        priority=ticket.lane is Lane.PRIORITY,
        phone=session.phone if may_leave_phone(session, conditions) else None,
        phone_shown=session.phone_shown,
        again=may_print_again(session, conditions),
        by_staff=isinstance(ticket, OwnTicket),
        staffed=ticket.staffed or wait is not None,
        begins_at=ticket.begins_at,
        pictogram=pictogram,
        covered=session.closes_in_s is not None and session.printing in _CAME_OUT,
    )


def may_leave_phone(session: Session, conditions: Conditions) -> bool:
    """Return whether messages about this turn can be had: the hall sends some, answers, and knows the ticket."""
    hall, ticket = conditions.hall, session.ticket
    asks = hall is not None and hall.kiosk.phone and conditions.online is not False
    return asks and ticket is not None and not isinstance(ticket, OwnTicket)


def may_print_again(session: Session, conditions: Conditions) -> bool:
    """Return whether the visitor may have the ticket printed now: it did not surely come out, and the printer is ready.

    After an attempt with an unknown result only the visitor knows: the kiosk prints nothing again automatically.
    """
    printer = conditions.printer
    ready = printer is not None and printer.fault is None and not conditions.wrong_roll
    return ready and session.printing in _AGAIN and session.prints < MOST_PRINTS


def _paper(session: Session, conditions: Conditions) -> str:
    word = PAPER[session.printing]
    if word == "take_it" and session.slot == "waits":
        return "not_taken"
    if may_print_again(session, conditions):
        return "unknown_ready" if session.printing is PrintState.UNKNOWN else "ready_again"
    return word
