"""The board's window: head, large call, list and notices, and the one clock that moves them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.text.languages import RIGHT_TO_LEFT
from display_board.calls.large_call import LargeCall
from display_board.calls.list import Calls
from display_board.calls.presenter import CallLine, NowCallingView
from display_board.calls.state import CallKey
from display_board.drawing.sizes import BoardSizes
from display_board.drawing.wording import Wording
from display_board.header.presenter import ClockView
from display_board.header.view import Header
from display_board.media.view import Media
from display_board.notices.presenter import TimedView
from display_board.notices.view import HOLD_S, Notice, Notices
from display_board.waiting.presenter import WaitingFigure
from display_board.waiting.view import Figures
from qtkit.look.theme import Theme

FRAME_MS = 16
"""Between two steps of what moves; the timer rests while nothing does."""
FIGURES_S = 8.0
"""How long one page of waiting figures stands."""


class BoardWindow(QWidget):
    """Shows calls by `show_view`, and by other methods what changes without a call: clocks, words and figures.

    `painted(frozenset)` tells the keys of the calls that stand on the glass now.
    """

    painted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        sizes: BoardSizes,
        wording: Wording,
        *,
        steady_s: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setWindowTitle(self.tr("Call board"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._wording, self._steady_s = wording, steady_s
        self._view: NowCallingView | None = None
        self.header = Header(theme, sizes, wording, self)
        self.large = LargeCall(theme, sizes, wording, self)
        self.calls = Calls(theme, sizes, wording, self)
        self.notices = Notices(theme, sizes, self)
        self.figures = Figures(theme, sizes, wording, self)
        self.media = Media(theme, sizes, self)
        self._arrange(theme, sizes)
        self.look = LargeCall(theme, look_sizes(theme, sizes), wording, self)
        self.look.setObjectName("look_at_me")
        self.look.hide()
        for painted in (self.large.painted, self.calls.painted):
            painted.connect(self._tell_painted)
        self._frames = QTimer(self)
        self._frames.setObjectName("board_frames")
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self.advance)
        self._turns = QTimer(self)
        self._turns.setObjectName("board_notices")
        self._turns.setInterval(round(HOLD_S * 1000))
        self._turns.timeout.connect(self.turn_notices)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("ground"))
        self.setPalette(palette)

    def _arrange(self, theme: Theme, sizes: BoardSizes) -> None:
        """Put the parts one under the other; pictures beside the list, or under it on an upright screen."""
        self.calls.setFixedSize(sizes.list_width_px, sizes.list_px)
        self.media.setFixedSize(*sizes.media_px)
        middle = QVBoxLayout() if theme.portrait else QHBoxLayout()
        middle.addWidget(self.calls)
        middle.addWidget(self.media)
        column = QVBoxLayout(self)
        for layout in (middle, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        parts: tuple[QWidget, ...] = (self.header, self.large, self.figures, self.notices)
        for part in parts:
            part.setFixedHeight(part.sizeHint().height())
            column.addWidget(part)
        column.insertLayout(2, middle)
        self.media.setVisible(sizes.media_px != (0, 0))
        self.figures.setVisible(sizes.figures_px > 0)
        column.addStretch()

    @property
    def view(self) -> NowCallingView | None:
        """Return the screen now shown."""
        return self._view

    @property
    def frames_run(self) -> bool:
        """Return whether the clock that moves things runs."""
        return self._frames.isActive()

    def show_view(self, view: NowCallingView) -> None:
        """Show `view`; only what differs from the last one is painted."""
        newly = view.flash is not None and (self._view is None or view.flash != self._view.flash)
        self._view = view
        self.large.show_line(view.large, view.flash, at_s=self._steady_s())
        self.large.show_closed(closed=view.closed, numbers_kept=view.numbers_kept)
        if newly:
            self._call_first(view)
        self.header.show_hall(view.hall_names, ministry=view.ministry)
        self.calls.show_lines(view.lines)
        self.notices.show_notices(self._notices(view))
        self.notices.show_mark(self._mark(view))
        self._keep_turning()
        if self.large.moving:
            self._frames.start()
        # Where nothing had to be painted the calls are on the glass already; else the parts tell when they are.
        QTimer.singleShot(0, self, self._tell_painted)

    def _call_first(self, view: NowCallingView) -> None:
        """Bring a new call to the glass before anything else is painted; it ends the flash of another one."""
        if self.look.isVisible() and view.large is not None and self.look.line != view.large:
            self.look.hide()
        # Not while the window comes or goes: there is nothing then to paint on.
        handle = self.windowHandle()
        if handle is not None and handle.isExposed() and not self.large.on_glass:
            self.large.repaint()

    def show_clocks(self, clocks: tuple[ClockView, ...]) -> None:
        """Show the time, and the date in each language of the board."""
        self.header.show_clocks(clocks, int(self._steady_s() / HOLD_S))

    def show_timed(self, timed: TimedView | None) -> None:
        """Show a notice by the clock, or none."""
        self.header.show_timed(timed)

    def show_figures(self, figures: tuple[WaitingFigure, ...]) -> None:
        """Show who waits for what; more services than fit take turns."""
        self.figures.show_page(figures, int(self._steady_s() / FIGURES_S))

    def look_at_me(self, line: CallLine, again: CallKey) -> None:
        """Flash the whole screen with one call, for a visitor who cannot hear; `again` tells one wish from another."""
        self.look.show_line(line, again, at_s=self._steady_s())
        self.look.setGeometry(self.rect())
        self.look.raise_()
        self.look.show()
        self._frames.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what covers the whole screen as large as it."""
        self.look.setGeometry(self.rect())
        super().resizeEvent(event)

    def turn_notices(self) -> None:
        """Show the next line of the notices; a timer does so while there is more than one."""
        self.notices.turn(self._steady_s())
        self._keep_turning()
        self._frames.start()

    def _keep_turning(self) -> None:
        if not self.notices.turns:
            self._turns.stop()
        elif not self._turns.isActive():
            self._turns.start()

    def advance(self) -> None:
        """Move what moves to where it belongs now; the window's own timer does so 60 times a second."""
        now_s = self._steady_s()
        for part in (self.large, self.notices, self.look):
            part.advance(now_s)
        if not self.look.moving:
            self.look.hide()
        if not (self.large.moving or self.notices.moving or self.look.moving):
            self._frames.stop()

    def _tell_painted(self) -> None:
        # Each part's own lines, not the view's: while the large call is painted the list still has the old ones.
        large = (self.large.line,) if self.large.line is not None and self.large.on_glass else ()
        lines = self.calls.lines if self.calls.on_glass else ()
        if self.isVisible() and (large or lines):
            self.painted.emit(frozenset(line.key for line in (*large, *lines)))

    def _notices(self, view: NowCallingView) -> tuple[Notice, ...]:
        """Return each notice in each language of the board, Arabic before English."""
        return tuple(
            self._notice(tag, notice[tag]) for notice in view.notices for tag in self._wording.tags if notice.get(tag)
        )

    def _mark(self, view: NowCallingView) -> tuple[Notice, ...]:
        words: tuple[str, ...] = ()
        if view.mark == "cut_off":
            text = self.tr("Connection lost. The last calls received are shown. Please watch the counters.")
            words = self._wording.pair(text, "Connection lost, last calls shown")
        elif view.mark == "connecting":
            words = self._wording.pair(self.tr("Connecting…"), "Connecting…")
        elif view.mark == "refused":
            text = self.tr("This board is not registered. Pair it again.")
            words = self._wording.pair(text, "This board is not registered.")
        elif view.mark == "wrong_certificate":
            text = self.tr("Certificate refused. Check time and network, or pair again.")
            words = self._wording.pair(text, "Certificate refused. Check time and network, or pair again.")
        return tuple(self._notice(tag, text) for tag, text in zip(self._wording.tags, words, strict=False))

    def _notice(self, tag: str, text: str) -> Notice:
        rtl = tag in RIGHT_TO_LEFT
        return Notice(self._wording.number(text) if rtl else text, rtl)


def look_sizes(theme: Theme, sizes: BoardSizes) -> BoardSizes:
    """Return the sizes of a call that has the whole screen."""
    larger = round(sizes.large_font_px * (1.25 if theme.portrait else 1.05))
    return replace(sizes, large_px=theme.height_px, large_font_px=larger)
