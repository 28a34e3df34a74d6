"""The switch for priority in large text and within reach: a box with a tick, the words and the four signs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qtkit.look.theme import Theme, lettered
from qtkit.widgets.icons import PRIORITY_SIGNS, draw_sign
from qtkit.widgets.painting import draw_card, draw_text, leading, lines_of, mirrored, painting

ROW_PX = 112
"""Height of a row at the foot, on a shorter side of 1080."""


def row_px(theme: Theme) -> int:
    """Return the height of a row at the foot: as low as a finger allows where all must lie within reach."""
    return theme.touch_px if theme.reach else max(theme.touch_px, theme.px(ROW_PX))


class PrioritySwitch(QAbstractButton):
    """A switch that asks for priority: a box that is ticked, the word, and who it is for, in words and signs.

    It never asks why.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("priority_switch")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(row_px(theme))
        self._theme = theme
        self._for_whom = ""
        self._signs_only = (theme.large or theme.reach) and not theme.portrait
        """Large words for whom it is would leave a lying screen no room for tiles: the signs say it, and the voice."""
        self._in_lines = theme.large or (theme.reach and theme.portrait)
        """The words stand in lines of their full size; elsewhere the two share the height of a row."""
        self._rim = theme.px(8) if theme.large else 0
        self._pad, self._side = (theme.px(20), theme.px(44)) if self._signs_only else (theme.px(28), theme.px(52))

    def show_state(self, *, on: bool) -> None:
        """Show whether priority is asked for, in the language of now."""
        self._for_whom = self.tr("Older, disabled or pregnant, or with a baby")
        self.setText(self.tr("Priority service"))
        self.setChecked(on)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._for_whom)
        self._make_room()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Show the same in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state(on=self.isChecked())
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as large words need."""
        super().resizeEvent(event)
        self._make_room()

    def words_width(self) -> int:
        """Return the width of the box and the words in one line, px."""
        lead = lettered(self._theme.font("lead", QFont.Weight.DemiBold), self.text())
        return QFontMetrics(lead).horizontalAdvance(self.text()) + self._side + 3 * self._pad

    def full_width(self) -> int:
        """Return the width of the box, the words and the four signs, px."""
        return self.words_width() + self._all_signs_width() + self._theme.px(40)

    def _all_signs_width(self) -> int:
        return len(PRIORITY_SIGNS) * self._theme.px(72)

    def _make_room(self) -> None:
        theme = self._theme
        least = row_px(theme)
        if self._in_lines:
            width = self.width() - self._side - 3 * self._pad - self._signs_width()
            font = lettered(theme.font("small"), self._for_whom)
            lines = [] if self._signs_only else lines_of(self._for_whom, QFontMetrics(font), max(width, 1))
            lead = round(theme.size("lead") * 1.4)
            least = max(least, lead + len(lines) * QFontMetrics(font).height() + 3 * self._rim)
        if least != self.minimumHeight():
            self.setMinimumHeight(least)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the box with its tick, and the two lines."""
        theme, on = self._theme, self.isChecked()
        side, pad, radius = self._side, self._pad, theme.radius("large")
        box = QRect(pad, (self.height() - side) // 2, side, side)
        with painting(self) as painter:
            fill, border = theme.colour("primary_soft" if on else "card"), theme.colour("primary" if on else "edge")
            draw_card(painter, self.rect(), fill, border, radius)
            self._paint_box(painter, mirrored(self, box))
            signs = self._signs_width()
            words = QRect(pad + side + pad, 0, self.width() - side - signs - 3 * pad, self.height())
            self._paint_words(painter, mirrored(self, words))
            self._paint_signs(painter, signs)

    def _signs_width(self) -> int:
        """Return the room of the four signs; a switch too narrow for them beside its words has none."""
        theme, width = self._theme, self._all_signs_width()
        words = self.words_width() if self._signs_only else round(theme.px(480) * theme.text_scale)
        return width if self.width() - width > words else 0

    def _paint_signs(self, painter: QPainter, width: int) -> None:
        if not width:
            return
        theme = self._theme
        step, side = width // len(PRIORITY_SIGNS), theme.px(60)
        left = self.width() - width - theme.px(20)
        for at, sign in enumerate(PRIORITY_SIGNS):
            box = QRect(left + at * step, (self.height() - side) // 2, side, side)
            draw_sign(painter, sign, mirrored(self, box), theme.colour("primary"))

    def _paint_box(self, painter: QPainter, box: QRect) -> None:
        theme, on = self._theme, self.isChecked()
        fill = theme.colour("primary" if on else "card")
        draw_card(painter, box, fill, theme.colour("primary"), theme.px(12))
        if on:
            pen = painter.pen()
            pen.setColor(theme.colour("on_primary"))
            pen.setWidth(theme.px(6))
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            third = box.width() // 4
            turn = box.center().x() - third // 2, box.bottom() - third
            painter.drawLine(box.left() + third, box.center().y(), *turn)
            painter.drawLine(*turn, box.right() - third + 2, box.top() + third)

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        theme = self._theme
        side = leading(self) | Qt.AlignmentFlag.AlignVCenter
        lead = theme.font("lead", QFont.Weight.DemiBold)
        if self._signs_only:
            draw_text(painter, box, self.text(), lead, theme.colour("ink"), side, wrap=True)
            return
        rim = self._rim if self._in_lines else theme.px(8)
        half = round(theme.size("lead") * 1.4) if self._in_lines else box.height() // 2 - theme.px(4)
        upper = QRect(box.x(), box.y() + rim, box.width(), half)
        lower = QRect(box.x(), upper.bottom(), box.width(), box.bottom() - upper.bottom() - rim)
        draw_text(painter, upper, self.text(), lead, theme.colour("ink"), side)
        soft = theme.colour("ink_soft")
        font = theme.font("small" if self._in_lines else "body")
        draw_text(painter, lower, self._for_whom, font, soft, side, wrap=True)
