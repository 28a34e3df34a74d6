"""The strip above the tiles that asks for priority: a question, who it is for in words and signs, yes or no."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qtkit.look.theme import Theme, lettered
from qtkit.widgets.icons import PRIORITY_SIGNS, draw_sign
from qtkit.widgets.painting import draw_card, draw_text, leading, lines_of, mirrored, painting

_PAD_PX, _SIGN_PX, _STEP_PX, _TRACK_PX = 28, 68, 80, (148, 64)
_LEADING_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def has_strip(theme: Theme) -> bool:
    """Return whether there is room for the whole question; within reach and in large text a small switch asks it."""
    return not theme.reach and not theme.large


class PriorityStrip(QAbstractButton):
    """A switch as wide as the screen; `clicked` by touch, Space or Enter. It never asks why.

    A touch on a tile takes the ticket at once, so the question stands before the tiles. Words are broken into lines,
    never painted below the size `small`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("priority_switch")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.show_state(on=False)

    def show_state(self, *, on: bool) -> None:
        """Show whether priority is asked for, in the language of now."""
        self._for_whom = self.tr("Older, disabled or pregnant, or with a baby")
        self.setText(self.tr("Does priority service apply to you?"))
        self.setChecked(on)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._for_whom)
        self._make_room()
        self.update()

    def nextCheckState(self) -> None:
        """Keep the state: a touch only asks for the change, and the screen decides."""

    def changeEvent(self, event: QEvent) -> None:
        """Show the same in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state(on=self.isChecked())
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the words need in this width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        theme = self._theme
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else theme.width_px - theme.px(80)
        question, whom = self._question_box(width), self._whom_box(width, 0)
        heights = (
            self._height(self._lead(), self.text(), question.width()),
            self._height(theme.font("small"), self._for_whom, whom.width()),
        )
        if theme.portrait:
            needed = max(heights[0], theme.px(_TRACK_PX[1])) + max(heights[1], theme.px(_SIGN_PX)) + theme.px(34)
        else:
            needed = sum(heights) + theme.px(20)
        self._question_px, self._whom_px = heights
        height = max(theme.touch_px, theme.px(108), needed)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _lead(self) -> QFont:
        return self._theme.font("lead", QFont.Weight.DemiBold)

    def _height(self, font: QFont, text: str, width: int) -> int:
        metrics = QFontMetrics(lettered(font, text))
        return len(lines_of(text, metrics, max(width, 1))) * metrics.height()

    def _question_box(self, width: int) -> QRect:
        """Return the room of the question, left to right: beside signs and switch, upright beside the switch."""
        theme = self._theme
        pad = theme.px(_PAD_PX)
        beside = theme.px(_TRACK_PX[0]) + pad + (0 if theme.portrait else self._signs_width() + pad)
        return QRect(pad, 0, width - beside - 2 * pad, 0)

    def _whom_box(self, width: int, top: int) -> QRect:
        theme = self._theme
        pad = theme.px(_PAD_PX)
        if theme.portrait:
            left = pad + self._signs_width() + pad
            return QRect(left, top, width - left - pad, 0)
        box = self._question_box(width)
        box.moveTop(top)
        return box

    def _signs_width(self) -> int:
        return len(PRIORITY_SIGNS) * self._theme.px(_STEP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint question, signs and switch."""
        theme, on = self._theme, self.isChecked()
        radius = theme.px(22)
        with painting(self) as painter:
            fill, border = theme.colour("primary_soft" if on else "card"), theme.colour("primary")
            draw_card(painter, self.rect(), fill, border, radius)
            upper, lower = self._rows()
            ink, soft = theme.colour("ink"), theme.colour("ink_soft")
            side = leading(self) | _LEADING_MIDDLE
            question, whom = self._question_box(self.width()), self._whom_box(self.width(), lower.top())
            question.setTop(upper.top())
            question.setHeight(upper.height())
            whom.setHeight(lower.height())
            draw_text(painter, mirrored(self, question), self.text(), self._lead(), ink, side, wrap=True)
            draw_text(painter, mirrored(self, whom), self._for_whom, theme.font("small"), soft, side, wrap=True)
            self._paint_signs(painter, lower if theme.portrait else self.rect())
            self._paint_switch(painter, upper if theme.portrait else self.rect())

    def _rows(self) -> tuple[QRect, QRect]:
        """Return the two rows of words, from edge to edge."""
        theme = self._theme
        air = theme.px(12 if theme.portrait else 8)
        first = max(self._question_px, theme.px(_TRACK_PX[1])) if theme.portrait else self._question_px
        if not theme.portrait:
            air = max(air, (self.height() - first - self._whom_px) // 2)
        upper = QRect(0, air, self.width(), first)
        top = upper.bottom() + 1 + (theme.px(10) if theme.portrait else 0)
        return upper, QRect(0, top, self.width(), self.height() - top - air)

    def _paint_signs(self, painter: QPainter, row: QRect) -> None:
        theme = self._theme
        pad, step, side = theme.px(_PAD_PX), theme.px(_STEP_PX), theme.px(_SIGN_PX)
        left = pad if theme.portrait else self.width() - 2 * pad - theme.px(_TRACK_PX[0]) - self._signs_width()
        for at, sign in enumerate(PRIORITY_SIGNS):
            box = QRect(left + at * step, row.center().y() - side // 2, side, side)
            draw_sign(painter, sign, mirrored(self, box), theme.colour("primary"))

    def _paint_switch(self, painter: QPainter, row: QRect) -> None:
        """Paint a track with a knob, at the far end for yes, and the answer as a word beside the knob."""
        theme, on = self._theme, self.isChecked()
        width, height = theme.px(_TRACK_PX[0]), theme.px(_TRACK_PX[1])
        left, top = self.width() - theme.px(_PAD_PX) - width, row.center().y() - height // 2
        track = QRect(left, top, width, height)
        fill = theme.colour("primary" if on else "card")
        draw_card(painter, mirrored(self, track), fill, theme.colour("primary"), height // 2)
        rim = theme.px(7)
        side = height - 2 * rim
        knob = QRect(left + width - rim - side if on else left + rim, top + rim, side, side)
        ink = theme.colour("on_primary" if on else "primary")
        draw_card(painter, mirrored(self, knob), ink, None, side // 2)
        word = QRect(left + rim if on else knob.right() + 1, top, width - side - 2 * rim, height)
        text = self.tr("Yes") if on else self.tr("No")
        font = theme.font("body", QFont.Weight.Bold)
        draw_text(painter, mirrored(self, word), text, font, ink, Qt.AlignmentFlag.AlignCenter)
