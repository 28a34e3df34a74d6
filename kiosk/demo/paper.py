"""The memory printer's paper beside a demo's kiosk: each sheet slides out, and faults of the paper can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.demo.memory_paper import happen, last_sheet
from kiosk.demo.paper_roll import PaperRoll
from kiosk.printing.printer_worker import PrintLane
from kiosk.screens.window import KioskWindow


class DemoPaper(QObject):
    """Shows `roll` beside the window once `show` is called, and after each ticket."""

    def __init__(self, window: KioskWindow, roll: PaperRoll, printer: PrintLane) -> None:
        super().__init__(window)
        self._window, self._roll, self._printer = window, roll, printer
        roll.fault_wanted.connect(self._let_happen)
        printer.printed.connect(lambda _: printer.look(last_sheet, self._slide_out))

    def show(self) -> None:
        """Lie beside the kiosk, wherever its window is."""
        self._roll.lie_beside(self._window.frameGeometry())
        self._roll.show()

    def _slide_out(self, sheet: QImage | None, _error: Exception | None) -> None:
        if sheet is not None:
            self.show()
            self._roll.show_sheet(sheet)

    def _let_happen(self, words: str) -> None:
        self._printer.look(lambda printer: happen(printer, words), lambda _done, _error: self._printer.ask())
