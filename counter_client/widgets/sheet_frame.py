"""The frame of a sheet: the workplace pale behind it, a card in the middle, a title, a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_client.state.intents import CloseSheet
from counter_client.state.state import Notice
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Canvas, Weight, lay_ground
from counter_client.widgets.notice_strip import NoticeStrip
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

MARGIN_PX = 32
"""Left and right of what stands on the card."""
FOOT_PX = 16
"""Between what is asked and the buttons."""
AIR_PX, LITTLE_AIR_PX, LOW_PX = 28, 14, 720
"""Above and below it; less in a window lower than `LOW_PX`, where the fullest sheets need every line."""


class _Card(QWidget):
    """The white card in the middle."""

    def __init__(self, theme: Theme, width_px: int) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(width_px)
        lay_ground(self, theme.colour("card"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        del event
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        canvas.fill(canvas.box(0, 0, canvas.width, canvas.height), "card", radius=18)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click beside the buttons from reaching the workplace behind."""
        event.accept()


class SheetFrame(QWidget):
    """Covers its parent; `body` takes what the sheet asks, `foot` the buttons beside the way back."""

    wished = Signal(object)  # counter_client.state.intents.Wish

    def __init__(self, theme: Theme, language: Language, name: str, width_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._behind = parent
        self._title = Words(theme, "title", colour="primary_dark", weight=Weight.DemiBold)
        self._subtitle = Words(theme, "body", colour="ink_soft")
        self._notice = NoticeStrip(language, f"{name}_notice")
        self._back = Button(theme, Look.QUIET, f"{name}_back", 52)
        self._back.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.addWidget(self._back)
        self.foot.addStretch(1)
        self.card = _Card(theme, width_px)
        column = self._column = QVBoxLayout(self.card)
        column.setContentsMargins(MARGIN_PX, AIR_PX, MARGIN_PX, AIR_PX)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(8)
        column.addLayout(self.body)
        column.addWidget(self._notice)
        column.addSpacing(FOOT_PX - column.spacing())
        column.addLayout(self.foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self._back.clicked.connect(lambda: self.wished.emit(CloseSheet()))
        self.hide()

    @property
    def inner_width(self) -> int:
        """Return the width of what stands on the card, px."""
        return self.card.width() - 2 * MARGIN_PX

    def give_room(self, *paragraphs: Words) -> None:
        """Give each text the height of all its lines: the card asks for one, and the text would be written smaller."""
        for one in paragraphs:
            one.setFixedHeight(one.heightForWidth(self.inner_width))

    def show_frame(self, title: str, subtitle: str, notice: Notice | None, *, with_way_back: bool = True) -> None:
        """Show title, subtitle (hidden when empty) and notice (hidden when there is none) and come to the front."""
        self._title.set_text(title)
        self._subtitle.set_text(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._notice.show_notice(notice)
        self._notice.setVisible(notice is not None)
        self._back.show_button(self.tr("Back"), "Esc")
        self._back.setVisible(with_way_back)
        if not self.isVisible():
            self.setGeometry(self._behind.rect())
            self.show()
            self.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card as much air as the window has."""
        super().resizeEvent(event)
        air = LITTLE_AIR_PX if self.height() < LOW_PX else AIR_PX
        self._column.setContentsMargins(MARGIN_PX, air, MARGIN_PX, air)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Make the workplace behind pale."""
        del event
        painter = QPainter(self)
        veil = QColor(self._theme.colour("primary_dark"))
        veil.setAlphaF(0.55)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks from reaching the workplace behind."""
        event.accept()
