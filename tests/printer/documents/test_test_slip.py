"""The test slip shows both edges of the head on either paper."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contracts.words.hall import PrintState
from printer.documents.test_slip import Trial, edge_arrows, lay_out_trial
from printer.documents.ticket import Digits
from printer.emulator.fakes import MemoryWire
from printer.printer import open_printer
from printer.profiles import paper_of
from printer.render.bitmap import Bitmap
from printer.render.blocks import Gap, Rule

TRIAL = Trial("جهاز المدخل", datetime(2026, 11, 24, 6, 35, tzinfo=UTC))


@pytest.mark.parametrize("dots", [576, 384, 16])
def test_the_arrows_reach_from_the_first_dot_to_the_last(dots: int) -> None:
    arrows = edge_arrows(dots)
    left, _, right, _ = arrows.ink() or (1, 1, 1, 1)
    assert (left, right) == (0, dots)
    assert arrows.is_safe()
    rows = list(arrows.rows())
    assert rows == rows[::-1], "the tips lie in the middle row"


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_a_slip_is_printed_whole_with_ink_at_both_edges(paper_mm: int) -> None:
    printer = open_printer("memory:", paper_mm)
    assert printer.print_trial(TRIAL, "t1").state is PrintState.CONFIRMED
    assert isinstance(printer.wire, MemoryWire)
    (sheet,) = printer.wire.printer.sheets
    ink = Bitmap(sheet.dots, sheet.data).ink()
    assert ink is not None
    assert (ink[0], ink[2]) == (0, sheet.dots)
    assert printer.wire.printer.interpreter.unknown == []


def test_a_long_device_name_and_indic_digits_stay_a_slip() -> None:
    trial = Trial("kiosk " * 40, TRIAL.at, digits=Digits.ARABIC_INDIC)
    assert any(
        "٨٠" in getattr(getattr(block, "right", None), "text", "") for block in lay_out_trial(trial, paper_of(80))
    )


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_no_line_touches_the_rule(paper_mm: int) -> None:
    blocks = lay_out_trial(TRIAL, paper_of(paper_mm))
    at = blocks.index(Rule(dotted=True))
    assert all(isinstance(beside, Gap) and beside.height_dots >= 6 for beside in (blocks[at - 1], blocks[at + 1]))


def test_no_paper_means_no_slip_and_says_so() -> None:
    printer = open_printer("memory:")
    assert isinstance(printer.wire, MemoryWire)
    printer.wire.printer.cut_paper_short(0)
    result = printer.print_trial(TRIAL, "t1")
    assert (result.state, result.fault) == (PrintState.NOT_STARTED, "paper_out")
