"""Let Python collect garbage on the GUI thread only.

Python's cycle collector runs in whichever thread happens to allocate. A widget, timer or reply that is part of a cycle
would then be destroyed by a worker thread, and Qt crashes: seldom, and never where the cause is.

What stands before the first window (modules, classes, functions) stays to the end, and is not looked through again: a
full collection holds up everything, a printing worker too, for 2 ms instead of 8.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from qtkit.large_blocks import give_free_blocks_back

EVERY_MS = 1000
FIRST_TIDY_MS = 2000
TIDY_EVERY_MS = 60_000


class GuiGarbage(QObject):
    """Switches the automatic collector off and collects by a timer of the thread that made it, until `release()`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy: Callable[[], bool] = lambda: False
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setObjectName("gui_garbage")
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._tidy = QTimer(self)
        self._tidy.setObjectName("free_pages")
        self._tidy.setInterval(FIRST_TIDY_MS)
        self._tidy.timeout.connect(self.tidy)
        self._tidy.start()

    def wait_while(self, busy: Callable[[], bool]) -> None:
        """Collect nothing at a moment at which `busy()` holds; the next one is a second later."""
        self._busy = busy

    def collect(self) -> None:
        """Collect the generations that Python itself would have collected by now; the youngest takes microseconds."""
        if self._busy():
            return
        for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count > threshold > 0:
                gc.collect(generation)

    def tidy(self) -> None:
        """Give free pages back: first what the start needed once, then every minute what pictures and pages left."""
        self._tidy.setInterval(TIDY_EVERY_MS)
        give_free_blocks_back()

    def release(self) -> None:
        """Give the collector back to Python."""
        self._timer.stop()
        self._tidy.stop()
        gc.unfreeze()
        gc.enable()
