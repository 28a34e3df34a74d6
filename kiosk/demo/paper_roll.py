"""The paper of a memory printer, sliding out of its slot beside the kiosk: for the demo, so that one sees it print."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QImage, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.demo.paper_faults import PaperFaults, desk_font
from qtkit.look.theme import Theme
from qtkit.widgets.painting import draw_card, painting

SLIDE_MS = 900
"""As long as a printer of 200 mm/s takes for a ticket."""


class PaperRoll(QWidget):
    """Shows the newest sheet hanging out of the slot; a sheet that was there falls away when the next one comes.

    `fault_wanted(str)`: what somebody who touched the printer wants to happen, in the words of printer.emulator.acts.
    """

    fault_wanted = Signal(str)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("paper_roll")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._faults = PaperFaults(theme, self)
        self._faults.wanted.connect(self.fault_wanted)
        self._sheet: QImage | None = None
        self._out = 1.0
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setStartValue(0.0)
        self._slide.setEndValue(1.0)
        self._slide.setEasingCurve(QEasingCurve.Type.Linear)
        self._slide.valueChanged.connect(self._moved)

    def show_sheet(self, sheet: QImage) -> None:
        """Let `sheet` (a picture in printer dots) slide out."""
        self._sheet = sheet
        self._slide.stop()
        self._slide.start()

    def lie_beside(self, window: QRect) -> None:
        """Lie at the right edge of the kiosk's window, or of its screen where there is no room beside it."""
        width = self._theme.px(420)
        x = window.right() + 8
        screen = self.screen().availableGeometry()
        if x + width > screen.right():
            x = max(screen.left(), screen.right() - width)
        self.setGeometry(QRect(x, window.top(), width, min(window.height(), self._theme.px(1080))))

    def sizeHint(self) -> QSize:
        """Return the size of the strip."""
        return QSize(self._theme.px(420), self._theme.px(1080))

    def _moved(self, share: float) -> None:
        self._out = share
        self.update()

    @property
    def _top(self) -> int:
        """Where the printer begins, in px from above."""
        return self.height() - self._theme.px(150)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer what can happen to the printer that was touched."""
        if event.position().y() >= self._top:
            self._faults.ask(event.globalPosition().toPoint())

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the printer's top with its slot at the foot of the strip, and the paper that rises out of it."""
        theme = self._theme
        top = self._top
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.colour("line"))
            self._paint_sheet(painter, top + theme.px(14))
            body = QRect(0, top, self.width(), self.height() - top)
            shine = QLinearGradient(0, top, 0, self.height())
            shine.setColorAt(0, theme.colour("primary_dark").lighter(140))
            shine.setColorAt(0.3, theme.colour("primary_dark"))
            painter.fillRect(body, shine)
            slot = QRect(theme.px(20), top, self.width() - theme.px(40), theme.px(14))
            draw_card(painter, slot, QColor("#0A1715"), None, theme.px(6))
            painter.setFont(desk_font(theme))
            painter.setPen(theme.colour("on_primary"))
            words = body.adjusted(theme.px(20), theme.px(20), -theme.px(20), -theme.px(10))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self._hint())

    def _hint(self) -> str:
        #: On the picture of the demo's printer, beside the kiosk.
        return self.tr("Touch the printer to simulate paper problems")

    def _paint_sheet(self, painter: QPainter, slot_y: int) -> None:
        if self._sheet is None:
            return
        width = self.width() - 2 * self._theme.px(36)
        height = width * self._sheet.height() / self._sheet.width()
        room = slot_y - self._theme.px(20)
        if height > room:
            width, height = int(width * room / height), room
        shown = height * self._out
        left = (self.width() - width) / 2
        painter.fillRect(QRectF(left + 7, slot_y - shown + 7, width, shown), QColor(0, 0, 0, 45))
        # What is printed first comes out first: the head of the ticket rises, the rest follows.
        source = QRectF(0, 0, self._sheet.width(), self._sheet.height() * self._out)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, slot_y - shown, width, shown), self._sheet, source)
