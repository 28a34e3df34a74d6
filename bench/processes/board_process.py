"""Measure a board in a separate process; prints one JSON line.

`python -m bench.processes.board_process SECONDS STARTED [DIR]`: STARTED is the instant (seconds of the epoch) at
which the process was started; DIR holds pictures and videos to show.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from contracts.queue.answers import BoardCall
from display_board.calls.announcing import Announcement
from display_board.calls.large_call import COME_IN_S
from display_board.calls.presenter import BoardInputs, derive_now_calling
from display_board.calls.state import BoardState
from display_board.drawing.sizes import Parts, Screen, board_sizes
from display_board.drawing.wording import Wording
from display_board.header.presenter import derive_clock
from display_board.media.show import MediaShow, media_show
from display_board.waiting.presenter import WaitingFigure
from display_board.window import BoardWindow
from qtkit.look.theme import NIGHT
from qtkit.program.options import ShellOptions
from qtkit.program.shell import Shell
from qtkit.video import find_decoder

SIZE = (1920, 1080)
FLASH_EVERY_MS = 5_000
"""A new call as soon as the last one stands still: the board is never at rest."""
NINE = datetime(2026, 11, 24, 5, tzinfo=UTC)
NOTICES = (
    {
        "ar": "يُرجى تجهيز البطاقة الشخصية وأصل المستندات قبل الوصول إلى النافذة",
        "en": "Please have your documents ready",
    },
)


class Frames(QObject):
    """Counts the frames of calls that come in, the one thing that moves over the whole width."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = self.calls = 0
        self._begun_s = 0.0

    def begin(self) -> None:
        """Count for the call that is shown now."""
        self.calls, self._begun_s = self.calls + 1, time.monotonic()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count a paint and let it pass."""
        coming_in = time.monotonic() - self._begun_s < COME_IN_S
        self.painted += coming_in and event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def per_second(self) -> float:
        """Return how many frames each second of coming in had."""
        return self.painted / (self.calls * COME_IN_S)


def window_of(shell: Shell, parts: Parts) -> BoardWindow:
    """Return a board for 12 m on 43 inches."""
    sizes = board_sizes(Screen(*SIZE, inches=43, viewing_m=12), parts)
    window = BoardWindow(shell.theme, sizes, Wording(shell.language, "both"))
    names = {"ar": "المساعدات السكنية", "en": "Housing assistance"}
    window.show_figures((WaitingFigure(names, 12, (15, 26)),) * 3)
    return window


def show_of(window: BoardWindow, folder: Path | None) -> MediaShow | None:
    """Return the show of a folder on this board."""
    return media_show(window.media, folder, picture_s=3.0, ground=NIGHT.ground, decoder=find_decoder(), parent=window)


def show_call(window: BoardWindow, nth: int) -> None:
    """Show the `nth` call as just announced, with four before it."""
    calls = tuple(
        BoardCall(f"v{n}", f"A{n % 1000:03}", "A", n % 16 + 1, NINE + timedelta(seconds=n), 0)
        for n in range(nth, nth - 5, -1)
    )
    state = BoardState(calls=calls, notices=NOTICES)
    window.show_view(derive_now_calling(BoardInputs(state, announced=Announcement(nth, calls[0]), online=True)))


def measure_frames(seconds: float, started: float, folder: Path | None = None) -> dict[str, float]:
    """Return frames a second, share of a core in %, seconds from start to first paint, and memory with all children."""
    shell = Shell("board", ShellOptions(("http://127.0.0.1:9",), "t", "ar", 43.0, SIZE), palette=NIGHT)
    whole = Parts(figures=folder is not None, media=folder is not None)
    window, frames, call = window_of(shell, whole), Frames(), iter(range(10, 10_000))
    media = show_of(window, folder)
    window.large.installEventFilter(frames)
    window.show_clocks((derive_clock(NINE, "ar"), derive_clock(NINE, "en")))
    first_paint: list[float] = []
    memory_mb: list[float] = []
    window.painted.connect(lambda _: first_paint.append(time.time()) if not first_paint else None)
    shell.show(window)
    again = QTimer(window)

    def call_again() -> None:
        frames.begin()
        show_call(window, next(call))

    again.timeout.connect(call_again)
    again.start(FLASH_EVERY_MS)
    show_call(window, next(call))
    while not first_paint:
        QApplication.processEvents()
    if media is not None:
        media.start()
    begun = (time.perf_counter(), time.process_time())
    QTimer.singleShot(round(seconds * 500), lambda: memory_mb.append(memory_of_family()))
    QTimer.singleShot(round(seconds * 1000), shell.app.quit)
    shell.app.exec()
    wall_s, cpu_s = time.perf_counter() - begun[0], time.process_time() - begun[1]
    if media is not None:
        media.stop()
    return {
        "frames_per_s": frames.per_second(),
        "core_share": 100 * cpu_s / wall_s,
        "first_paint_s": first_paint[0] - started,
        "memory_mb": memory_mb[0],
    }


def memory_of_family() -> float:
    """Return the resident memory of this process and its children, in MB of 2**20."""
    family = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return float(sum(process.memory_info().rss for process in family) / 2**20)


if __name__ == "__main__":
    print(json.dumps(measure_frames(float(sys.argv[1]), float(sys.argv[2]), *map(Path, sys.argv[3:]))))
