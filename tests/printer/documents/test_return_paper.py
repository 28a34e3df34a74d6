"""The paper with a return code, on every paper and link: what it says, and how many bytes it takes."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from contracts.words.hall import PrintState
from printer.composer import Composer
from printer.documents.return_paper import ReturnPaper, lay_out_return
from printer.documents.slip_checks import SlipError
from printer.documents.ticket import Names, TicketLanguage
from printer.emulator.fakes import MemoryWire
from printer.escpos.capabilities import Abilities
from printer.printer import open_printer
from printer.profiles import PAPERS, Link, paper_of
from printer.render.bitmap import Bitmap
from printer.render.blocks import QrCode
from tests.helpers.replacing import replace
from tests.printer.documents.test_ticket_layout import texts
from tests.printer.samples import TEN_35

PAPER = ReturnPaper(
    hall=Names("قاعة خدمات المراجعين – مسقط", "Muscat Service Hall"),
    service=Names("المساعدات السكنية", "Housing assistance"),
    code="48213377",
    last_day=date(2026, 12, 2),
    missing=(Names("سند الملكية", "Title deed"), Names("صورة العقد", "صورة العقد")),
    printed_at=TEN_35,
    ticket="A047",
)
BUDGET = {(80, Link.FAST): 28, (80, Link.SERIAL): 28, (80, Link.SLOW): 28, (58, Link.FAST): 17}
"""KB of a whole paper; on a serial line the first one, with nothing kept in the printer yet."""


def words(paper: ReturnPaper, paper_mm: int = 80) -> list[str]:
    return [text.text for text in texts(lay_out_return(paper, paper_of(paper_mm), Link.FAST))]


def test_it_says_what_to_bring_the_code_and_its_last_day_in_both_languages() -> None:
    told = words(PAPER)
    for text in ("• سند الملكية", "• Title deed", "4821 3377", "رمز العودة", "Return code", "Housing assistance"):
        assert text in told
    assert "الأربعاء 2 ديسمبر 2026" in told
    assert "Wed 2 Dec 2026" in told


def test_a_document_that_an_agent_typed_is_not_printed_twice() -> None:
    assert words(PAPER).count("• صورة العقد") == 1


def test_without_a_list_nothing_is_said_of_one() -> None:
    told = words(replace(PAPER, missing=()))
    assert "يُرجى إحضار" not in told
    assert "4821 3377" in told


@pytest.mark.parametrize("language", [TicketLanguage.ARABIC, TicketLanguage.ENGLISH])
def test_it_speaks_its_language_alone(language: TicketLanguage) -> None:
    told = words(replace(PAPER, language=language))
    assert ("• Title deed" in told) is (language is TicketLanguage.ENGLISH)
    assert ("• سند الملكية" in told) is (language is TicketLanguage.ARABIC)
    assert "• صورة العقد" in told, "better in another language than not at all"


def test_the_code_is_read_by_a_scanner_too() -> None:
    blocks = lay_out_return(PAPER, paper_of(80), Link.FAST)
    assert [block.text for block in blocks if isinstance(block, QrCode)] == [PAPER.code]


@pytest.mark.parametrize(("paper_mm", "language"), list(itertools.product(PAPERS, TicketLanguage)))
def test_it_is_printed_once_and_whole(paper_mm: int, language: TicketLanguage) -> None:
    printer = open_printer("memory:", paper_mm)
    assert printer.print_slip(replace(PAPER, language=language), "r1").state is PrintState.CONFIRMED
    assert isinstance(printer.wire, MemoryWire)
    (sheet,) = printer.wire.printer.sheets
    assert printer.wire.printer.interpreter.unknown == []
    ink = Bitmap(sheet.dots, sheet.data).ink()
    assert ink is not None
    assert ink[3] > 600


@pytest.mark.parametrize(("paper_mm", "link"), list(BUDGET))
def test_it_stays_within_its_bytes(paper_mm: int, link: Link) -> None:
    composer = Composer(paper_of(paper_mm), link)
    sizes = [sum(map(len, composer.slip(PAPER, Abilities()))) for _ in range(2)]
    assert sizes[0] <= BUDGET[paper_mm, link] * 1024
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize(
    "change",
    [
        {"code": "1234"},
        {"code": "٤٨٢١٣٣٧٧"},
        {"missing": (Names("a", "a"),) * 13},
        {"printed_at": TEN_35.replace(tzinfo=None)},
    ],
    ids=["short", "no ASCII", "too many", "no zone"],
)
def test_what_cannot_be_such_a_paper_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(SlipError):
        replace(PAPER, **change)
