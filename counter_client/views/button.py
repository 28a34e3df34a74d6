"""A painted button: its text, its key, its weight on the screen."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from counter_client.views.canvas import Canvas, Side, Weight, fitting, fitting_lines, ground_of, text_width
from qtkit.theme import Theme

PAD_PX = 18.0
TAB_PAD_PX = 8.0
CAP_PX = 26.0
TWO_LINES_PX = 48
"""From this height on a button has room for two lines."""


class Look(Enum):
    """How a button looks: (ground, text, border, type size) by name, for a usable one."""

    PRIMARY = ("primary", "on_primary", "", "title")
    SEND = ("primary", "on_primary", "", "lead")
    BAR = ("primary", "on_primary", "", "body")
    MOVE = ("card", "ink", "edge", "body")
    PAD = ("card", "ink", "edge", "lead")
    HEADER = ("primary_dark", "on_primary", "accent", "small")
    QUIET = ("card", "ink", "primary", "small")
    TAB = ("card", "ink", "edge", "small", "centred")


CENTRED = frozenset({Look.PRIMARY, Look.SEND, Look.PAD, Look.TAB})
FILLED = frozenset({Look.PRIMARY, Look.SEND, Look.BAR})
PALE = 0.6
"""Opacity of a button that cannot be pressed now; it has no edge either."""


class Button(QAbstractButton):
    """Pressed by click, by Enter when it has the focus, and by its key; Space always means the next thing to do."""

    def __init__(self, theme: Theme, look: Look, name: str, height_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._key = ""
        self._chosen = False
        self.setObjectName(name)
        self.setFixedHeight(height_px)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_button(self, text: str, key: str = "", *, enabled: bool = True, chosen: bool = False) -> None:
        """Show this text and key; a disabled button stays in its place, pale."""
        if (text, key, chosen) != (self.text(), self._key, self._chosen):
            self._key, self._chosen = key, chosen
            self.setText(text)
            self.setAccessibleName(text)
            self.setAccessibleDescription(key)
            self.updateGeometry()
            self.update()
        if enabled is not self.isEnabled():
            self._give_focus_back(keep=enabled)
            self.setEnabled(enabled)

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
        return self._chosen

    @property
    def key(self) -> str:
        """The name of the key that is painted on it."""
        return self._key

    def sizeHint(self) -> QSize:
        """Return room for text and key."""
        font = self._theme.font(self._look.value[3], Weight.DemiBold)
        caps = text_width(self._key, self._theme.font("small", Weight.Medium)) + 28 if self._key else 0
        return QSize(int(text_width(self.text(), font) + caps + 2 * PAD_PX + 4), self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the text is still read whole, in smaller type."""
        return QSize(int(self.sizeHint().width() * 0.7), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a click; leave every other key to the window."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint for the pointer over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint without the pointer."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, key and text."""
        del event
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        if not self.isEnabled() and self._look not in FILLED:  # a main button says why it cannot be pressed
            canvas.fade(ground_of(self), PALE)
        ground, ink, line, size = self._colours()
        box = canvas.box(0, 0, canvas.width, canvas.height)
        canvas.fill(box, ground, line=line, line_px=2.0 if self._chosen else 1.5)
        font = canvas.font(size, Weight.DemiBold)
        pad = TAB_PAD_PX if self._look is Look.TAB else PAD_PX
        cap_width = 0.0
        if self._key:
            cap_width = canvas.keycap(pad, (canvas.height - CAP_PX) / 2, CAP_PX, self._key, ink)
        start = pad + (cap_width + 12 - (PAD_PX - pad) / 2 if cap_width else 0)
        side = Side.CENTRE if self._look in CENTRED else Side.START
        # A big button's text stands in the middle of all of it, the others' beside their key.
        middle = side is Side.CENTRE and not (self._look is Look.TAB and self._key)
        room = canvas.box(start, 0, canvas.width - (2 * start if middle else start + 8), canvas.height)
        if self.height() >= TWO_LINES_PX and side is Side.START:
            lines, font = fitting_lines(self.text(), font, canvas.font("small", Weight.DemiBold), room.width())
            canvas.lines(room, lines, font, ink)
        else:
            canvas.text(room, self.text(), fitting(self.text(), font, room.width(), 13), ink, side)
        if self.hasFocus():
            canvas.ring(box)
        painter.end()

    def _colours(self) -> tuple[str, str, str, str]:
        ground, ink, line, size = self._look.value[:4]
        if self._chosen:
            return "primary_soft", "primary_dark", "primary", size
        if not self.isEnabled():
            return (ground, ink, "", size) if self._look is Look.HEADER else ("sunken", "ink_soft", "", size)
        if self.isDown() or (self.underMouse() and self._look in FILLED):
            return "primary_dark", "on_primary", line, size
        if self.underMouse() and self._look is not Look.HEADER:
            # Not the ground of a chosen one: a pointer that happens to lie here must not look like a choice.
            return ground, ink, "primary", size
        return ground, ink, line, size
