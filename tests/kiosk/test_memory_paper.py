from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kiosk.memory_paper import last_sheet
from kiosk.ticket_content import sample_contents
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


def test_a_printer_of_metal_has_no_picture(qapp: QApplication, tmp_path: object) -> None:
    assert last_sheet(open_printer(f"file:{tmp_path}/ticket.bin")) is None
