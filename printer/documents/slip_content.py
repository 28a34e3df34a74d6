"""From what the hall says of a request, a return code or a complaint to the content of its paper, as it is set."""

from __future__ import annotations

from datetime import datetime

from contracts.queue.answers import ReturnView
from contracts.requests.answers import ReceiptView
from contracts.settings.hall_view import HallView
from contracts.words.complaints import Nature
from printer.documents.complaint_paper import ComplaintPaper
from printer.documents.receipt import Receipt
from printer.documents.return_paper import ReturnPaper
from printer.documents.ticket import Digits, Names, TicketLanguage, as_line

Slip = Receipt | ReturnPaper | ComplaintPaper
"""What a kiosk or a counter prints beside tickets."""


def receipt_content(view: ReceiptView, hall: HallView | None) -> Receipt:
    """Return the receipt of a request; before the hall was heard it is in both languages."""
    return Receipt(
        hall=names_of_texts(view.hall_names),
        number=view.shown,
        topic=names_of_texts(view.topic_names),
        directorate=names_of_texts(view.directorate_names),
        registered_at=view.registered_at,
        latest=view.latest,
        latest_expected=view.latest_expected,
        language=slip_language(hall),
        digits=Digits(hall.digits if hall else "western"),
        zone=hall.time_zone if hall else "Asia/Muscat",
    )


def return_content(view: ReturnView, hall: HallView | None, *, at: datetime) -> ReturnPaper:
    """Return the paper with a return code, printed at the instant `at`."""
    services = hall.services if hall else ()
    service = next((one for one in services if one.code == view.service), None)
    listed = service.information.documents if service and service.information else ()
    return ReturnPaper(
        hall=names_of_texts(hall.names if hall else {}),
        service=names_of_texts(service.names if service else {"ar": view.service}),
        code=view.code,
        last_day=view.last_day,
        missing=tuple(_document(text, listed) for text in view.missing),
        printed_at=at,
        ticket=view.ticket,
        language=slip_language(hall),
        digits=Digits(hall.digits if hall else "western"),
        zone=hall.time_zone if hall else "Asia/Muscat",
    )


def complaint_content(number: str, nature: Nature, hall: HallView | None, *, at: datetime) -> ComplaintPaper:
    """Return the paper with the number of a complaint or suggestion that was registered at the instant `at`."""
    return ComplaintPaper(
        hall=names_of_texts(hall.names if hall else {}),
        nature=nature,
        number=number,
        received_at=at,
        language=slip_language(hall),
        digits=Digits(hall.digits if hall else "western"),
        zone=hall.time_zone if hall else "Asia/Muscat",
    )


def slip_language(hall: HallView | None) -> TicketLanguage:
    """Return what a slip speaks: both languages, or the one that the hall has names in."""
    spoken = [tag for tag in ("ar", "en") if tag in hall.languages] if hall else []
    return TicketLanguage(spoken[0]) if len(spoken) == 1 else TicketLanguage.BOTH


def names_of_texts(texts: dict[str, str]) -> Names:
    """Return a text by language tag as the paper takes it."""
    # One language may be missing from a hall's set-up: the other stands for both rather than none.
    arabic, english = (as_line(texts.get(tag, "")) for tag in ("ar", "en"))
    return Names(arabic or english, english or arabic)


def _document(text: str, listed: tuple[dict[str, str], ...]) -> Names:
    """Return a missing document in both languages where it is of the service's list, else as it was typed."""
    return names_of_texts(next((names for names in listed if names.get("ar") == text), {"ar": text}))
