"""A button with one short text: the main action, a quiet one, or one that ends something."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtkit.look.theme import Theme, lettered
from qtkit.widgets.painting import draw_card, draw_text, painting

_COLOURS = {
    "primary": ("primary", "on_primary", None),
    "quiet": ("card", "primary_dark", "line"),
    "alert": ("alert", "on_alert", None),
}


class ActionButton(QAbstractButton):
    """`kind` is primary, quiet or alert; `touch=True` keeps 20 mm on the glass. Space and Enter press it."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        kind: str = "primary",
        *,
        touch: bool = True,
        size: str = "lead",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme, self._kind, self._size = theme, kind, size
        self._least_px = theme.touch_px if touch else theme.px(48)
        self.setMinimumSize(self._least_px, self._least_px)

    def set_label(self, text: str, accessible: str | None = None) -> None:
        """Show `text`; `accessible` is what a screen reader says where the text alone does not tell."""
        self.setText(text)
        self.setAccessibleName(accessible or text)
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Look like `kind` (primary, quiet or alert) from now on."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the text with air around it."""
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self.text()) + 2 * self._theme.px(36)
        return QSize(max(width, self._least_px), max(metrics.height() + self._theme.px(24), self._least_px))

    def _font(self) -> QFont:
        return lettered(self._theme.font(self._size, QFont.Weight.DemiBold), self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card and the text."""
        theme = self._theme
        fill, text, border = _COLOURS[self._kind]
        ground = theme.colour(fill)
        if not self.isEnabled():
            ground, text, border = theme.colour("sunken"), "ink_soft", ""
        elif self.isDown():
            ground = QColor(theme.colour("primary_soft")) if fill == "card" else ground.darker(125)
        radius = theme.radius("large")
        pad = theme.px(18)
        with painting(self) as painter:
            draw_card(painter, self.rect(), ground, theme.colour(border) if border else None, radius)
            box = self.rect().adjusted(pad, 0, -pad, 0)
            wrap = theme.large or theme.reach  # two lines rather than small letters
            ink, middle = theme.colour(text), Qt.AlignmentFlag.AlignCenter
            draw_text(painter, box, self.text(), self._font(), ink, middle, wrap=wrap)
