"""A device's line in a Qt program: it has an owner thread, and it reports and logs what is wrong."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from serial_devices.line.owner import LineOwner, Talk
from serial_devices.line.serial_line import Line

log = logging.getLogger(__name__)


class DeviceLine(QObject):
    """The line of a device, by which name it is logged; its signals come on the GUI thread.

    The caller knows what the device says, has signals for it, and names by `own` what uses which line.
    """

    wrong = Signal(str)  # what is wrong with the line, empty when it is in order

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._owner: LineOwner | None = None
        self.wrong.connect(self._tell)

    def own(self, line: Line, talk: Talk) -> None:
        """Have this talk over this line, as soon as it is started."""
        self._owner = LineOwner(line, talk)

    def start(self) -> None:
        """Open the line, and go on trying."""
        if self._owner is not None:
            self._owner.start()

    def stop(self) -> None:
        """Let the device rest and close its line."""
        if self._owner is not None:
            self._owner.stop()

    def _tell(self, wrong: str) -> None:
        if wrong:
            log.error("%s: %s", self._name, wrong)
        else:
            log.info("%s: in order", self._name)
