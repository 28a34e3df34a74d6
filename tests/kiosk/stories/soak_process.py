"""A whole kiosk that serves a day's visitors in minutes.

Run it as `python -m tests.kiosk.stories.soak_process HALL VISITORS FOLDER`.

Each visitor touches from the welcome to a ticket, in any of the five languages, some with large text, high contrast and
all within reach; staff open their menu, the live link is cut, the screen is pictured for the hall head, the printer is
asked, the clock ticks: of each as much as 24 hours have, shared out among the visitors. The device's token is
DAWR_TOKEN. It prints one JSON line: its memory after each tenth of the day in MB, and what was done.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from contracts.words.hall import PrintState
from kiosk.config import KioskConfig
from kiosk.program.composition import build
from kiosk.visitor.session import Step
from qtkit.program.options import ShellOptions

PATIENCE_S = 60.0
SERVICES = "ALTMFQO"
LANGUAGES = ("ar", "en", "ar", "ur", "ar", "en", "hi", "ar", "bn")
DAY_S = 24 * 3600
TICKS_A_SECOND = 2
PICTURE_EVERY_S = 60
ASKED_EVERY_S = 5
"""What happens all day long: the idle clock, the picture for the hall head, the question to the printer."""


class Day:
    """One kiosk and its visitors."""

    def __init__(self, hall: str, folder: Path, visitors: int) -> None:
        self.each_s = DAY_S // max(visitors, 400)
        """Seconds of the day for each visitor: of a busy one, also where fewer come to a short soak."""
        self.did: Counter[str] = Counter()
        options = ShellOptions((hall,), os.environ["DAWR_TOKEN"], "ar", 21.5, (1080, 1920))
        config = KioskConfig(
            "kiosk", f"file:{folder / 'paper.bin'}", own_numbers=folder / "own", staff_pins=folder / "pins.json",
            tapped_tickets=0,
        )  # fmt: skip
        self.running = build(config, options)
        self.kiosk, self.window = self.running.kiosk, self.running.window
        self.running.start()
        self.until(lambda: self.window.bodies.currentWidget() is self.window.bodies.welcome)

    def visitor(self, nth: int) -> None:
        """Serve one visitor, and whatever else happens at a kiosk meanwhile."""
        self.touch(f"language_{LANGUAGES[nth % len(LANGUAGES)]}")
        if nth % 10 == 0:
            looks = "assist_reach" if nth % 20 else "assist_text"
            for name in ("assist_button", looks, "assist_contrast", "back_button"):
                self.touch(name)
        # Large text parts the services into pages: the first is on the first one.
        self.touch("tile_A" if nth % 10 == 0 else f"tile_{SERVICES[nth % len(SERVICES)]}")
        self.until(lambda: self.kiosk.session.step is Step.TICKET)
        self.until(lambda: self.kiosk.session.printing in {PrintState.CONFIRMED, PrintState.UNVERIFIED})
        self.did["tickets"] += 1
        self.pass_time()
        if nth % 20 == 0:
            self.did["staff menus"] += 1
            self.window.staff_wanted.emit()
            self.settle()
            self.kiosk.staff.close()
        if nth % 8 == 0:
            self.did["live links"] += 1
            self.running.shell.link.stop()
            self.running.shell.link.start()
        self.kiosk._take_idle(10_000.0)
        self.until(lambda: self.window.bodies.currentWidget() is self.window.bodies.welcome)

    def pass_time(self) -> None:
        """Let pass what happens while nobody touches the screen until the next visitor comes."""
        for second in range(self.each_s):
            for _ in range(TICKS_A_SECOND):
                self.running.idle.check()
            if second % PICTURE_EVERY_S == 0:
                self.running.signs.show()
                self.did["pictures"] += 1
            if second % ASKED_EVERY_S == 0:
                self.running.printer.ask()
                self.did["printer asked"] += 1
                self.settle()
            self.did["idle ticks"] += TICKS_A_SECOND

    def touch(self, name: str) -> None:
        """Touch a control once it is there."""
        self.until(lambda: self._shown(name) is not None)
        found = self._shown(name)
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def _shown(self, name: str) -> QWidget | None:
        parts = self.window.findChildren(QWidget, name)
        return next((part for part in parts if part.isVisible() and part.isEnabled()), None)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let events happen until it holds."""
        end = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < end, (self.kiosk.session, self.kiosk.conditions.printer)
            self.settle()

    def settle(self) -> None:
        """Let everything that waits happen, also what is to be deleted."""
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def memory_mb(self) -> float:
        """Return the resident memory without the garbage that waits to be collected."""
        for _ in range(20):
            self.settle()
        gc.collect()
        return float(psutil.Process().memory_info().rss / 2**20)


def main(hall: str, visitors: int, folder: Path) -> None:
    """Serve them all, and print what it took."""
    day, memory = Day(hall, folder, visitors), []
    day.running.shell.link.fact.connect(lambda _: day.did.update(["live facts"]))
    for nth in range(visitors):
        day.visitor(nth)
        if (nth + 1) % (visitors // 10) == 0:
            memory.append(round(day.memory_mb(), 2))
    given = len(day.kiosk.printing.recent)
    day.running.stop()
    sys.stdout.write(json.dumps({"memory_mb": memory, "recent": given, "did": day.did}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
