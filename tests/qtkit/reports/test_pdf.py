"""The program that draws reports: every page in both languages, Arabic joined and from right to left."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from contracts.codec.reader import to_json
from contracts.reporting.report import Report
from qtkit.reports.pdf import draw
from qtkit.reports.sheet import add_fonts
from tests.helpers.figures_asked import empty_report, report
from tests.helpers.replacing import replace


def texts(file: bytes) -> list[str]:
    return [page.extract_text().replace("\t", " ") for page in PdfReader(io.BytesIO(file)).pages]


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    add_fonts()


@pytest.mark.parametrize("period", ["day", "week", "month", "year"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_has_its_number_and_the_last_one_the_digest(language: str, period: str) -> None:
    made = report(language, period)
    pages = texts(draw(made))
    assert made.digest in "".join(pages).replace(" ", "")
    if language == "en":
        for number, page in enumerate(pages, start=1):
            assert f"Page {number} of {len(pages)}" in page


def test_a_period_in_which_nothing_happened_says_so() -> None:
    assert "No data for this period." in "".join(texts(draw(empty_report())))


def test_it_draws_what_comes_on_its_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qtkit.reports.pdf"], input=json.dumps(to_json(report("ar"))).encode(),
        capture_output=True, check=True,
    )  # fmt: skip
    assert (done.stdout[:5], done.stderr) == (b"%PDF-", b"")


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm (Debian, Ubuntu: poppler-utils)")
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_title_stands_where_reading_begins(language: str, tmp_path: Path) -> None:
    picture = first_page(report(language), tmp_path)
    wide, _ = picture.size
    title = picture.crop((0, 0, wide, round(0.13 * picture.size[1])))
    dark = [x for x in range(wide) for y in range(0, title.size[1], 2) if title.getpixel((x, y)) < 110]
    assert (sum(dark) / len(dark) > wide / 2) is (language == "ar")


def first_page(made: Report, folder: Path) -> Image.Image:
    (folder / "report.pdf").write_bytes(draw(made))
    subprocess.run(
        ["pdftoppm", "-r", "40", "-l", "1", "-gray", "-singlefile", "report.pdf", "page"], cwd=folder, check=True
    )
    with Image.open(folder / "page.pgm") as picture:
        return picture.convert("L")


def test_arabic_paper_writes_its_numbers_as_the_hall_does_but_for_the_digest() -> None:
    made = replace(report("ar"), digits="arabic_indic")
    pages = "".join(texts(draw(made)))
    assert {"٢٠٢٦", "٦٢٠٢"} & set(pages.split()), "as read, or as painted"
    assert not {"2026", "6202"} & set(pages.split())
    assert made.digest in pages.replace(" ", "").replace("\n", "")
