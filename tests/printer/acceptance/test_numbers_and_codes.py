"""What a visitor reads and what his phone reads, on papers printed by others' code, by others' eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from printer.profiles import Link
from printer.render.blocks import Text
from tests.printer.acceptance.cases import CASES, Case, each, layout_rows
from tests.printer.acceptance.others import read_number
from tests.printer.acceptance.printed import Printed
from tests.printer.samples import ADDRESS

TICKETS = [case for case in CASES if case.is_ticket]
LATIN = {"plain", "no-wait", "hall-away", "premium", "two-letters"}
WITH_NUMBER = [case for case in TICKETS if case.exact and case.native_qr and case.kind in LATIN]
SENT_AS_TEXT = [case for case in TICKETS if case.link is Link.SLOW and case.content.number.isascii()]


@pytest.mark.parametrize("case", each(TICKETS))
def test_the_code_leads_to_the_visitors_page(case: Case, printed: dict[Case, Printed]) -> None:
    paper = printed[case].picture
    wide = Image.new("L", (paper.width + 80, paper.height + 80), 255)
    wide.paste(paper, (40, 40))
    assert [code.text for code in zxingcpp.read_barcodes(wide)] == [ADDRESS]


@pytest.mark.parametrize("case", each(WITH_NUMBER))
def test_the_number_is_read_by_a_machine_that_does_not_know_it(
    case: Case, printed: dict[Case, Printed], tmp_path: Path
) -> None:
    number = case.content.number
    rows, bands = layout_rows(case)
    blank = next(at for at, row in enumerate(rows) if any(row))
    (band,) = (band for band in bands if isinstance(band.block, Text) and band.block.text == number)
    line = printed[case].band(band.top - blank - 12, band.bottom - blank + 12).convert("L")
    # At full size the strokes are too fat for Tesseract; which reduction it reads best differs with the resolution.
    read = []
    for by in (6, 3):
        read.append(_read_reduced(line, by, tmp_path))
        if read[-1] == number:
            return
    pytest.fail(f"{number} was read as {read}")


def _read_reduced(line: Image.Image, by: int, folder: Path) -> str:
    path = folder / f"number-{by}.png"
    line.resize((line.width // by, line.height // by), Image.Resampling.LANCZOS).save(path)
    return read_number(path)


@pytest.mark.parametrize("case", each(SENT_AS_TEXT))
def test_on_a_slow_line_the_number_goes_as_text(case: Case, printed: dict[Case, Printed]) -> None:
    assert case.content.number in printed[case].text[-1]
