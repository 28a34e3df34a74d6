"""The ring around what the keyboard is at: outside it, two colours, and gone as soon as somebody touches the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from qtkit.look.theme import Theme
from qtkit.widgets.painting import painting

AIR_PX, INNER_PX, OUTER_PX = 4, 3, 5
_POINTED = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class FocusRing(QWidget):
    """Lies over a window and around its focused button, from a key pressed until a touch; it takes no input itself."""

    def __init__(self, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self._window, self._theme = window, theme
        self._by_key = False
        self._soon = QTimer(self)
        self._soon.setObjectName("focus_ring_soon")
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._place)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._soon.start)

    def watch(self) -> None:
        """Take note of keys and touches from now on; the window must have been shown."""
        if (handle := self._window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def look(self) -> None:
        """Follow what the window shows now, as soon as it is laid out."""
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt gives both
        """Show the ring after a key and hide it after a touch; every event passes."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress or kind in _POINTED:
            self._by_key = kind == QEvent.Type.KeyPress
            self._soon.start()
        return False

    def _place(self) -> None:
        # Asked for each time: a reference to a button would outlive it when the window makes its parts again.
        around = QApplication.focusWidget()
        if not (self._by_key and isinstance(around, QAbstractButton) and self._window.isAncestorOf(around)):
            self.hide()
            return
        margin = self._theme().px(AIR_PX + INNER_PX + OUTER_PX)
        corner = around.mapTo(self._window, QPoint(0, 0))
        self.setGeometry(QRect(corner, around.size()).adjusted(-margin, -margin, margin, margin))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the dark ring and within it the light one: one of the two shows on any ground."""
        theme = self._theme()
        outer, inner = theme.px(OUTER_PX), theme.px(INNER_PX)
        with painting(self) as painter:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._ring(painter, "focus", outer, outer / 2)
            self._ring(painter, "focus_gap", inner, outer + inner / 2)

    def _ring(self, painter: QPainter, colour: str, width: int, inset: float) -> None:
        radius = self._theme().radius("large") + self._theme().px(AIR_PX + INNER_PX + OUTER_PX) - inset
        painter.setPen(QPen(self._theme().colour(colour), width))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
