"""From an issued ticket to what stands on its paper; imports printer/ only when it is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from common.clock.wall_clock import utc_now
from contracts.codec.message import replace
from contracts.queue.answers import IssuedTicket, WaitRange
from contracts.queue.queues_view import ServiceQueue
from contracts.settings.hall_view import HallView, ServiceView
from contracts.words.hall import Lane
from kiosk.offline.numbers import OwnTicket
from kiosk.visitor.service_label import served_as
from kiosk.visitor.wait_minutes import minutes_told
from printer.documents.slip_content import names_of_texts
from printer.documents.ticket import SECOND_LANGUAGES, Digits, Second, TicketContent, TicketLanguage, as_line


@dataclass(frozen=True)
class Paper:
    """How one ticket is to be printed: in which language (ar, en, both), and for a reprint when."""

    language: str = "both"
    copied_at: datetime | None = None
    visitors: str = "ar"
    """The language of whose ticket it is: one that is neither Arabic nor English stands in place of English."""


def paper_language(setting: str, visitors: str, hall: HallView) -> str:
    """Return what the paper speaks: as it is set, or as the visitor does; never a language the hall has no names in.

    For a visitor's third language (Urdu, say) that is both of the hall's: it then stands in the place of English.
    """
    wanted = visitors if setting == "visitor" and visitors in {"ar", "en"} else setting
    spoken = [tag for tag in ("ar", "en") if tag in hall.languages] or ["ar", "en"]
    if len(spoken) == 1:
        return spoken[0]
    return wanted if wanted in spoken else "both"


def ticket_content(hall: HallView, ticket: IssuedTicket, paper: Paper = Paper()) -> TicketContent:
    """Return the ticket's content for one paper; raise TicketContentError where it cannot be a ticket."""
    low, high = (None, None) if ticket.wait is None else minutes_told(ticket.wait)
    by_staff = isinstance(ticket, OwnTicket)
    notice, second = {} if by_staff else hall.kiosk.ticket_notice, None
    if paper.visitors in SECOND_LANGUAGES:
        of_hall = (hall.names, served_as(hall, ticket.service), notice)
        second = Second(paper.visitors, *(as_line(names.get(paper.visitors, "")) for names in of_hall))
    return TicketContent(
        hall=names_of_texts(hall.names),
        service=names_of_texts(served_as(hall, ticket.service)),
        number=ticket.ticket,
        issued_at=ticket.issued_at,
        status_url=ticket.status_url,
        people_ahead=None if by_staff else ticket.people_ahead,
        wait_low_min=low,
        wait_high_min=high,
        notice=names_of_texts(notice),
        language=TicketLanguage(paper.language),
        digits=Digits(hall.digits),
        copied_at=paper.copied_at,
        zone=hall.time_zone,
        called_by_staff=by_staff,
        priority=ticket.lane is Lane.PRIORITY,
        staffed=ticket.staffed or ticket.wait is not None,
        begins_at=ticket.begins_at,
        second=second,
    )


def sample_contents(hall: HallView, paper: Paper = Paper()) -> list[TicketContent]:
    """Return one made-up ticket for each service that can be issued; never printed, only drawn ahead."""
    now, wait = utc_now(), WaitRange(600, 900, 1200)
    return [ticket_content(hall, _made_up(service, now, 0, wait), paper) for service in hall.services]


def foreseen_content(
    hall: HallView, service: ServiceView, queue: ServiceQueue, now: datetime, paper: Paper = Paper()
) -> TicketContent:
    """Return the ticket of who joins this queue now, but for its number and code; never printed, only drawn ahead."""
    made_up = _made_up(service, now, queue.waiting, queue.forecast)
    staffed = queue.counters_open > 0
    return ticket_content(hall, replace(made_up, staffed=staffed, begins_at=queue.begins_at), paper)


def _made_up(service: ServiceView, at: datetime, people_ahead: int, wait: WaitRange | None) -> IssuedTicket:
    number, url = f"{service.prefix}000", "http://sample/t#000"
    return IssuedTicket("", number, service.code, Lane.STANDARD, at, people_ahead, wait, url)
