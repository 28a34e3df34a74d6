from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from printer.documents.ticket import Digits, Names, TicketLanguage
from printer.documents.ticket_layout import lay_out, module_dots
from printer.profiles import PAPERS, Link, paper_of
from printer.render.blocks import Block, Columns, Emblem, Framed, Kept, NativeLine, Pair, QrCode, Text
from tests.printer.samples import ADDRESS, SERVICES, TEN_35, reference, ticket


def flat(blocks: tuple[Block, ...]) -> list[Block]:
    return [part for block in blocks for part in (block.parts if isinstance(block, Kept) else (block,))]


def texts(blocks: tuple[object, ...]) -> list[Text]:
    found: list[Text] = []
    for block in blocks:
        match block:
            case Kept(parts):
                found += texts(parts)
            case Text():
                found.append(block)
            case Pair(right, left):
                found += [right, left]
            case Columns(right, left):
                found += [*right, *left]
            case Framed(text):
                found.append(text)
    return found


@pytest.mark.parametrize(("paper_mm", "language"), list(itertools.product(PAPERS, TicketLanguage)))
def test_the_number_is_the_largest_thing_on_the_paper(paper_mm: int, language: TicketLanguage) -> None:
    told = texts(lay_out(ticket(language=language), paper_of(paper_mm), Link.FAST))
    number = next(text for text in told if text.text == "A047")
    assert all(text.size_dots * 3 <= number.size_dots for text in told if text is not number)


@pytest.mark.parametrize(
    ("language", "arabic", "english"),
    [(TicketLanguage.ARABIC, True, False), (TicketLanguage.ENGLISH, False, True), (TicketLanguage.BOTH, True, True)],
)
def test_a_ticket_speaks_its_languages_and_no_other(language: TicketLanguage, arabic: bool, english: bool) -> None:
    told = " ".join(text.text for text in texts(lay_out(ticket(language=language), paper_of(80), Link.FAST)))
    for phrase in (
        "المساعدات السكنية",
        "عدد المنتظرين قبلك",
        "مدة الانتظار المتوقعة",
        "الثلاثاء",
        "مسح الرمز",
        "يُرجى",
    ):
        assert (phrase in told) is arabic
    for phrase in ("Housing assistance", "People ahead", "Expected wait", "Tue 24 Nov 2026", "Scan", "Please wait"):
        assert (phrase in told) is english


def test_arabic_is_laid_out_right_to_left_and_english_left_to_right() -> None:
    for text in texts(lay_out(ticket(), paper_of(80), Link.FAST)):
        if any(letter.isalpha() for letter in text.text) and text.text != "A047":
            assert text.rtl is any("\u0621" <= letter <= "\u064a" for letter in text.text)


@pytest.mark.parametrize("link", list(Link))
def test_a_reprint_is_marked_with_its_time(link: Link) -> None:
    copied_at = TEN_35 + timedelta(hours=3, minutes=7)
    blocks = flat(lay_out(ticket(copied_at=copied_at), paper_of(80), link))
    at = next(place for place, block in enumerate(blocks) if isinstance(block, Framed))
    framed, time = blocks[at : at + 2]
    assert isinstance(framed, Framed)
    assert "نسخة" in framed.text.text
    assert "COPY" in framed.text.text
    told = time.cells[0] if isinstance(time, NativeLine) else time.text if isinstance(time, Text) else ""
    assert told in {"1:42 م", "1:42 pm"}
    assert not [b for b in flat(lay_out(ticket(), paper_of(80), link)) if isinstance(b, Framed)]


def test_what_nobody_knows_leaves_no_trace() -> None:
    content = ticket(people_ahead=None, wait_low_min=None, wait_high_min=None, notice=Names("", ""))
    told = " ".join(text.text for text in texts(lay_out(content, paper_of(80), Link.FAST)))
    assert "People ahead" not in told
    assert "Expected wait" not in told
    assert "None" not in told


def test_the_qr_code_holds_the_address_as_it_is() -> None:
    codes = [b for b in lay_out(ticket(), paper_of(58), Link.FAST) if isinstance(b, QrCode)]
    assert [code.text for code in codes] == [ADDRESS]


@pytest.mark.parametrize("length", [20, 60, 120, 250])
def test_qr_modules_stay_readable_and_the_code_stays_on_the_paper(length: int) -> None:
    address = ("https://dawr.example.om/t#" + "x" * 300)[:length]
    assert 3 <= module_dots(address, 140) <= 8
    picture = reference((QrCode(address, module_dots(address, 140)),), paper_of(58))
    ink = picture.ink()
    assert ink is not None
    assert ink[0] >= 12


def test_on_a_serial_line_only_the_number_is_coarse() -> None:
    coarse = [text.text for text in texts(lay_out(ticket(), paper_of(80), Link.SERIAL)) if text.coarse]
    assert coarse == ["A047"]
    assert not [text for text in texts(lay_out(ticket(), paper_of(80), Link.FAST)) if text.coarse]


@pytest.mark.parametrize(("paper_mm", "language"), list(itertools.product(PAPERS, TicketLanguage)))
def test_no_ticket_of_the_example_hall_is_longer_than_110_mm(paper_mm: int, language: TicketLanguage) -> None:
    for service, digits in itertools.product(SERVICES, Digits):
        content = ticket(service=service, language=language, digits=digits)
        paper = paper_of(paper_mm)
        assert reference(lay_out(content, paper, Link.FAST), paper).height <= 110 * 8


def test_the_emblem_comes_first() -> None:
    assert isinstance(flat(lay_out(ticket(), paper_of(80), Link.FAST))[0], Emblem)


def words_of(**content: object) -> str:
    return " ".join(text.text for text in texts(lay_out(ticket(**content), paper_of(80), Link.FAST)))


def test_a_priority_ticket_says_so_below_its_service() -> None:
    assert "خدمة الأولوية" in words_of(priority=True)
    assert "Priority service" in words_of(priority=True)
    assert "Priority service" not in words_of()


def test_where_no_counter_is_open_nobody_is_next() -> None:
    nobody = {"people_ahead": 0, "wait_low_min": None, "wait_high_min": None, "staffed": False}
    assert "No counter is open for it now" in words_of(**nobody)
    assert "لا توجد نافذة مفتوحة لها الآن" in words_of(**nobody)
    assert "People ahead" not in words_of(**nobody)
    assert "People ahead" in words_of(**(nobody | {"people_ahead": 3}))
    assert "Begins at 8:00 am" in words_of(**(nobody | {"begins_at": "08:00"}))


def test_a_code_whose_page_cannot_answer_yet_is_not_to_be_scanned_now() -> None:
    told = words_of(called_by_staff=True, people_ahead=None, wait_low_min=None, wait_high_min=None)
    assert "The code works once the system is back" in told
    assert "Scan to follow your turn" not in told
