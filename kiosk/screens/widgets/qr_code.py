"""A QR code on the screen, so that a visitor can follow the turn with or without paper."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget

from common.qr import qr_rows
from qtkit.look.theme import Theme
from qtkit.widgets.painting import draw_card, painting

_QUIET_MODULES = 4


class QrCode(QWidget):
    """Shows one text as a QR code, black on white whatever the theme (phones need it), with its quiet zone."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._text = ""
        self._rows: tuple[bytes, ...] = ()

    def show_code(self, text: str, accessible: str) -> None:
        """Show `text`, or nothing when it is empty."""
        self.setAccessibleName(accessible)
        if text != self._text:
            self._text = text
            self._rows = qr_rows(text) if text else ()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the code as large as whole pixels per module allow."""
        if not self._rows:
            return
        total = len(self._rows) + 2 * _QUIET_MODULES
        module = max(1, min(self.width(), self.height()) // total)
        side = module * total
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        with painting(self) as painter:
            draw_card(painter, QRect(left, top, side, side), QColor("white"), None, self._theme.px(12))
            painter.setRenderHint(painter.RenderHint.Antialiasing, False)
            painter.setPen(Qt.PenStyle.NoPen)
            for row, cells in enumerate(self._rows):
                for column, cell in enumerate(cells):
                    if cell:
                        x, y = (left + (column + _QUIET_MODULES) * module, top + (row + _QUIET_MODULES) * module)
                        painter.fillRect(x, y, module, module, QColor("black"))
