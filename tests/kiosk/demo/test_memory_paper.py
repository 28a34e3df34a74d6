from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kiosk.demo.memory_paper import happen, last_sheet
from kiosk.printing.ticket_content import sample_contents
from printer.printer import open_printer
from tests.helpers.fake_hall import example_hall


def test_the_newest_sheet_is_shown_once_there_is_one(qapp: QApplication) -> None:
    printer = open_printer("memory:", 80)
    assert last_sheet(printer) is None
    printer.print_ticket(sample_contents(example_hall())[0], "a1")
    sheet = last_sheet(printer)
    assert sheet is not None
    assert sheet.width() > 500
    assert sheet.height() > 500


def test_a_torn_ticket_is_shown_and_not_the_one_before_it(qapp: QApplication) -> None:
    printer = open_printer("memory:", 80)
    content = sample_contents(example_hall())[0]
    printer.print_ticket(content, "a1")
    whole = last_sheet(printer)
    happen(printer, "paper-low 40")
    printer.print_ticket(content, "a2")
    torn = last_sheet(printer)
    assert whole is not None
    assert torn is not None
    assert torn.height() < whole.height()


def test_a_printer_of_metal_has_no_picture(qapp: QApplication, tmp_path: object) -> None:
    assert last_sheet(open_printer(f"file:{tmp_path}/ticket.bin")) is None


def test_what_is_wanted_happens_to_a_printer_of_memory_and_to_no_other(qapp: QApplication, tmp_path: object) -> None:
    printer = open_printer("memory:", 80)
    happen(printer, "cover-open")
    assert printer.status().cover_open
    happen(printer, "cover-close")
    assert printer.status().can_print
    happen(open_printer(f"file:{tmp_path}/ticket.bin"), "cover-open")
