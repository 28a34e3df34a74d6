"""Compare a typed PIN with those of the kiosk, off the GUI thread; after wrong PINs the next one must wait."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.staff_pins.pin_throttle import FREE_TRIES, PinGuard
from kiosk.staff_pins.pins import SHORTEST, StaffPins, read_pins
from kiosk.staff_pins.wrong_pin_file import PinTries
from qtkit.program.jobs import JobLane

log = logging.getLogger(__name__)


class PinDesk(QObject):
    """`right(str)` is the name that goes with the PIN; `wrong(bool)` says whether the pad waits from now on.

    `changed` comes when PINs are known, and each second while the pad waits.
    """

    right = Signal(str)
    wrong = Signal(bool)
    changed = Signal()

    def __init__(
        self,
        file: Path,
        lane: JobLane,
        now_s: Callable[[], float],
        parent: QObject | None = None,
        *,
        epoch_s: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._file, self._lane, self._now_s = file, lane, now_s
        self._tries = PinTries.beside(file, epoch_s)
        self._guard = self._tries.guard(now_s())
        self.has_pins = True
        self._clock = QTimer(self)
        self._clock.setObjectName("pin_wait")
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.changed)

    @property
    def failures(self) -> int:
        """Wrong PINs since the last right one."""
        return self._guard.failures

    def wait_s(self) -> int:
        """Return the seconds until the next try is taken; 0: now."""
        left_s = self._guard.wait_s(self._now_s())
        if not left_s:
            self._clock.stop()
        return left_s

    def open(self) -> None:
        """Read who has a PIN; a wait that was begun goes on."""
        self._lane.submit(lambda: read_pins(self._file), self._know)
        if self.wait_s():
            self._clock.start()

    def stop(self) -> None:
        """Send no more signals; a wait continues."""
        self._clock.stop()

    def check(self, digits: str) -> None:
        """Compare; the answer comes by `right` or `wrong`. Takes nothing while the pad waits."""
        if not self.has_pins or self.wait_s():
            return
        failures = self._guard.failures + 1
        self._lane.submit(lambda: self._compare(digits, failures), self._compared)

    def _compare(self, digits: str, failures: int) -> str | None:
        """Count the try as a wrong one before it is compared: nobody wins one by pulling the plug."""
        self._tries.keep(failures)
        name = read_pins(self._file).who(digits) if len(digits) >= SHORTEST else None
        if name is not None:
            self._tries.keep(0)
        return name

    def _know(self, pins: StaffPins | None, error: Exception | None) -> None:
        if error is not None:
            log.error("the staff's PINs cannot be read: %s", error)
        self.has_pins = pins is not None and bool(pins.by_name)
        self.changed.emit()

    def _compared(self, name: str | None, error: Exception | None) -> None:
        if error is not None:
            log.error("the staff's PINs cannot be read: %s", error)
        if name is None:
            self._count_wrong()
        else:
            self._guard = PinGuard()
            self.right.emit(name)

    def _count_wrong(self) -> None:
        self._guard = self._guard.failed(self._now_s())
        waits = self._guard.failures > FREE_TRIES
        if waits:
            log.warning("the staff menu was refused after %d wrong PINs", self._guard.failures)
            self._clock.start()
        self.wrong.emit(waits)
