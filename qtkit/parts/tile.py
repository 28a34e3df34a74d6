"""A large touchable card: a letter or mark, a title that shrinks to fit, and a line of facts under it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qtkit.parts.painting import draw_card, draw_focus_ring, draw_text, leading, mirrored, painting, trailing
from qtkit.theme import Theme


@dataclass(frozen=True)
class TileContent:
    """What a tile shows; `mark` is a letter or a short sign, `facts` and `aside` stand at the two ends of its foot."""

    key: str
    title: str
    mark: str = ""
    facts: str = ""
    aside: str = ""
    enabled: bool = True
    selected: bool = False


class Tile(QAbstractButton):
    """Shows one TileContent; `clicked` by touch, Space or Enter. Nothing on it is told by colour alone."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(2 * theme.touch_px, theme.touch_px)
        self._theme = theme
        self.content = TileContent("", "")

    def show_content(self, content: TileContent) -> None:
        """Show `content`."""
        self.content = content
        self.setEnabled(content.enabled)
        self.setAccessibleName(content.title)
        self.setAccessibleDescription("، ".join(text for text in (content.facts, content.aside) if text))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size; layouts stretch it."""
        return QSize(self._theme.px(420), self._theme.px(190))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card, its mark, title and foot, and the focus ring."""
        theme, content = self._theme, self.content
        radius = theme.px(20)
        fill = "primary_soft" if self.isDown() or content.selected else "card" if content.enabled else "ground"
        with painting(self) as painter:
            border = theme.colour("primary" if content.selected else "line")
            draw_card(painter, self.rect(), theme.colour(fill), border, radius)
            title = self._paint_mark(painter)
            foot = theme.px(52) if content.facts or content.aside else 0
            box = title.adjusted(0, 0, 0, -foot)
            ink = theme.colour("ink" if content.enabled else "ink_soft")
            bold = theme.font("lead", QFont.Weight.DemiBold)
            draw_text(painter, box, content.title, bold, ink, leading(self) | Qt.AlignmentFlag.AlignVCenter, wrap=True)
            if foot:
                self._paint_foot(painter, title.adjusted(0, title.height() - foot, 0, 0))
            if self.hasFocus():
                draw_focus_ring(painter, self.rect(), theme.colour("focus"), radius, theme.px(6))

    def _paint_mark(self, painter: QPainter) -> QRect:
        """Paint the mark at the leading side; return the box that is left for the words."""
        theme = self._theme
        pad = theme.px(28)
        inner = self.rect().adjusted(pad, theme.px(18), -pad, -theme.px(16))
        if not self.content.mark:
            return inner
        side = min(theme.px(88), inner.height())
        mark = mirrored(self, QRect(inner.x(), inner.center().y() - side // 2, side, side))
        ground = "primary" if self.content.enabled else "ground"
        border = None if self.content.enabled else theme.colour("line")
        draw_card(painter, mark, theme.colour(ground), border, side // 4)
        colour = theme.colour("on_primary" if self.content.enabled else "ink_soft")
        font = theme.font("title", QFont.Weight.Bold)
        draw_text(painter, mark.adjusted(6, 0, -6, 0), self.content.mark, font, colour, Qt.AlignmentFlag.AlignCenter)
        taken = side + theme.px(26)
        return mirrored(self, QRect(inner.x() + taken, inner.y(), inner.width() - taken, inner.height()))

    def _paint_foot(self, painter: QPainter, box: QRect) -> None:
        theme = self._theme
        soft = theme.colour("ink_soft")
        middle = Qt.AlignmentFlag.AlignVCenter
        if not self.content.aside:
            draw_text(painter, box, self.content.facts, theme.font("small"), soft, leading(self) | middle)
            return
        half = box.width() // 2 - theme.px(6)
        first = QRect(box.x(), box.y(), half, box.height())
        second = QRect(box.right() - half, box.y(), half, box.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            first, second = second, first
        draw_text(painter, first, self.content.facts, theme.font("small"), soft, leading(self) | middle)
        strong = theme.font("small", QFont.Weight.DemiBold)
        draw_text(painter, second, self.content.aside, strong, theme.colour("primary_dark"), trailing(self) | middle)
