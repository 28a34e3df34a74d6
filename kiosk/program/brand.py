"""Show the ministry's emblem and name in the screen's header and at the top of every paper."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from contracts.settings.hall_view import HallView
from kiosk.printing.printer_worker import PrintLane
from kiosk.screens.window import KioskWindow
from printer.documents.slip_content import names_of_texts
from printer.documents.ticket import Names
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.emblems import Emblems

log = logging.getLogger(__name__)
ON_PAPER = "paper"


class KioskBrand(QObject):
    """Follows the hall's brand; `follow` is called whenever the hall may have changed."""

    def __init__(self, addresses: HallAddresses, window: KioskWindow, printer: PrintLane, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._printer = window, printer
        self._ministry = Names("", "")
        self._paper = b""
        self.emblems = Emblems(addresses, ("light", "dark", ON_PAPER), self)
        self.emblems.changed.connect(self._take_file)

    def follow(self, hall: HallView | None) -> None:
        """Use the hall's current brand."""
        if hall is None:
            return
        self.emblems.follow(hall.brand)
        ministry = names_of_texts(hall.brand.ministry) if hall.brand.ministry else Names("", "")
        if ministry != self._ministry:
            self._ministry = ministry
            self._set_letterhead()

    def _take_file(self, ground: str, file: bytes) -> None:
        if ground != ON_PAPER:
            self._window.show_emblem(ground, file)
        elif file != self._paper:
            self._paper = file
            self._set_letterhead()

    def _set_letterhead(self) -> None:
        file, ministry = self._paper, self._ministry
        self._printer.look(lambda printer: printer.set_letterhead(file, ministry), self._letterhead_set)

    def _letterhead_set(self, _done: None, error: Exception | None) -> None:
        if error is not None:
            log.error("tickets are printed without the emblem: %s", error)
