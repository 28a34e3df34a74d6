"""The strip at the foot: the way back at the leading end, the priority switch beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from common.text.digits import isolated
from kiosk.visitor.session import PhoneState
from qtkit.look.theme import Theme, lettered
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.icons import PRIORITY_SIGNS, draw_sign
from qtkit.widgets.painting import draw_card, draw_text, leading, lines_of, mirrored, painting

ROW_PX = 112
"""Height of a row at the foot, on a shorter side of 1080."""


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

    def show_text(self, text: str, for_whom: str, *, on: bool) -> None:
        """Show the two lines and whether priority is asked for."""
        self.setText(text)
        self._for_whom = for_whom
        self.setChecked(on)
        self.setAccessibleName(text)
        self.setAccessibleDescription(for_whom)
        self._make_room()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as large words need."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        theme = self._theme
        least = row_px(theme)
        if theme.large:
            width = self.width() - theme.px(52) - 3 * theme.px(28) - self._signs_width()
            font = lettered(theme.font("small"), self._for_whom)
            lines = [] if self._signs_only else lines_of(self._for_whom, QFontMetrics(font), max(width, 1))
            lead = round(theme.size("lead") * 1.4)
            least = max(least, lead + len(lines) * QFontMetrics(font).height() + theme.px(24))
        if least != self.minimumHeight():
            self.setMinimumHeight(least)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the box with its tick, and the two lines."""
        theme, on = self._theme, self.isChecked()
        side, pad, radius = theme.px(52), theme.px(28), theme.radius("large")
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
        theme = self._theme
        width = len(PRIORITY_SIGNS) * theme.px(72)
        words = round(theme.px(480) * theme.text_scale)
        if self._signs_only:
            lead = lettered(theme.font("lead", QFont.Weight.DemiBold), self.text())
            words = QFontMetrics(lead).horizontalAdvance(self.text()) + theme.px(52) + 3 * theme.px(28)
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
        half = round(theme.size("lead") * 1.4) if theme.large else box.height() // 2 - theme.px(4)
        upper = QRect(box.x(), box.y() + theme.px(8), box.width(), half)
        lower = QRect(box.x(), upper.bottom(), box.width(), box.bottom() - upper.bottom() - theme.px(8))
        draw_text(painter, upper, self.text(), lead, theme.colour("ink"), side)
        soft = theme.colour("ink_soft")
        font = theme.font("small" if theme.large else "body")
        draw_text(painter, lower, self._for_whom, font, soft, side, wrap=True)


def has_head_buttons(theme: Theme) -> bool:
    """Return whether help and language lie at the foot: on an upright screen the head is above a wheelchair's reach."""
    return theme.reach or theme.portrait


def row_px(theme: Theme) -> int:
    """Return the height of a row at the foot: as low as a finger allows where all must lie within reach."""
    return theme.touch_px if theme.reach else max(theme.touch_px, theme.px(ROW_PX))


@dataclass(frozen=True)
class FootView:
    """The way back (as "Done" where a ticket was given), the priority switch, the button for messages (None: none)."""

    back: bool = False
    priority: bool | None = None
    done: bool = False
    phone: PhoneState | None = None
    phone_shown: str = ""


class Footer(QWidget):
    """`back_wanted` and the others by touch or key; parts that are not shown leave their place empty."""

    back_wanted = Signal()
    priority_toggled = Signal()
    phone_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = FootView()
        self._taken: tuple[QWidget, ...] = ()
        self._row_px = row_px(theme)
        self.back = ActionButton(theme, "back_button", "quiet")
        self.priority = PrioritySwitch(theme)
        self.back.clicked.connect(self.back_wanted)
        self.priority.clicked.connect(self.priority_toggled)
        self.phone = ActionButton(theme, "phone_button", "quiet")
        self.phone.clicked.connect(self.phone_wanted)
        self.phone.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for button in (self.back, self.phone):
            # Large words take their own width: a wide way back would leave its neighbour too little.
            button.setMinimumSize(theme.touch_px if theme.large else theme.px(280), row_px(theme))
        gap = max(theme.touch_gap_px, theme.px(24))
        layout = self._rows = QVBoxLayout(self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(8), edge, theme.px(10 if theme.reach else 30))
        layout.setSpacing(gap)
        foot = self._foot = QHBoxLayout()
        foot.setSpacing(gap)
        foot.addWidget(self.back)
        foot.addStretch(0 if theme.reach else 1)  # within reach the words need all the width
        if theme.portrait:  # beside the way back, help and language its words would have to be small
            layout.addWidget(self.phone)
        else:
            foot.addWidget(self.phone, stretch=4)
        # An upright screen is too narrow for both in one row.
        if theme.portrait:
            layout.addWidget(self.priority)
        else:
            foot.addWidget(self.priority, stretch=3)
        layout.addLayout(foot)

    def take(self, *buttons: QWidget) -> None:
        """Take the head's buttons in (`has_head_buttons`)."""
        self._taken = buttons
        for button in buttons:
            button.setMinimumSize(max(button.minimumWidth(), self._row_px), self._row_px)
            self._foot.addWidget(button)

    def show_view(self, view: FootView) -> None:
        """Show what the screen above has."""
        self._shown = view
        self.back.setVisible(view.back)
        self.back.set_label(self.tr("Done") if view.done else self.tr("Back"))
        self.back.set_kind("primary" if view.done else "quiet")
        self.priority.setVisible(view.priority is not None)
        taken = any(not button.isHidden() for button in self._taken)
        self.setVisible(view.back or view.priority is not None or taken)
        for_whom = self.tr("Older people, disabled people, pregnant women, people with babies")
        self.priority.show_text(self.tr("Priority service"), for_whom, on=bool(view.priority))
        self.phone.setVisible(view.phone is not None)
        self.phone.setEnabled(view.phone is not PhoneState.SENDING)
        self.phone.set_label(self._phone_text(view))
        self._rows.activate()  # now, not with the next event: what is left for the screen depends on it

    def _phone_text(self, view: FootView) -> str:
        match view.phone:
            case PhoneState.KEPT:
                #: On the button beside a ticket: %1 is the masked number.
                text = self.tr("Messages will go to %1. Touch to cancel")
                return text.replace("%1", isolated(view.phone_shown))
            case PhoneState.SENDING:
                return self.tr("One moment")
            case PhoneState.FAILED:
                return self.tr("The number was not saved. Touch to try again")
        return self.tr("Message me when my turn is near")

    def changeEvent(self, event: QEvent) -> None:
        """Show the same parts in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_view(self._shown)
        super().changeEvent(event)
