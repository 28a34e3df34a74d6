"""The newest call, large over the whole width: it comes in, flashes for five seconds and then stands still."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.board_state import CallKey
from display_board.presenters.now_calling import CallLine
from display_board.sizes import BoardSizes
from display_board.spoken_number import number_words
from display_board.views.chevrons import CHEVRONS, Chevrons, Way
from display_board.views.digits import draw_digits
from display_board.views.wording import Wording
from qtkit.parts.painting import draw_text, fitted, mirrored, painting
from qtkit.theme import Theme, font_of

FLASH_S = 5.0
FLASHES_PER_S = 2.0
"""At most 2 a second, for at most 5 s: faster or longer flashing can harm."""
COME_IN_S = 0.35
COME_IN_SHARE = 0.06
"""Share of the width that a call moves outward while it comes in: it is whole on the glass from its first frame."""
LABEL_SHARE = 0.2
"""Height of a label as a share of the box it stands in with its number."""


class LargeCall(QWidget):
    """Shows one CallLine or a greeting; `advance` moves it on, repainting only what changed.

    `painted()` tells that the call last given is on the glass.
    """

    painted = Signal()

    def __init__(self, theme: Theme, sizes: BoardSizes, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("large_call")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._sizes, self._wording = theme, sizes, wording
        self._chevrons = Chevrons()
        self._line: CallLine | None = None
        self._flash: CallKey | None = None
        self._begun_s: float | None = None
        self._now_s = 0.0
        self._was: tuple[bool, float, int] = (False, 1.0, -1)
        self._stale = True

    @property
    def line(self) -> CallLine | None:
        """Return the call shown, or None while the greeting stands there."""
        return self._line

    @property
    def on_glass(self) -> bool:
        """Return whether the call last given has been painted."""
        return not self._stale

    @property
    def moving(self) -> bool:
        """Return whether `advance` is needed."""
        return self._begun_s is not None

    @property
    def lit(self) -> bool:
        """Return whether the flash is in its bright half."""
        return self._motion()[0]

    def show_line(self, line: CallLine | None, flash: CallKey | None, *, at_s: float) -> None:
        """Show `line`; a `flash` not seen before makes it come in and flash from `at_s` on."""
        if line != self._line:
            self._line, self._stale = line, True
            self.setAccessibleName(self._spoken_name(line))
            self.update()
        if flash is not None and flash != self._flash:
            self._flash, self._begun_s, self._now_s = flash, at_s, at_s
            self.update()

    def advance(self, at_s: float) -> None:
        """Move on to `at_s` (seconds of the clock that `show_line` was given)."""
        if self._begun_s is None:
            return
        self._now_s = at_s
        motion = self._motion()
        if at_s - self._begun_s >= FLASH_S:
            self._begun_s = None
            self.update()
        elif motion[:2] != self._was[:2]:
            self.update()
        elif motion[2] != self._was[2]:
            self.update(self._arrow_box())
        self._was = motion

    def _motion(self) -> tuple[bool, float, int]:
        """Return (bright half?, how far it has come in from 0 to 1, which chevron is bright)."""
        if self._begun_s is None:
            return False, 1.0, -1
        since_s = self._now_s - self._begun_s
        come_in = min(1.0, since_s / COME_IN_S)
        return int(since_s * FLASHES_PER_S * 2) % 2 == 0, 1 - (1 - come_in) ** 3, int(since_s * 6) % CHEVRONS

    def sizeHint(self) -> QSize:
        """Return the height that the sizes give it."""
        return QSize(self._theme.width_px, self._sizes.large_px)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another language."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the call, moved while it comes in; of a step of the chevrons only these."""
        lit, come_in, bright = self._motion()
        with painting(self) as painter:
            painter.setClipRect(event.rect())
            painter.fillRect(event.rect(), self._ground(lit=lit))
            away = round((1 - come_in) * self.width() * COME_IN_SHARE)
            painter.translate(-away if self._rtl() else away, 0)
            if self._line is None:
                self._paint_greeting(painter)
            else:
                if not self._arrow_box().contains(event.rect()):
                    self._paint_call(painter, self._line, lit=lit)
                self._paint_chevrons(painter, lit=lit, bright=bright)
        if self._stale:
            self._stale = False
            self.painted.emit()

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _ground(self, *, lit: bool) -> QColor:
        return self._theme.colour("primary" if lit else "card")

    def _paint_greeting(self, painter: QPainter) -> None:
        half = self.height() // 2
        welcome = self._wording.label(self.tr("Welcome"), "Welcome")
        wait = self._wording.label(self.tr("Your number will be shown here"), "Your number will be shown here")
        centre = Qt.AlignmentFlag.AlignHCenter
        upper = QRect(40, 0, self.width() - 80, half)
        lower = QRect(40, half, self.width() - 80, half)
        big, small = font_of(half // 2, QFont.Weight.Bold), font_of(half // 4, QFont.Weight.Medium)
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        draw_text(painter, upper, welcome, big, self._theme.colour("primary"), centre | bottom)
        draw_text(painter, lower, wait, small, self._theme.colour("ink_soft"), centre | top)

    def _paint_call(self, painter: QPainter, line: CallLine, *, lit: bool) -> None:
        strong = self._theme.colour("on_primary" if lit else "primary")
        soft = self._theme.colour("on_primary" if lit else "ink_soft")
        ticket_box, counter_box = self._boxes()
        labels = (
            (ticket_box, self._wording.label(self.tr("Number"), "Number"), line.ticket),
            (counter_box, self._wording.label(self.tr("Counter"), "Counter"), str(line.counter)),
        )
        tops = [QRect(box.x(), box.y(), box.width(), round(box.height() * LABEL_SHARE)) for box, _, _ in labels]
        wanted = font_of(round(tops[0].height() * 0.62), QFont.Weight.DemiBold)
        fonts = [fitted(wanted, label, top, wrap=False) for top, (_, label, _) in zip(tops, labels, strict=True)]
        font = min(fonts, key=QFont.pixelSize)
        for top, (box, label, number) in zip(tops, labels, strict=True):
            draw_text(painter, top, label, font, soft, Qt.AlignmentFlag.AlignCenter)
            rest = box.adjusted(0, top.height(), 0, 0)
            draw_digits(painter, rest, self._wording.number(number), self._sizes.large_font_px, strong)
        service = self._wording.name(line.services)
        font = font_of(round(self._service_box().height() * 0.6), QFont.Weight.Medium)
        draw_text(painter, self._service_box(), service, font, soft, Qt.AlignmentFlag.AlignCenter)

    def _service_box(self) -> QRect:
        height = round(self._sizes.ticker_px * 0.65)
        return QRect(40, self.height() - height - 6, self.width() - 80, height)

    def _boxes(self) -> tuple[QRect, QRect]:
        """Return the places of ticket and counter: side by side, or one over the other on an upright screen."""
        pad, usable = round(self.width() * 0.02), self._service_box().y() - 8
        if self._theme.portrait:
            half = usable // 2
            box = QRect(pad, 8, self.width() - 2 * pad, half - 8)
            return box, box.translated(0, half)
        ticket = QRect(pad, 10, round(self.width() * 0.56) - pad, usable - 10)
        counter = QRect(round(self.width() * 0.66), 10, round(self.width() * 0.34) - pad, usable - 10)
        return mirrored(self, ticket), mirrored(self, counter)

    def _arrow_box(self) -> QRect:
        _, counter = self._boxes()
        label_px = round(counter.height() * LABEL_SHARE)
        if self._theme.portrait:
            # Beside the counter's label, under the ticket number: the digits may take the whole width.
            return mirrored(self, QRect(round(self.width() * 0.04), counter.y(), 3 * label_px, label_px))
        top, height = counter.y() + label_px, counter.height() - label_px
        return mirrored(self, QRect(round(self.width() * 0.56), top, round(self.width() * 0.1), height))

    def _paint_chevrons(self, painter: QPainter, *, lit: bool, bright: int) -> None:
        colour = self._theme.colour("on_primary" if lit else "primary")
        way = Way.DOWN if self._theme.portrait else (Way.LEFT if self._rtl() else Way.RIGHT)
        self._chevrons.paint(painter, self._arrow_box(), way, colour, bright=bright)

    def _spoken_name(self, line: CallLine | None) -> str:
        if line is None:
            return ""
        return f"{line.ticket}، {number_words(line.counter, self._wording.tags[0])}"
