"""The bytes of every kind of ticket, printed by others' code: dot for dot what the layout drew."""

from __future__ import annotations

import pytest

from printer.emulator.fakes import Build, MemoryPrinter
from tests.printer.acceptance.cases import CASES, Case, each, layout_rows
from tests.printer.acceptance.printed import Printed, differing, inked

EXACT = [case for case in CASES if case.exact]


@pytest.mark.parametrize("case", each(CASES))
def test_every_command_is_understood_and_the_papers_come_out(case: Case, printed: dict[Case, Printed]) -> None:
    paper = printed[case]
    assert paper.misunderstood == []
    assert paper.papers == case.papers
    assert paper.picture.width == case.paper.dots


@pytest.mark.parametrize("case", each(EXACT))
def test_the_paper_is_the_layout_dot_for_dot(case: Case, printed: dict[Case, Printed]) -> None:
    rows, _ = layout_rows(case)
    theirs = printed[case].rows()
    assert len(theirs) == len(inked(rows))
    assert differing(theirs, inked(rows)) == 0


@pytest.mark.parametrize("case", each(EXACT))
def test_our_own_memory_printer_prints_what_theirs_prints(case: Case, printed: dict[Case, Printed]) -> None:
    memory = MemoryPrinter(Build(dots=case.paper.dots))
    for start in range(0, len(data := case.bytes_of()), 1024):
        memory.take(data[start : start + 1024])
    assert len(memory.sheets) == case.papers
    assert differing(printed[case].rows(), inked(list(memory.sheets[-1].rows))) == 0
