"""How many digits of the PIN have been typed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter_client.presenters.sign_in import PIN_MIN
from counter_client.views.canvas import Canvas
from qtkit.theme import Theme

HEIGHT_PX = 50
DOT_PX = 24


class PinDots(QWidget):
    """One dot for each digit; the digits themselves are never shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("pin_dots")
        self._theme = theme
        self.length = 0
        self.setFixedHeight(HEIGHT_PX)

    def show_length(self, length: int) -> None:
        """Show `length` dots, and pale places up to the shortest PIN."""
        self.length = length
        self.setAccessibleName(str(length))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the longest PIN."""
        return QSize(320, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots in the middle."""
        del event
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        canvas.fill(canvas.box(0, 0, canvas.width, canvas.height), "ground", line="line")
        places = max(PIN_MIN, self.length)
        start = (canvas.width - places * DOT_PX) / 2
        for at in range(places):
            box = canvas.box(start + at * DOT_PX + 5, canvas.height / 2 - 7, 14, 14)
            canvas.fill(box, "primary" if at < self.length else "ground", radius=7, line="primary", line_px=1.5)
        painter.end()
