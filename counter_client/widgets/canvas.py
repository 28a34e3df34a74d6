"""Paint in reading coordinates: x counts from the side where reading begins, whatever the language."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from common.design_tokens import tokens
from qtkit.look.theme import Theme
from qtkit.widgets.painting import lines_of

Weight = QFont.Weight
SMALL_PX, RADIUS_PX, LARGE_PX = (float(tokens().radius[name]) for name in ("small", "medium", "large"))
"""Corner radii."""
ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value
"""Not clipped: the dots of a ya would be cut off by a close box."""


class Side(Enum):
    """Where a text stands in its box."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class Canvas:
    """A painter over `width_px` of a widget or a row; opened with `on_widget` or from a delegate's painter."""

    def __init__(self, painter: QPainter, theme: Theme, *, bounds: QRectF, rtl: bool) -> None:
        self.painter = painter
        self.theme = theme
        self.width = bounds.width()
        self.height = bounds.height()
        self._rtl = rtl
        self._origin = bounds.topLeft()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)

    @classmethod
    def on_widget(cls, painter: QPainter, widget: QWidget, theme: Theme) -> Canvas:
        """Return a canvas over the whole of `widget`."""
        rtl = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return cls(painter, theme, bounds=QRectF(widget.rect()), rtl=rtl)

    def colour(self, name: str) -> QColor:
        """Return the theme's colour `name`."""
        return self.theme.colour(name)

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return the rectangle in the painter's coordinates, mirrored where reading begins at the right."""
        left = self.width - x - width if self._rtl else x
        return QRectF(self._origin.x() + left, self._origin.y() + y, width, height)

    def fill(
        self, box: QRectF, colour: str, *, radius: float = RADIUS_PX, line: str = "", line_px: float = 1.0
    ) -> None:
        """Fill a rounded box; `line` names the colour of its border, empty for none."""
        self.painter.setPen(QPen(self.colour(line), line_px) if line else Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour(colour))
        inset = line_px / 2 if line else 0.0
        self.painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def text(
        self, box: QRectF, text: str, font: QFont, colour: str | QColor, side: Side = Side.START, *, wrap: bool = False
    ) -> None:
        """Write `text` in a box, cut with an ellipsis where it is too long for one line."""
        self.painter.setFont(font)
        self.painter.setPen(self.colour(colour) if isinstance(colour, str) else colour)
        flags = self._flags(side) | (Qt.TextFlag.TextWordWrap.value if wrap else ONE_LINE)
        shown = text if wrap else QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(box, flags, shown)

    def chip(self, x: float, y: float, height: float, text: str, *, ground: str, ink: str) -> float:
        """Paint a short text on a rounded ground that begins at `x`; return its width."""
        font = self.font("small", Weight.DemiBold)
        width = text_width(text, font) + height * 0.9
        box = self.box(x, y, width, height)
        self.fill(box, ground, radius=height / 2)
        self.text(box, text, font, ink, Side.CENTRE)
        return width

    def ring(self, box: QRectF, radius: float = RADIUS_PX) -> None:
        """Paint the focus ring along a box: dark, and within it light, as one of the two shows on any ground."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width, inset in (("focus", 3.0, 1.5), ("focus_gap", 2.0, 4.0)):
            self.painter.setPen(QPen(self.colour(colour), width))
            self.painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def rule(self, y: float, margin: float) -> None:
        """Draw a thin line across, `margin` px from both sides."""
        self.painter.setPen(QPen(self.colour("line"), 1))
        box = self.box(margin, y, self.width - 2 * margin, 0)
        self.painter.drawLine(QPointF(box.left(), box.top()), QPointF(box.right(), box.top()))

    def font(self, size: str, weight: Weight = Weight.Normal) -> QFont:
        """Return the theme's font in a named size."""
        return self.theme.font(size, weight)

    def _flags(self, side: Side) -> int:
        centre = Qt.AlignmentFlag.AlignVCenter.value
        if side is Side.CENTRE:
            return Qt.AlignmentFlag.AlignHCenter.value | centre
        right = (side is Side.START) is self._rtl
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        # Absolute: a number alone would else stand at the wrong side of a right-to-left screen.
        return edge.value | Qt.AlignmentFlag.AlignAbsolute.value | centre


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return what `colour` looks like with the opacity `share` (0 to 1) over `ground`."""
    pairs = (
        (colour.redF(), ground.redF()), (colour.greenF(), ground.greenF()), (colour.blueF(), ground.blueF())
    )  # fmt: skip
    return QColor.fromRgbF(*(one * share + other * (1 - share) for one, other in pairs))


def lay_ground(widget: QWidget, colour: QColor) -> None:
    """Tell all that lies on `widget` which colour it paints itself in."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    widget.setPalette(palette)


def text_width(text: str, font: QFont) -> float:
    """Return the width of one line of `text`, px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def fitting(text: str, font: QFont, width: float, smallest_px: int = 24) -> QFont:
    """Return `font`, made smaller as far as `text` needs to fit into `width` px, never below `smallest_px`."""
    wide = text_width(text, font)
    if wide <= width or wide <= 0:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(smallest_px, int(font.pixelSize() * width / wide)))
    return smaller


def fitting_lines(text: str, font: QFont, small: QFont, width: float, most: int = 2) -> tuple[list[str], QFont]:
    """Return `text` in one line, or in up to `most` lines of `small` where one would need smaller type than that."""
    one = fitting(text, font, width, small.pixelSize())
    if text_width(text, one) <= width:
        return [text], one
    lines = lines_of(text, QFontMetrics(small), int(width))
    return lines if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])], small
