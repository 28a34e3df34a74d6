"""From an issued ticket to what stands on its paper; imports printer/ only when it is called."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from contracts.hall_answers import HallView, IssuedTicket, WaitRange
from contracts.hall_words import Lane
from kiosk.waits import minutes_told

if TYPE_CHECKING:
    from printer.ticket import Names, TicketContent


def ticket_content(hall: HallView, ticket: IssuedTicket) -> TicketContent:
    """Return the ticket's content in the hall's languages; raise TicketContentError where it cannot be a ticket."""
    from printer.ticket import Digits, TicketContent

    service = next((service.names for service in hall.services if service.code == ticket.service), {})
    low, high = (None, None) if ticket.wait is None else minutes_told(ticket.wait)
    return TicketContent(
        hall=_names(hall.names),
        service=_names(service),
        number=ticket.ticket,
        issued_at=ticket.issued_at,
        status_url=ticket.status_url,
        people_ahead=ticket.people_ahead,
        wait_low_min=low,
        wait_high_min=high,
        notice=_names(hall.notices[0] if hall.notices else {}),
        digits=Digits(hall.digits),
        zone=hall.time_zone,
    )


def sample_contents(hall: HallView) -> list[TicketContent]:
    """Return one made-up ticket for each service that can be issued; never printed, only drawn ahead."""
    now = datetime.now(UTC)
    wait = WaitRange(600, 900, 1200)
    tickets = [
        IssuedTicket("", f"{service.prefix}000", service.code, Lane.STANDARD, now, 0, wait, "http://sample/t#000")
        for service in hall.services
    ]
    return [ticket_content(hall, ticket) for ticket in tickets]


def _names(texts: dict[str, str]) -> Names:
    from printer.ticket import Names

    # One language may be missing from a hall's set-up: the other stands for both rather than none.
    arabic, english = texts.get("ar", ""), texts.get("en", "")
    return Names(arabic or english, english or arabic)
