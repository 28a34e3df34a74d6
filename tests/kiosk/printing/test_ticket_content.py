from __future__ import annotations

import pytest

from contracts.queue.answers import IssuedTicket, WaitRange
from contracts.settings.kiosks import KioskRules
from contracts.words.hall import Lane
from kiosk.offline.numbers import OwnTicket
from kiosk.printing.ticket_content import Paper, foreseen_content, paper_language, sample_contents, ticket_content
from printer.documents.ticket import LONGEST_NAME, Digits, Names, Second, TicketContentError, TicketLanguage
from tests.helpers.fake_hall import NINE, example_hall, example_queues
from tests.helpers.replacing import replace

TICKET = IssuedTicket("v1", "A047", "A", Lane.STANDARD, NINE, 7, WaitRange(840, 1000, 1920), "http://hall/t#code")


def test_the_paper_says_what_the_screen_says() -> None:
    content = ticket_content(example_hall(), TICKET)
    assert content.number == "A047"
    assert content.service == Names("المساعدات السكنية", "Housing assistance")
    assert (content.people_ahead, content.wait_low_min, content.wait_high_min) == (7, 10, 35)
    assert (content.status_url, content.zone, content.digits) == ("http://hall/t#code", "Asia/Muscat", Digits.WESTERN)


def test_a_wait_that_nobody_knows_is_left_out() -> None:
    content = ticket_content(example_hall(), replace(TICKET, wait=None))
    assert (content.wait_low_min, content.wait_high_min) == (None, None)


def test_a_name_in_one_language_stands_for_both_and_the_tickets_notice_is_taken_over() -> None:
    hall = replace(
        example_hall(),
        names={"ar": "قاعة"},
        digits="arabic_indic",
        notices=({"en": "For the boards"},),
        kiosk=KioskRules(ticket_notice={"ar": "تنويه", "en": "Notice"}),
    )
    content = ticket_content(hall, TICKET)
    assert (content.hall, content.notice) == (Names("قاعة", "قاعة"), Names("تنويه", "Notice"))
    assert content.digits is Digits.ARABIC_INDIC


def test_no_text_of_the_set_up_keeps_a_ticket_from_being_printed() -> None:
    rules = KioskRules(ticket_notice={"ar": "سطر\nوسطر\tثالث", "en": "Bring your papers. " * 50})
    content = ticket_content(replace(example_hall(), kiosk=rules), TICKET)
    assert content.notice.ar == "سطر وسطر ثالث"
    assert content.notice.en.endswith("…")
    assert len(content.notice.en) <= LONGEST_NAME


def test_a_ticket_of_a_service_that_has_left_the_set_up_can_be_printed_once_more() -> None:
    content = ticket_content(replace(example_hall(), services=()), TICKET, Paper("both", NINE))
    assert (content.number, content.service) == ("A047", Names("A", "A"))


def test_what_cannot_be_a_ticket_is_refused_with_its_fields() -> None:
    with pytest.raises(TicketContentError, match="number"):
        ticket_content(example_hall(), replace(TICKET, ticket="forty-seven"))


def test_samples_are_one_for_each_service() -> None:
    assert [content.number for content in sample_contents(example_hall())] == [
        "A000", "L000", "T000", "M000", "F000", "Q000", "O000"
    ]  # fmt: skip


def test_what_is_foreseen_differs_from_the_ticket_by_number_and_code_alone() -> None:
    hall, queue = example_hall(), example_queues().services[0]
    foreseen = foreseen_content(hall, hall.services[0], queue, NINE, Paper("both", None, "ur"))
    joined = replace(TICKET, people_ahead=queue.waiting, wait=queue.forecast)
    issued = ticket_content(hall, joined, Paper("both", None, "ur"))
    assert replace(issued, number="A000", status_url="http://sample/t#000") == foreseen


def test_a_copy_says_when_it_was_made_and_a_first_print_does_not() -> None:
    assert ticket_content(example_hall(), TICKET).copied_at is None
    assert ticket_content(example_hall(), TICKET, Paper("en", NINE)).copied_at == NINE


@pytest.mark.parametrize(
    ("setting", "visitors", "languages", "spoken"),
    [
        ("both", "en", ("ar", "en"), "both"),
        ("ar", "en", ("ar", "en"), "ar"),
        ("en", "ar", ("ar", "en"), "en"),
        ("visitor", "en", ("ar", "en"), "en"),
        ("visitor", "ar", ("ar", "en", "ur"), "ar"),
        ("visitor", "ur", ("ar", "en", "ur"), "both"),
        ("both", "ar", ("ar",), "ar"),
        ("visitor", "ar", ("en",), "en"),
        ("en", "en", ("ar",), "ar"),
    ],
)
def test_the_paper_speaks_as_it_is_set_and_never_a_language_the_hall_has_not(
    setting: str, visitors: str, languages: tuple[str, ...], spoken: str
) -> None:
    hall = replace(example_hall(), languages=languages)
    assert paper_language(setting, visitors, hall) == spoken
    content = ticket_content(hall, TICKET, Paper(spoken))
    assert content.language is TicketLanguage(spoken)


def test_a_ticket_of_the_kiosks_own_numbers_says_who_calls_in_place_of_a_wait() -> None:
    hall = replace(example_hall(), kiosk=KioskRules(ticket_notice={"ar": "تنويه", "en": "Watch the board"}))
    content = ticket_content(hall, OwnTicket("v1", "A900", "A", Lane.STANDARD, NINE, 0, None, "http://hall/t#code"))
    assert (content.called_by_staff, content.people_ahead, content.wait_low_min) == (True, None, None)
    assert content.notice == Names("", ""), "a board that shows nothing is not spoken of"
    assert not ticket_content(hall, TICKET).called_by_staff


@pytest.mark.parametrize("tag", ["ur", "hi", "bn"])
def test_a_third_language_stands_in_the_place_of_english(tag: str) -> None:
    hall = example_hall()
    services = tuple(replace(one, names={**one.names, tag: f"service in {tag}"}) for one in hall.services)
    hall = replace(hall, names={**hall.names, tag: f"hall in {tag}"}, services=services)
    second = ticket_content(hall, TICKET, Paper("both", visitors=tag)).second
    assert second == Second(tag, f"hall in {tag}", f"service in {tag}", "")


def test_arabic_and_english_visitors_have_the_paper_of_the_hall() -> None:
    for tag in ("ar", "en"):
        assert ticket_content(example_hall(), TICKET, Paper("both", visitors=tag)).second is None


def test_the_paper_says_that_the_visitor_has_priority_and_that_no_counter_is_open() -> None:
    content = ticket_content(example_hall(), replace(TICKET, lane=Lane.PRIORITY, wait=None, staffed=False))
    assert (content.priority, content.staffed, content.begins_at) == (True, False, "")
    usual = ticket_content(example_hall(), TICKET)
    assert (usual.priority, usual.staffed) == (False, True)


def test_the_paper_drawn_ahead_is_the_paper_of_a_service_without_a_counter() -> None:
    queue = replace(example_queues().services[0], counters_open=0, forecast=None, begins_at="08:00")
    drawn = foreseen_content(example_hall(), example_hall().services[0], queue, NINE)
    given = replace(TICKET, people_ahead=queue.waiting, wait=None, staffed=False, begins_at="08:00")
    printed = ticket_content(example_hall(), given)
    assert replace(drawn, number=printed.number, status_url=printed.status_url) == printed
