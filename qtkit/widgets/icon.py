"""A drawn sign as a part of a screen; what it means is also in words beside it."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from qtkit.look.theme import Theme
from qtkit.widgets.icons import draw_sign
from qtkit.widgets.painting import painting

SIDE_PX = 72


class Sign(QWidget):
    """Shows one sign of `qtkit.widgets.icons` in its middle, and takes no room where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, side_px: int = SIDE_PX) -> None:
        super().__init__(parent)
        self._theme, self._sign = theme, ""
        self.setFixedHeight(theme.px(side_px))
        self.hide()

    @property
    def sign(self) -> str:
        """Return the name of the sign now shown, "" for none."""
        return self._sign

    def show_sign(self, sign: str, name: str = "") -> None:
        """Show the sign `sign`, "" for none; `name` says what it means, for a screen reader."""
        self._sign = sign
        self.setAccessibleName(name if sign else "")
        self.setVisible(bool(sign))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the sign."""
        if self._sign:
            with painting(self) as painter:
                draw_sign(painter, self._sign, self.rect(), self._theme.colour("primary"))
