"""The receipt of a request, on every paper and link: what it says, and how many bytes it takes."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime

import pytest

from contracts.words.hall import PrintState
from printer.composer import Composer
from printer.documents.receipt import Receipt, day_text, lay_out_receipt
from printer.documents.slip_checks import SlipError
from printer.documents.ticket import Digits, Names, TicketLanguage
from printer.emulator.fakes import MemoryWire
from printer.escpos.capabilities import Abilities
from printer.printer import open_printer
from printer.profiles import PAPERS, Link, paper_of
from printer.render.bitmap import Bitmap
from printer.render.blocks import QrCode
from tests.helpers.replacing import replace
from tests.printer.documents.test_ticket_layout import texts
from tests.printer.samples import TEN_35

RECEIPT = Receipt(
    hall=Names("قاعة خدمات المراجعين – مسقط", "Muscat Service Hall"),
    number="MUSCAT-1-26-004278",
    topic=Names("طلب مساعدة سكنية", "Housing assistance"),
    directorate=Names("مديرية الإسكان", "Directorate of Housing"),
    registered_at=datetime(2026, 11, 24, 6, 35, tzinfo=UTC),
    latest=date(2026, 11, 30),
)
BUDGET = {(80, Link.FAST): 28, (80, Link.SERIAL): 28, (80, Link.SLOW): 28, (58, Link.FAST): 17}
"""KB of a whole receipt; on a serial line the first one, with nothing kept in the printer yet."""


def words(receipt: Receipt, paper_mm: int = 80) -> list[str]:
    return [text.text for text in texts(lay_out_receipt(receipt, paper_of(paper_mm), Link.FAST))]


def test_it_says_number_topic_directorate_and_date_in_both_languages() -> None:
    told = words(RECEIPT)
    for text in ("MUSCAT-1-26-004278", "طلب مساعدة سكنية", "Housing assistance", "مديرية الإسكان"):
        assert text in told
    assert "الاثنين 30 نوفمبر 2026" in told
    assert "Mon 30 Nov 2026" in told
    assert "قد يتغيّر الموعد إن أُعلنت إجازة" not in told


def test_a_date_that_may_move_says_so() -> None:
    told = words(replace(RECEIPT, latest_expected=True))
    assert "قد يتغيّر الموعد إن أُعلنت إجازة" in told
    assert "May change if a holiday is announced" in told


@pytest.mark.parametrize("language", [TicketLanguage.ARABIC, TicketLanguage.ENGLISH])
def test_it_speaks_its_language_alone(language: TicketLanguage) -> None:
    told = words(replace(RECEIPT, language=language))
    assert ("Mon 30 Nov 2026" in told) is (language is TicketLanguage.ENGLISH)
    assert ("الاثنين 30 نوفمبر 2026" in told) is (language is TicketLanguage.ARABIC)


def test_arabic_digits_are_those_of_the_hall() -> None:
    assert day_text(date(2026, 11, 30), Digits.ARABIC_INDIC).ar == "الاثنين ٣٠ نوفمبر ٢٠٢٦"


def test_the_code_holds_the_number_that_is_read() -> None:
    blocks = lay_out_receipt(RECEIPT, paper_of(80), Link.FAST)
    assert [block.text for block in blocks if isinstance(block, QrCode)] == [RECEIPT.number]


@pytest.mark.parametrize(("paper_mm", "language"), list(itertools.product(PAPERS, TicketLanguage)))
def test_it_is_printed_once_and_whole(paper_mm: int, language: TicketLanguage) -> None:
    printer = open_printer("memory:", paper_mm)
    assert printer.print_slip(replace(RECEIPT, language=language), "r1").state is PrintState.CONFIRMED
    assert isinstance(printer.wire, MemoryWire)
    (sheet,) = printer.wire.printer.sheets
    assert printer.wire.printer.interpreter.unknown == []
    ink = Bitmap(sheet.dots, sheet.data).ink()
    assert ink is not None
    assert ink[3] > 500, "a receipt is longer than a line"


@pytest.mark.parametrize(("paper_mm", "link"), list(BUDGET))
def test_it_stays_within_its_bytes(paper_mm: int, link: Link) -> None:
    composer = Composer(paper_of(paper_mm), link)
    sizes = [sum(map(len, composer.slip(RECEIPT, Abilities()))) for _ in range(2)]
    assert sizes[0] <= BUDGET[paper_mm, link] * 1024
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize(
    "change",
    [{"number": ""}, {"number": "طلب"}, {"number": "x" * 65}, {"registered_at": TEN_35.replace(tzinfo=None)}],
    ids=["empty", "no ASCII", "too long", "no zone"],
)
def test_what_cannot_be_a_receipt_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(SlipError):
        replace(RECEIPT, **change)
