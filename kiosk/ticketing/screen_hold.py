"""Keep the screen as it is for the moments in which a ticket is on its way to the paper."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class ScreenHold(QObject):
    """While it is `active` nothing is drawn: the screen and the ticket would be drawn in turns, and both come late.

    `begun` is emitted by each `begin()`; `over` once for each hold, by `end()` or when its time is over: then the
    screen must be drawn again.
    """

    begun = Signal()
    over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setObjectName("screen_hold")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.over)

    @property
    def active(self) -> bool:
        """Whether the screen stays as it is."""
        return self._timer.isActive()

    def begin(self, most_ms: int) -> None:
        """Hold the screen for at most `most_ms` from now, whatever was begun before."""
        self._timer.start(most_ms)
        self.begun.emit()

    def end(self) -> None:
        """Let the screen be drawn now; nothing where none is held."""
        if self.active:
            self._timer.stop()
            self.over.emit()

    def drop(self) -> None:
        """Forget the screen: the program ends, and nothing is drawn any more."""
        self._timer.stop()
