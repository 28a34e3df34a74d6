"""Tickets in Urdu, Hindi and Bengali beside the Arabic: every text is there, no letter is a box, the bytes hold."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from common.text.texts import texts as texts_of
from printer.documents import wording
from printer.documents.missing_letters import missing_letters
from printer.documents.ticket import SECOND_LANGUAGES, Names, Second, TicketContent, TicketContentError, TicketLanguage
from printer.documents.ticket_layout import lay_out
from printer.emulator.fakes import MemoryPrinter, MemoryWire
from printer.printer import Printer
from printer.profiles import Link, paper_of
from printer.render.blocks import Block, Columns, Kept, Pair, Text
from tests.helpers.replacing import replace

NAMES = {
    "ur": Second("ur", "مسقط سروس ہال", "رہائشی امداد", "براہ کرم شناختی کارڈ تیار رکھیں"),
    "hi": Second("hi", "मस्कट सेवा हॉल", "आवास सहायता", "कृपया पहचान पत्र तैयार रखें"),
    "bn": Second("bn", "মাস্কাট সেবা হল", "আবাসন সহায়তা", "অনুগ্রহ করে পরিচয়পত্র প্রস্তুত রাখুন"),
}
CONTENT = TicketContent(
    hall=Names("قاعة خدمات المراجعين – مسقط", "Muscat Service Hall"),
    service=Names("المساعدات السكنية", "Housing assistance"),
    number="A047",
    issued_at=datetime(2026, 11, 24, 6, 35, tzinfo=UTC),
    status_url="http://hall.example/t#3q8Yw2Zk5c1VbT9xM0aRfg",
    people_ahead=7,
    wait_low_min=15,
    wait_high_min=25,
    notice=Names("يرجى تجهيز البطاقة", "Please have your card ready"),
)
BUDGETS = {80: 28 * 1024, 58: 17 * 1024}


def texts(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Text():
                found.append(block.text)
            case Pair():
                found += [block.right.text, block.left.text]
            case Columns():
                found += texts((*block.right, *block.left))
            case Kept():
                found += texts(block.parts)  # type: ignore[arg-type]  # parts are blocks
    return found


def ticket(tag: str, **more: object) -> TicketContent:
    return replace(CONTENT, second=NAMES[tag], **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", SECOND_LANGUAGES)
@pytest.mark.parametrize("paper_mm", BUDGETS)
def test_the_visitors_language_stands_in_the_place_of_english(tag: str, paper_mm: int) -> None:
    told = " | ".join(texts(lay_out(ticket(tag), paper_of(paper_mm), Link.FAST)))
    second, words = NAMES[tag], texts_of("paper", tag)
    for text in (second.hall, second.service, second.notice, words["expected_wait"], words.listed("days")[1]):
        assert text in told
    assert words["wait.between"].format(low=15, high=25) in told
    for arabic in (CONTENT.hall.ar, CONTENT.service.ar, CONTENT.notice.ar):
        assert arabic in told
    for english in (CONTENT.hall.en, "People ahead", "Expected wait", "Scan to follow", "Nov"):
        assert english not in told


@pytest.mark.parametrize("tag", SECOND_LANGUAGES)
def test_a_name_that_is_not_there_stands_in_english(tag: str) -> None:
    told = texts(lay_out(replace(CONTENT, second=Second(tag)), paper_of(80), Link.FAST))
    assert CONTENT.hall.en in told
    assert CONTENT.service.en in told


@pytest.mark.parametrize(
    ("content", "link"),
    [
        (ticket("ur"), Link.SERIAL),
        (ticket("hi"), Link.SLOW),
        (ticket("bn", language=TicketLanguage.ARABIC), Link.FAST),
    ],
    ids=["serial", "slow serial", "one language"],
)  # fmt: skip
def test_where_there_is_no_room_for_it_the_paper_is_as_ever(content: TicketContent, link: Link) -> None:
    assert lay_out(content, paper_of(80), link) == lay_out(replace(content, second=None), paper_of(80), link)


@pytest.mark.parametrize("tag", SECOND_LANGUAGES)
@pytest.mark.parametrize("paper_mm", BUDGETS)
def test_it_takes_no_more_bytes_than_a_ticket_may(qapp: QApplication, tag: str, paper_mm: int) -> None:
    printer = Printer(MemoryWire(MemoryPrinter(dots=paper_of(paper_mm).dots)), paper_of(paper_mm), Link.FAST)
    assert printer.prepare(ticket(tag)) <= BUDGETS[paper_mm]


@pytest.mark.parametrize("tag", SECOND_LANGUAGES)
def test_no_letter_is_printed_as_a_box(qapp: QApplication, tag: str) -> None:
    words, second = texts_of("paper", tag).words, NAMES[tag]
    said = [text for value in words.values() for text in ([value] if isinstance(value, str) else value)]
    assert missing_letters(" ".join([*said, second.hall, second.service, second.notice])) == ""


def test_each_language_has_every_text_of_a_ticket_and_all_days_and_months() -> None:
    slips = ("receipt.", "return.", "complaint.", "suggestion.", "trial.", "expected_wait_minutes")
    english = texts_of("paper", "en").words
    assert set(texts_of("paper", "ar").words) == set(english)
    for tag in SECOND_LANGUAGES:
        words = texts_of("paper", tag)
        assert set(words.words) == {key for key in english if not key.startswith(slips)}
        assert (len(set(words.listed("days"))), len(set(words.listed("months")))) == (7, 12)


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(None, None, None), (0, 0, "ایک منٹ سے کم"), (5, 5, "5 منٹ"), (0, 4, "4 منٹ تک"), (15, 25, "15 سے 25 منٹ")],
)
def test_waits_are_told_as_on_the_screen(low: int | None, high: int | None, told: str | None) -> None:
    wait = wording.wait_figure(ticket("ur", wait_low_min=low, wait_high_min=high))
    assert (wait.en if wait is not None else None) == told


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(TicketContentError, match="second: no language of ur, hi, bn"):
        replace(CONTENT, second=Second("fr"))
