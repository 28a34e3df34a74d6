"""A push button with its key before its text."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from counter_client.widgets.canvas import SMALL_PX, Canvas, Weight, fitting, fitting_lines, text_width
from qtkit.look.theme import Theme

PAD_PX = 12.0
TAB_EDGE_PX = 20
"""Both edges of a tab, and the space between its key and its text."""
CAP_PX, CAP_PAD_PX, CAP_AIR_PX = 26, 8, 5
TWO_LINES_PX = 48
"""From this height on a button has room for two lines."""
LEAST_TYPE_PX = 13


class Look(Enum):
    """A look of the style sheet, with its type size and the colours of the key: usual, chosen, not to be pressed."""

    PRIMARY = ("primary", "title", "on_primary", "on_primary", "ink_soft")
    SEND = ("send", "lead", "on_primary", "on_primary", "ink_soft")
    BAR = ("bar", "body", "on_primary", "on_primary", "ink_soft")
    MOVE = ("move", "body", "ink", "primary_dark", "edge")
    PAD = ("pad", "lead", "ink", "primary_dark", "edge")
    HEADER = ("header", "small", "on_primary", "primary_dark", "edge")
    QUIET = ("quiet", "small", "ink", "primary_dark", "edge")
    TAB = ("tab", "small", "ink", "primary_dark", "edge")


CENTRED = frozenset({Look.PRIMARY, Look.SEND, Look.PAD, Look.TAB})


class Button(QPushButton):
    """Pressed by click, by Enter when it has the focus, and by its key; Space always means the next thing to do."""

    def __init__(self, theme: Theme, look: Look, name: str, height_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._height_px = height_px
        self._words = self._key = ""
        self.setProperty("look", look.value[0])
        self.setObjectName(name)
        self.setFixedHeight(height_px)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_button(
        self, text: str, key: str = "", *, enabled: bool = True, chosen: bool | None = None, name: str = ""
    ) -> None:
        """Show this text and key; a disabled button stays in its place, pale. A tab has a word and its count below it.

        `chosen` says whether a tab, a row or a toggle is chosen, None for a button that does something; `name` is the
        name of a button without text.
        """
        if not chosen:
            self.setChecked(False)  # first: Qt does not repaint a chosen button that stops to be checkable
        # Only then: a screen reader calls a checkable button a check box.
        self.setCheckable(chosen is not None)
        if key != self._key:
            self._key = key
            self._show_key()
        if text != self._words:
            self._words = text
            self._fit()
        self.setAccessibleName(name or text.replace("\n", " "))
        self.setAccessibleDescription(key)
        self.setChecked(bool(chosen))
        if enabled is not self.isEnabled():
            self._give_focus_back(keep=enabled)
            self.setEnabled(enabled)

    def text(self) -> str:
        """Return what it says, in however many lines it says it."""
        return self._words

    def nextCheckState(self) -> None:
        """Stay as it is: what is chosen is shown by `show_button` alone."""

    def setVisible(self, visible: bool) -> None:
        """Show or hide it; hidden, it gives the focus to the window."""
        self._give_focus_back(keep=visible)
        super().setVisible(visible)

    def _give_focus_back(self, *, keep: bool) -> None:
        # Qt would hand the focus on to the next button, and the next Enter would press that one.
        if not keep and self.hasFocus():
            self.window().setFocus()

    @property
    def chosen(self) -> bool:
        """Return whether it is shown as chosen."""
        return self.isChecked()

    @property
    def key(self) -> str:
        """The name of the key that is shown on it."""
        return self._key

    def sizeHint(self) -> QSize:
        """Return room for text and key."""
        font = self._theme.font(self._look.value[1], Weight.DemiBold)
        return QSize(int(_widest(self._words, font) + self._beside_px()) + 4, self._height_px)

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the text is still read whole, in smaller type."""
        return QSize(int(self.sizeHint().width() * 0.7), self._height_px)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a click; leave every other key to the window."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button as the style does, and the focus ring in two colours, of which one shows on any ground."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            Canvas.on_widget(painter, self, self._theme).ring(QRectF(self.rect()))
            painter.end()

    def _beside_px(self) -> float:
        """Return the width beside the text: the edges, and the key."""
        if self._look is Look.TAB:
            return TAB_EDGE_PX + self.iconSize().width()
        return 2 * PAD_PX + 8 + (self.iconSize().width() + 8 if self._key else 0)

    def _fit(self) -> None:
        """Show the text in its type, or in smaller type or two lines where the button is too narrow for it."""
        font, room = self._theme.font(self._look.value[1], Weight.DemiBold), self.width() - self._beside_px()
        lines = self._words.split("\n")
        if self._look is Look.TAB:
            word = max(lines, key=len)
            font = fitting(word, font, room, LEAST_TYPE_PX)
            lines = [QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
        elif self.height() >= TWO_LINES_PX and self._look not in CENTRED:
            lines, font = fitting_lines(self._words, font, self._theme.font("small", Weight.DemiBold), room)
        else:
            font = fitting(self._words, font, room, LEAST_TYPE_PX)
        self.setFont(font)
        self.setText("\n".join(lines).replace("&", "&&"))
        self.updateGeometry()

    def _show_key(self) -> None:
        """Give the button its key as an icon, which Qt puts where reading begins."""
        _, _, usual, chosen, pale = self._look.value
        icon = QIcon()
        icon.addPixmap(self._cap(usual), QIcon.Mode.Normal, QIcon.State.Off)
        icon.addPixmap(self._cap(chosen), QIcon.Mode.Normal, QIcon.State.On)
        icon.addPixmap(self._cap(pale), QIcon.Mode.Disabled)
        self.setIcon(icon if self._key else QIcon())
        self._fit()

    def _cap(self, colour: str) -> QPixmap:
        font, ratio = self._theme.font("small", Weight.Medium), self.devicePixelRatioF()
        width = max(CAP_PX, int(text_width(self._key, font)) + 2 * CAP_PAD_PX) if self._key else 0
        self.setIconSize(QSize(width + 2 * CAP_AIR_PX, CAP_PX))
        cap = QPixmap(self.iconSize() * ratio)
        cap.setDevicePixelRatio(ratio)
        cap.fill(Qt.GlobalColor.transparent)
        if not self._key:
            return cap
        painter = QPainter(cap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        box = QRectF(CAP_AIR_PX + 0.5, 0.5, width - 1, CAP_PX - 1)
        ink = self._theme.colour(colour)
        painter.setPen(QPen(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
        ink.setAlphaF(0.45)
        painter.setPen(QPen(ink, 1))
        painter.drawRoundedRect(box, SMALL_PX, SMALL_PX)
        painter.end()
        return cap


def _widest(text: str, font: QFont) -> float:
    return max(text_width(line, font) for line in text.split("\n"))
