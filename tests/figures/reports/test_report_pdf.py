"""A report on paper comes from a separate program, or a sentence says why it does not."""

from __future__ import annotations

import io
import sys

import pytest
from pypdf import PdfReader

from figures.reports.report_pdf import PaperError, figures_pdf
from figures.reports.seal import Verdict, verdict
from tests.helpers.figures_asked import report

pytestmark = pytest.mark.process


def test_it_is_a_sealed_pdf_with_title_figures_and_typeface() -> None:
    file = figures_pdf(report())
    assert verdict(file) is Verdict.RIGHT
    read = PdfReader(io.BytesIO(file))
    text = "\n".join(page.extract_text() for page in read.pages).replace("\t", " ")
    assert read.metadata is not None
    assert read.metadata.title == "Figures of the week"
    for said in (
        "Muscat hall",
        "22 November 2026 to 28 November 2026",
        "Lands",
        "17:07",
        f"Page 1 of {len(read.pages)}",
    ):
        assert said in text, said
    assert report().digest in text
    fonts = [font.get_object() for page in read.pages for font in page["/Resources"]["/Font"].values()]
    embedded = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert embedded
    assert all("/FontFile2" in one for one in embedded)
    assert {"IBMPlexSansArabic" in str(one["/FontName"]) for one in embedded} == {True}


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ((sys.executable, "-c", "raise SystemExit('libEGL is missing')"), "libEGL is missing"),
        ((sys.executable, "-c", "print('no paper')"), "ended without one"),
        (("/no/such/program",), "did not do so"),
    ],
)
def test_a_program_that_does_not_draw_says_why(program: tuple[str, ...], why: str) -> None:
    with pytest.raises(PaperError, match=why):
        figures_pdf(report(), program)


def test_a_program_that_hangs_is_ended() -> None:
    with pytest.raises(PaperError, match="did not do so"):
        figures_pdf(report(), (sys.executable, "-c", "import sys; sys.stdin.read(); input()"), patience_s=0.0)
