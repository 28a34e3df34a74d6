"""The paper with a complaint's number, on every paper and link: what it says, and how many bytes it takes."""

from __future__ import annotations

import itertools

import pytest

from contracts.words.complaints import Nature
from contracts.words.hall import PrintState
from printer.composer import Composer
from printer.documents.complaint_paper import ComplaintPaper, lay_out_complaint
from printer.documents.slip_checks import SlipError
from printer.documents.ticket import Names, TicketLanguage
from printer.emulator.fakes import MemoryWire
from printer.escpos.capabilities import Abilities
from printer.printer import open_printer
from printer.profiles import PAPERS, Link, paper_of
from tests.helpers.replacing import replace
from tests.printer.documents.test_ticket_layout import texts
from tests.printer.samples import TEN_35

PAPER = ComplaintPaper(
    hall=Names("قاعة خدمات المراجعين – مسقط", "Muscat Service Hall"),
    nature=Nature.COMPLAINT,
    number="MUSCAT-1-C26-004278",
    received_at=TEN_35,
)
LARGEST_BYTES = 24 * 1024
"""Of a whole paper, with nothing kept in the printer yet; a ticket may have 28 KB."""


def words(paper: ComplaintPaper, paper_mm: int = 80) -> list[str]:
    return [text.text for text in texts(lay_out_complaint(paper, paper_of(paper_mm), Link.FAST))]


def test_it_says_what_it_is_and_its_number_in_both_languages() -> None:
    told = words(PAPER)
    for text in ("إيصال تسجيل شكوى", "Complaint receipt", "رقم الشكوى", "Complaint number", "MUSCAT-1-C26-004278"):
        assert text in told
    suggested = words(replace(PAPER, nature=Nature.SUGGESTION, number="MUSCAT-1-S26-000002"))
    assert {"إيصال تسجيل مقترح", "Suggestion number", "MUSCAT-1-S26-000002"} <= set(suggested)


@pytest.mark.parametrize(("nature", "about"), [(Nature.COMPLAINT, "شكواك"), (Nature.SUGGESTION, "مقترحك")])
def test_it_says_of_what_reception_tells_more(nature: Nature, about: str) -> None:
    told = words(replace(PAPER, nature=nature, language=TicketLanguage.ARABIC))
    assert f"بهذا الرقم يخبرك الاستقبال بما تم بشأن {about}" in told


@pytest.mark.parametrize("language", [TicketLanguage.ARABIC, TicketLanguage.ENGLISH])
def test_it_speaks_its_language_alone(language: TicketLanguage) -> None:
    told = words(replace(PAPER, language=language))
    assert ("Complaint receipt" in told) is (language is TicketLanguage.ENGLISH)
    assert ("إيصال تسجيل شكوى" in told) is (language is TicketLanguage.ARABIC)


@pytest.mark.parametrize(("paper_mm", "link"), list(itertools.product(PAPERS, Link)))
def test_it_fits_every_paper_and_link(paper_mm: int, link: Link) -> None:
    segments = Composer(paper_of(paper_mm), link).slip(PAPER, Abilities())
    assert max(map(len, segments)) <= 1024
    assert 500 < sum(map(len, segments)) <= LARGEST_BYTES


def test_it_comes_out_of_a_printer() -> None:
    printer = open_printer("memory:", 58)
    assert printer.print_slip(PAPER, "a1").state is PrintState.CONFIRMED
    assert isinstance(printer.wire, MemoryWire)
    assert len(printer.wire.printer.sheets) == 1


@pytest.mark.parametrize(
    "change", [{"number": ""}, {"number": "٧"}, {"number": "x" * 65}, {"received_at": TEN_35.replace(tzinfo=None)}]
)
def test_what_cannot_be_printed_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(SlipError):
        replace(PAPER, **change)  # type: ignore[arg-type]
