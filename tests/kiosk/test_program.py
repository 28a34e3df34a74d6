from __future__ import annotations

from tests.helpers.first_paint_process import modules_at_first_paint

AFTER_THE_FIRST_PAINT = {
    "kiosk.app", "kiosk.bootstrap", "kiosk.own_file", "kiosk.print_lane", "kiosk.staff_desk", "kiosk.views.staff_menu",
    "kiosk.views.services", "kiosk.views.welcome", "kiosk.views.ticket_taken", "kiosk.scanner", "kiosk.speaker",
    "contracts.hall_answers", "contracts.hall_requests", "contracts.hall_view", "contracts.live", "contracts.codec",
    "qtkit.hall_calls", "qtkit.hall_link", "qtkit.network", "PySide6.QtNetwork", "PySide6.QtSvg", "printer.printer",
    "escpos", "segno", "PIL", "requests", "urllib3", "sqlalchemy", "serial", "uuid", "asyncio",
}  # fmt: skip
"""What a visitor does not see. Each of them, with what it reads itself, costs milliseconds of a start."""
LIGHT_OF_PRINTER = {
    "printer", "printer.abilities", "printer.address", "printer.address_options", "printer.profiles", "printer.wire",
    "printer.wire_network",
}  # fmt: skip
"""The printer's address is checked at the start, so the words for it are there, and nothing that prints."""
MOST_MODULES = 85
"""Of our own; a start has read 76 of them by its first paint, of 163 and more in all."""
OURS = {"commands", "contracts", "devices", "kiosk", "printer", "qtkit"}


def test_a_kiosk_is_painted_before_it_reads_what_speaks_to_hall_printer_and_staff() -> None:
    read = modules_at_first_paint("kiosk", "--device", "k", "--printer", "tcp://127.0.0.1:9", "--size", "540x960")
    assert "kiosk.views.window" in read
    assert AFTER_THE_FIRST_PAINT.intersection(read) == set()
    assert {name for name in read if name.startswith("printer")} <= LIGHT_OF_PRINTER
    ours = [name for name in read if name.partition(".")[0] in OURS]
    assert 30 < len(ours) <= MOST_MODULES
