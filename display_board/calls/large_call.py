"""The newest call, large over the whole width: it comes in, flashes for five seconds and then stands still.

The counter has a filled box, as gates at an airport: its number is not taken for that of the ticket beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.calls.chevrons import CHEVRONS, Chevrons, Way
from display_board.calls.presenter import CallLine
from display_board.calls.state import CallKey
from display_board.drawing.digits import draw_digits, fitting_px, room_of
from display_board.drawing.sizes import CAP_OF_FONT, DIGIT_OF_FONT, BoardSizes
from display_board.drawing.wording import Wording
from display_board.voice.spoken_number import number_words
from qtkit.look.theme import Theme, font_of
from qtkit.widgets.painting import draw_card, draw_text, fitted, leading, lifted, mirrored, painting

FLASH_S = 5.0
FLASHES_PER_S = 2.0
"""At most 2 a second, for at most 5 s: faster or longer flashing can harm."""
COME_IN_S = 0.35
COME_IN_SHARE = 0.02
"""Share of the width that a call moves while it comes in, no more than its margin: it is whole from its first frame."""
SERVICE_SHARE = 0.8
"""Size of the service's name as a share of its line, which has letters that reach far below it."""
BESIDE = 0.4
"""Room at each side of a number in its box, as a share of the digits' height."""


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
        self._closed = self._numbers_kept = False

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

    def show_closed(self, *, closed: bool, numbers_kept: bool = False) -> None:
        """Say in place of the greeting that the hall is closed, and whether numbers are kept; or greet again."""
        if (closed, numbers_kept) != (self._closed, self._numbers_kept):
            self._closed, self._numbers_kept = closed, numbers_kept
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
        """Paint again in another language."""
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
        if self._closed:
            welcome = self._wording.label(self.tr("The hall is closed"), "The hall is closed")
            kept = self._wording.label(self.tr("Your number is kept"), "Your number is kept")
            wait = kept if self._numbers_kept else ""
        centre = Qt.AlignmentFlag.AlignHCenter
        upper = QRect(40, 0, self.width() - 80, half)
        lower = QRect(40, half, self.width() - 80, half)
        big, small = font_of(half // 2, QFont.Weight.Bold), font_of(half // 4, QFont.Weight.Medium)
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        draw_text(painter, upper, welcome, big, self._theme.colour("primary"), centre | bottom)
        if wait:
            draw_text(painter, lower, wait, small, self._theme.colour("ink_soft"), centre | top)

    def _paint_call(self, painter: QPainter, line: CallLine, *, lit: bool) -> None:
        strong = self._theme.colour("on_primary" if lit else "primary")
        soft = self._theme.colour("on_primary" if lit else "ink_soft")
        ticket, counter = self._wording.number(line.ticket), self._wording.number(line.counter)
        ticket_place, counter_place = self._boxes()
        # A letter's tail or hamza may reach between the words: else its digits would stand higher than the counter's.
        reach = round(self._sizes.label_font_px * 0.4)
        ticket_place = ticket_place.adjusted(0, -reach, 0, reach)
        box = self._counter_box(counter, counter_place)
        font_px = min(
            fitting_px(ticket, self._sizes.large_font_px, ticket_place.size()),
            fitting_px(counter, self._sizes.large_font_px, box.size()),
        )
        draw_digits(painter, ticket_place, ticket, font_px, strong)
        draw_card(painter, box, strong, None, box.height() // 10)
        draw_digits(painter, box, counter, font_px, self._theme.colour("primary" if lit else "on_primary"))
        self._paint_labels(painter, box, soft)
        font = font_of(round(self._text_px(self._sizes.service_px) * SERVICE_SHARE), QFont.Weight.Medium)
        service, place = self._wording.name(line.services), self._service_place().adjusted(0, 0, 0, self._pad())
        draw_text(painter, lifted(place, font), service, font, soft, Qt.AlignmentFlag.AlignCenter)

    def _paint_labels(self, painter: QPainter, box: QRect, colour: QColor) -> None:
        """Paint what each number is: over it, upright beside the counter's box."""
        ticket, counter = self._boxes()
        height, centre = self._sizes.label_font_px, Qt.AlignmentFlag.AlignCenter
        number = self._wording.label(self.tr("Number"), "Number")
        words = self._wording.pair(self.tr("Counter"), "Counter")
        tops = [QRect(place.x(), self._pad(), place.width(), height) for place in (ticket, counter)]
        if self._theme.portrait:
            left, right = (box.right() + 20, counter.right()) if self._rtl() else (counter.x(), box.x() - 20)
            top = box.center().y() - len(words) * height // 2
            lines = [QRect(left, top + at * height, right - left, height) for at in range(len(words))]
            labels = [(tops[0], number, centre)]
            side = leading(self) | Qt.AlignmentFlag.AlignVCenter
            labels += [(line, word, side) for line, word in zip(lines, words, strict=True)]
        else:
            labels = [(tops[0], number, centre), (tops[1], " · ".join(words), centre)]
        wanted = font_of(self._text_px(height), QFont.Weight.DemiBold)
        font = min((fitted(wanted, text, place, wrap=False) for place, text, _ in labels), key=QFont.pixelSize)
        for place, text, side in labels:
            draw_text(painter, place, text, font, colour, side)

    def _text_px(self, line_px: int) -> int:
        """Return the font of a line of words; its line is as high as the font, what hangs below has room there."""
        return min(line_px, self._sizes.label_font_px)

    def _pad(self) -> int:
        return round(self._sizes.label_font_px * 0.08)

    def _service_place(self) -> QRect:
        height = self._sizes.service_px
        return QRect(40, self.height() - height - self._pad(), self.width() - 80, height)

    def _boxes(self) -> tuple[QRect, QRect]:
        """Return the places of ticket and counter: side by side, or one over the other on an upright screen."""
        pad, top = round(self.width() * 0.02), self._pad() + self._sizes.label_font_px
        usable = self._service_place().y() - top
        if self._theme.portrait:
            ticket = QRect(pad, top, self.width() - 2 * pad, usable // 2)
            return ticket, ticket.translated(0, usable // 2)
        ticket = QRect(pad, top, round(self.width() * 0.5) - pad, usable)
        counter = QRect(round(self.width() * 0.6), top, round(self.width() * 0.4) - pad, usable)
        return mirrored(self, ticket), mirrored(self, counter)

    def _counter_box(self, number: str, place: QRect) -> QRect:
        """Return the filled box of a counter, wide enough for two digits: in the middle, upright at an end."""
        font_px = self._sizes.large_font_px
        cap = round(font_px * CAP_OF_FONT)
        digits = max(room_of(number, font_px).width(), round(2 * font_px * DIGIT_OF_FONT))
        width, height = digits + round(2 * BESIDE * cap), min(place.height() - self._pad(), round(cap * 1.5))
        box = QRect(0, 0, min(place.width(), width), height)
        box.moveCenter(place.center())
        if self._theme.portrait:
            box.moveLeft(place.x() if self._rtl() else place.right() - box.width() + 1)
        return box

    def _arrow_box(self) -> QRect:
        """Return the place of the chevrons; upright there is none: the counter stands under its ticket."""
        if self._theme.portrait:
            return QRect()
        _, counter = self._boxes()
        return mirrored(
            self, QRect(round(self.width() * 0.5), counter.y(), round(self.width() * 0.1), counter.height())
        )

    def _paint_chevrons(self, painter: QPainter, *, lit: bool, bright: int) -> None:
        if self._theme.portrait:
            return
        colour = self._theme.colour("on_primary" if lit else "primary")
        self._chevrons.paint(painter, self._arrow_box(), Way.LEFT if self._rtl() else Way.RIGHT, colour, bright=bright)

    def _spoken_name(self, line: CallLine | None) -> str:
        if line is None:
            return ""
        return f"{line.ticket}، {number_words(line.counter, self._wording.tags[0])}"
