from __future__ import annotations

from datetime import UTC, datetime

import pytest

from printer.documents.ticket import LONGEST_NAME, Names, TicketContentError, TicketLanguage, as_line
from tests.printer.samples import TEN_35, ticket


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"number": "a047"}, "number: 'a047'"),
        ({"number": ""}, "number: ''"),
        ({"number": "ABC1"}, "number"),
        ({"number": "A0471234567"}, "number"),
        ({"hall": Names("", "Hall")}, "hall.ar: empty"),
        ({"service": Names("خدمة", "  ")}, "service.en: empty"),
        ({"service": Names("خدمة", "x" * (LONGEST_NAME + 1))}, "service.en: longer than 200"),
        ({"notice": Names("سطر\nآخر", "")}, "notice.ar: contains a control character"),
        ({"people_ahead": -1}, "people_ahead: -1"),
        ({"people_ahead": 10_000}, "people_ahead: 10000"),
        ({"wait_low_min": None}, "give both or neither"),
        ({"wait_low_min": 30}, "wait: 30 to 25"),
        ({"wait_high_min": 5000}, "wait: 15 to 5000"),
        ({"issued_at": datetime(2026, 11, 24, 10, 35)}, "issued_at: has no time zone"),  # noqa: DTZ001 - that is the point
        ({"copied_at": datetime(2026, 11, 24, 10, 35)}, "copied_at: has no time zone"),  # noqa: DTZ001 - that is the point
        ({"zone": "Asia/Nowhere"}, "zone: 'Asia/Nowhere'"),
        ({"status_url": "javascript:alert(1)"}, "status_url"),
        ({"status_url": "https://x.om/" + "y" * 300}, "status_url"),
        ({"status_url": "https://x.om/\u0645"}, "status_url"),
    ],
)
def test_what_cannot_be_a_ticket_is_refused_by_name(changes: dict[str, object], named: str) -> None:
    with pytest.raises(TicketContentError) as refused:
        ticket(**changes)
    assert named in str(refused.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(TicketContentError) as refused:
        ticket(number="?", people_ahead=-3, hall=Names("", ""))
    for field in ("number", "people_ahead", "hall.ar", "hall.en"):
        assert field in str(refused.value)


@pytest.mark.parametrize("number", ["A047", "047", "B-12", "AB1", "أ047", "7"])
def test_numbers_with_latin_arabic_or_no_letter_are_tickets(number: str) -> None:
    assert ticket(number=number).number == number


def test_a_name_in_a_language_that_is_not_printed_may_be_missing() -> None:
    assert ticket(language=TicketLanguage.ARABIC, hall=Names("قاعة", ""), service=Names("خدمة", "")).hall.en == ""


def test_time_is_the_halls_own() -> None:
    content = ticket(copied_at=datetime(2026, 11, 24, 20, 5, tzinfo=UTC))
    assert (content.issued_local.hour, content.issued_local.minute) == (10, 35)
    assert content.copied_local is not None
    assert (content.copied_local.day, content.copied_local.hour) == (25, 0)
    assert ticket(issued_at=TEN_35).copied_local is None


def test_a_text_of_the_set_up_is_made_to_fit_on_a_line_of_a_ticket() -> None:
    assert as_line(" a\r\nb\t c\x00 ") == "a b c"
    assert as_line("x" * LONGEST_NAME) == "x" * LONGEST_NAME
    cut = as_line("word " * 60)
    assert (len(cut) <= LONGEST_NAME, cut[-6:]) == (True, " word…")
    assert ticket(notice=Names(cut, cut)).notice.en == cut
