"""Let Python collect garbage on the GUI thread only.

Python's cycle collector runs in whichever thread happens to allocate. A widget or timer that is part of a cycle would
then be destroyed by a worker thread, and Qt crashes: PySide6 6.11.3 ends with a segmentation fault within seconds where
two threads allocate while widgets come and go.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


def collect_due() -> None:
    """Collect the generations that Python itself would have collected by now; the youngest takes microseconds."""
    for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count > threshold > 0:
            gc.collect(generation)


class GuiGarbage(QObject):
    """Switches the automatic collector off and collects by a timer of the thread that made it, until `release()`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setObjectName("gui_garbage")
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def release(self) -> None:
        """Leave the collector as it was found."""
        self._timer.stop()
        if self._found_enabled:
            gc.enable()
