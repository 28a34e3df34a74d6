from __future__ import annotations

from contracts.words.hall import PrintState
from printer.emulator import fakes
from printer.printer import Printer
from printer.profiles import PAPERS, Link
from tests.printer.samples import ticket


def test_a_printer_with_chosen_properties_is_built_in_one_line() -> None:
    memory = fakes.MemoryPrinter(fakes.Build(dots=384, answers_tokens=False))
    result = Printer(fakes.MemoryWire(memory), PAPERS[58], Link.FAST).print_ticket(ticket(), "a1")
    assert result.state is PrintState.CONFIRMED
    assert isinstance(memory.sheets[0], fakes.Sheet)
    assert memory.sheets[0].dots == 384
