"""What is set beside the measured times: the mechanism's own, and the usual way's bytes."""

from __future__ import annotations

import pytest

from bench.processes.emulated_printer import CUT_S, SPEED_MM_S
from bench.tap_to_cut import _figure, _mechanism_s
from bench.ticket_bytes import picture_bytes
from contracts.words.hall import PrintState
from printer.emulator.fakes import Build, MemoryPrinter
from printer.printer import PrintResult


def test_the_floor_is_the_papers_length_and_the_cut(qapp: object) -> None:
    length_mm = (_mechanism_s() - CUT_S) * SPEED_MM_S
    assert 60 < length_mm < 140


def test_the_usual_way_prints_the_same_paper_with_many_times_the_bytes(qapp: object) -> None:
    memory = MemoryPrinter(Build(dots=576, buffer_bytes=1_000_000))
    data = picture_bytes()
    memory.take(data)
    assert len(memory.sheets) == 1
    assert memory.sheets[0].length_mm == pytest.approx((_mechanism_s() - CUT_S) * SPEED_MM_S, abs=30)
    assert len(data) > 40_000


def test_a_paper_that_was_not_confirmed_is_no_time() -> None:
    results = [
        PrintResult(PrintState.CONFIRMED, 1, None, 900.0),
        PrintResult(PrintState.UNKNOWN, 1, None, 10.0),
        PrintResult(PrintState.CONFIRMED, 1, None, 1000.0),
        PrintResult(PrintState.CONFIRMED, 1, None, 1100.0),
    ]
    assert _figure("x", results, 1.3, "").value == 1.0
