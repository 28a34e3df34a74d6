"""Notice that nobody touches the program any more, with a warning before it matters."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


class IdleWatch(QObject):
    """Watches all input of a window: `ticking(float)` tells the idle seconds twice a second, `touched` each input.

    The limits are the user's business (kiosk.visitor.session); this class only measures, by the monotonic clock.
    """

    ticking = Signal(float)  # seconds since the last touch
    touched = Signal()

    def __init__(self, *, now: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._last = now()
        self._timer = QTimer(self)
        self._timer.setObjectName("idle_watch")
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.check)
        self._window: QWidget | None = None

    def watch(self, window: QWidget) -> None:
        """Take note of what reaches a shown window from outside, whichever of its controls has it then.

        The window alone: a filter of the whole application lets PySide build a Python type for each class of object
        that ever gets an event, some 3 MB, and calls Python for each of their events.
        """
        # Kept is the window and not its handle: PySide takes the handle for gone when a part of the window goes.
        self._window = window
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def start(self) -> None:
        """Measure from now on."""
        self.touch()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer: what it watched may be gone."""
        self._timer.stop()
        if self._window is not None and (handle := self._window.windowHandle()) is not None:
            handle.removeEventFilter(self)
        self._window = None

    def touch(self) -> None:
        """Count from zero again, as after a touch."""
        self._last = self._now()
        self.touched.emit()

    def check(self) -> None:
        """Tell how long nobody touched anything; the timer's slot."""
        self.ticking.emit(self._now() - self._last)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt gives both
        """Take note of a touch, key or wheel and let it pass."""
        if event.type() in _TOUCHES:
            self.touch()
        return False
