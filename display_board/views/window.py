"""The board's window: head, large call, list and running text, and the one clock that moves them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.languages import RIGHT_TO_LEFT
from display_board.board_state import CallKey
from display_board.presenters.clock import ClockView
from display_board.presenters.now_calling import CallLine, NowCallingView
from display_board.presenters.timed import TimedView
from display_board.presenters.waiting import WaitingFigure
from display_board.sizes import BoardSizes
from display_board.views.calls import Calls
from display_board.views.figures import Figures
from display_board.views.header import Header
from display_board.views.large_call import LargeCall
from display_board.views.media import Media
from display_board.views.ticker import BETWEEN, Run, Ticker
from display_board.views.wording import Wording
from qtkit.theme import Theme

FRAME_MS = 16
"""Between two steps of what moves; the timer rests while nothing does."""
FIGURES_S = 8.0
"""How long one page of waiting figures stands."""


class BoardWindow(QWidget):
    """Shows calls by `show_view`, and by ways of their own what changes without a call: clocks, words and figures.

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
        self.ticker = Ticker(theme, sizes, self)
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
        parts: tuple[QWidget, ...] = (self.header, self.large, self.figures, self.ticker)
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
        if newly:
            self._call_first(view)
        self.header.show_hall(view.hall_names, muted=view.muted, ministry=view.ministry)
        self.calls.show_lines(view.lines)
        self.ticker.show_runs(self._runs(view))
        self.ticker.show_mark(self._mark(view))
        if self.large.moving or self.ticker.moving:
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
        self.header.show_clocks(clocks)

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

    def advance(self) -> None:
        """Move what moves to where it belongs now; the window's own timer does so 60 times a second."""
        now_s = self._steady_s()
        for part in (self.large, self.ticker, self.look):
            part.advance(now_s)
        if not self.look.moving:
            self.look.hide()
        if not (self.large.moving or self.ticker.moving or self.look.moving):
            self._frames.stop()

    def _tell_painted(self) -> None:
        # Each part's own lines, not the view's: while the large call is painted the list still has the old ones.
        large = (self.large.line,) if self.large.line is not None and self.large.on_glass else ()
        lines = self.calls.lines if self.calls.on_glass else ()
        if self.isVisible() and (large or lines):
            self.painted.emit(frozenset(line.key for line in (*large, *lines)))

    def _runs(self, view: NowCallingView) -> tuple[Run, ...]:
        runs = []
        for tag in self._wording.tags:
            texts = [notice[tag] for notice in view.notices if notice.get(tag)]
            if texts:
                text = BETWEEN.join(texts)
                rtl = tag in RIGHT_TO_LEFT
                runs.append(Run(self._wording.number(text) if rtl else text, rtl))
        return tuple(runs)

    def _mark(self, view: NowCallingView) -> str:
        if view.mark == "cut_off":
            text = self.tr("Connection lost. The last calls received are shown. Please watch the counters.")
            return self._wording.sentence(text, "Connection lost, last calls shown")
        if view.mark == "connecting":
            return self._wording.sentence(self.tr("Connecting…"), "Connecting…")
        if view.mark == "refused":
            text = self.tr("This board is not registered. Pair it again.")
            return self._wording.sentence(text, "This board is not enrolled in the hall.")
        return ""


def look_sizes(theme: Theme, sizes: BoardSizes) -> BoardSizes:
    """Return the sizes of a call that has the whole screen."""
    larger = round(sizes.large_font_px * (1.25 if theme.portrait else 1.05))
    return replace(sizes, large_px=theme.height_px, large_font_px=larger)
