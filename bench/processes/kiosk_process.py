"""A whole kiosk, offscreen, whose tiles are touched again and again.

`python -m bench.processes.kiosk_process HALL PRINTER TAPS`; the device's token is read from DAWR_TOKEN. One JSON line
is printed: for each tap, the seconds from the touch to the first byte of the ticket on its way to the printer, and to
the end of the attempt; and how many were not confirmed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from contracts.words.hall import PrintState
from kiosk.config import KioskConfig
from kiosk.program.composition import RunningKiosk, build
from printer.documents.slip_content import Slip
from printer.documents.test_slip import Trial
from printer.documents.ticket import Names, TicketContent
from printer.escpos.status import PrinterStatus
from printer.printer import Printer, PrintResult, open_printer
from printer.spool.attempt import OnState
from qtkit.program.options import ShellOptions

PATIENCE_S = 20.0
LOOK_MS = 400


class TimedPrinter:
    """A real printer that notes when each ticket's first byte leaves: it says SENDING right before that."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self.first_bytes: list[float] = []

    def status(self) -> PrinterStatus:
        """Ask the printer how it is."""
        return self._printer.status()

    def prepare(self, content: TicketContent) -> int:
        """Draw a ticket without printing it."""
        return self._printer.prepare(content)

    def print_ticket(self, content: TicketContent, attempt_id: str, on_state: OnState | None = None) -> PrintResult:
        """Print one ticket and note when its first byte leaves."""

        def heard(state: PrintState) -> None:
            if state is PrintState.SENDING:
                self.first_bytes.append(time.perf_counter())
            if on_state is not None:
                on_state(state)

        return self._printer.print_ticket(content, attempt_id, heard)

    def print_slip(self, slip: Slip, attempt_id: str) -> PrintResult:
        """Print the receipt of a request."""
        return self._printer.print_slip(slip, attempt_id)

    def print_trial(self, trial: Trial, attempt_id: str) -> PrintResult:
        """Print a test slip."""
        return self._printer.print_trial(trial, attempt_id)

    def set_letterhead(self, emblem: bytes, ministry: Names) -> None:
        """Head every paper from now on with the ministry's emblem and name."""
        self._printer.set_letterhead(emblem, ministry)

    def length_mm(self, content: TicketContent) -> int:
        """Return how much paper a ticket takes."""
        return self._printer.length_mm(content)

    def close(self) -> None:
        """Let go of the device."""
        self._printer.close()


def tap_all(running: RunningKiosk, printer: TimedPrinter, taps: int) -> dict[str, object]:
    """Take `taps` tickets, each from the welcome to the end of its attempt."""
    first_byte_s: list[float] = []
    cut_s: list[float] = []
    ended: list[tuple[float, PrintState]] = []
    running.printer.attempt_moved.connect(
        lambda _attempt, state, *_: (
            ended.append((time.perf_counter(), state)) if state is not PrintState.SENDING else None
        )
    )
    while len(ended) < taps:
        before = len(ended)
        _click(_wait_for("language_ar"))
        tile = _wait_for("tile_")
        _look(LOOK_MS)
        # The finger lies on the tile for a while; the tap is when it lifts.
        QTest.mousePress(tile, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        begun = time.perf_counter()
        QTest.mouseRelease(tile, Qt.MouseButton.LeftButton)
        _until(partial(_more_than, ended, before), "the attempt ends")
        if len(printer.first_bytes) > len(first_byte_s):
            first_byte_s.append(printer.first_bytes[-1] - begun)
            cut_s.append(ended[-1][0] - begun)
        _click(_wait_for("back_button"))
    unsure = sum(state is not PrintState.CONFIRMED for _, state in ended)
    return {"first_byte_s": first_byte_s, "cut_s": cut_s, "not_confirmed": unsure}


def _look(ms: int) -> None:
    """Let the kiosk run while the visitor looks at the tiles: nobody taps within milliseconds of the last screen."""
    looked: list[bool] = []
    QTimer.singleShot(ms, lambda: looked.append(True))
    _until(lambda: bool(looked), "the visitor has looked")


def _more_than(ended: list[tuple[float, PrintState]], before: int) -> bool:
    return len(ended) > before


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _wait_for(name: str) -> QWidget:
    """Return the first visible and enabled control whose name begins so."""
    found: list[QWidget] = []

    def there() -> bool:
        found[:] = [
            widget
            for widget in QApplication.allWidgets()
            if widget.objectName().startswith(name) and widget.isVisible() and widget.isEnabled()
        ]
        return bool(found)

    _until(there, f"{name} is there")
    return found[0]


def _until(holds: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {PATIENCE_S} s: {what}")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def main(argv: list[str]) -> None:
    """Run the kiosk against a hall and a printer, and say what was measured."""
    printer = TimedPrinter(open_printer(argv[1]))
    options = ShellOptions((argv[0],), os.environ["DAWR_TOKEN"], size_px=(1080, 1920))
    running = build(KioskConfig("kiosk", argv[1], tapped_tickets=0), options, lambda: printer)
    ready: list[bool] = []
    running.kiosk.ready.connect(lambda: ready.append(True))
    running.start()
    _until(lambda: bool(ready), "hall and printer are known")
    # The sample tickets are drawn on the printer's lane meanwhile; the first visitor comes later than that.
    drawn: list[bool] = []
    running.printer.look(lambda _: True, lambda *_: drawn.append(True))
    _until(lambda: bool(drawn), "the sample tickets are drawn")
    measured = tap_all(running, printer, int(argv[2]))
    running.stop()
    print(json.dumps(measured), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
