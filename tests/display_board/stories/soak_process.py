"""A whole board that lives through days in minutes.

Run it as `python -m tests.display_board.stories.soak_process DAYS CALLS FOLDER`.

It is fed through the signals of its live link, by a clock of the test, with pictures, figures, notices, recalls, cuts
and a new snapshot each morning. It prints one JSON line: its memory after each day in MB, calls shown, calls spoken.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from contracts.live import FactMessage
from display_board.app import BoardProgram
from display_board.board import BoardClocks
from display_board.config import BoardConfig
from display_board.sound.recording_player import RecordingPlayer
from qtkit.program.options import ShellOptions
from tests.display_board.helpers.example import NINE, TODAY, fact, snapshot
from tests.display_board.helpers.programs import Clock
from tests.display_board.helpers.voices import make_voice
from tests.display_board.waiting.test_presenter import queues
from tests.helpers.replacing import replace

COUNTERS = 16
CALL_EVERY_S = 14


class Forgetful(RecordingPlayer):
    """A loudspeaker that counts what it played and keeps none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def play(self, wav: bytes) -> None:
        """Play and forget."""
        super().play(wav)
        self.count += 1
        self.played.clear()


class Life:
    """One board and the days it lives through."""

    def __init__(self, folder: Path) -> None:
        for tag in ("ar", "en"):
            make_voice(folder / "voices", tag, "default")
        pictures = folder / "media"
        pictures.mkdir()
        for nth in range(3):
            image = QImage(1600, 900, QImage.Format.Format_RGB32)
            image.fill(0xFF203040 + nth)
            image.save(str(pictures / f"{nth}.png"))
        self.player, self.clock, self.seq = Forgetful(), Clock(), 0
        shell = ShellOptions(("http://127.0.0.1:9",), "t", "ar", 43.0, (1920, 1080))
        config = BoardConfig(
            shell, voices=folder / "voices", log=folder / "board.jsonl", media=pictures, waiting=True, picture_s=3600
        )
        clocks = BoardClocks(self.clock.steady_s, self.clock.now)
        self.program = BoardProgram(config, player=self.player, clocks=clocks)
        self.program.shell.show(self.program.window)
        self.program.chime.prepare()
        self.settle(50)

    def settle(self, rounds: int = 3) -> None:
        """Let everything that waits happen, also what is to be deleted."""
        for _ in range(rounds):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def tell(self, made: FactMessage) -> None:
        """Give a fact as the live link would."""
        self.seq += 1
        self.program.shell.link.fact.emit(replace(made, seq=self.seq))

    def day(self, nth: int, calls: int) -> None:
        """Live through one day."""
        today = TODAY + timedelta(days=nth)
        self.clock.seconds = max(self.clock.seconds, nth * 86_400.0)
        link = self.program.shell.link
        link.online.emit(False)
        link.online.emit(True)
        morning = snapshot(seq=self.seq)
        new = replace(morning, hall=replace(morning.hall, day=replace(morning.hall.day, service_day=today)))
        link.snapshot.emit(new)
        self.clock.seconds += 60
        for call in range(calls):
            self.call(call, today)
            if call % 50 == 0 and self.program.media is not None:
                self.program.media.show_next()
                self.program._told_waiting(queues(A=(call % 90, None), B=(call % 7, None)))
            self.program._tick()

    def call(self, nth: int, today: date) -> None:
        """Call one visitor, sometimes twice, and let him be served."""
        ticket, counter = f"{'AB'[nth % 2]}{nth % 999 + 1:03}", nth % COUNTERS + 1
        at_s = self.clock.seconds
        self.tell(fact("visit_called", ticket, counter, at_s=at_s, day=today))
        kinds = ["visit_recalled"] * (nth % 10 == 0) + ["visit_no_show" if nth % 15 == 0 else "visit_begun"]
        for kind in kinds:
            self.step(CALL_EVERY_S / 3)
            self.tell(fact(kind, ticket, counter, at_s=self.clock.seconds, called_s=at_s, day=today))
        self.step(CALL_EVERY_S / 3)
        if nth % 10 == 0 and self.program.window.large.line is not None:
            self.program.window.look_at_me(self.program.window.large.line, (ticket, NINE, self.seq))

    def step(self, seconds: float) -> None:
        """Let time pass in a few leaps, painting at each."""
        for _ in range(3):
            self.clock.seconds += seconds / 3
            self.program.window.advance()
            self.settle()
        self.program.board.next_turn()
        self.settle()

    def memory_mb(self) -> float:
        """Return the resident memory after the garbage of the day is gone."""
        self.settle(20)
        gc.collect()
        return float(psutil.Process().memory_info().rss / 2**20)


def main(days: int, calls: int, folder: Path) -> None:
    """Live, and print what it took."""
    life, memory = Life(folder), []
    for nth in range(days):
        life.day(nth, calls)
        memory.append(round(life.memory_mb(), 2))
    life.program.stop()
    lines = [json.loads(line)["event"] for line in (folder / "board.jsonl").read_text(encoding="utf-8").splitlines()]
    shown = lines.count("shown") + lines.count("superseded")
    told = {"memory_mb": memory, "shown": shown, "heard": lines.count("heard"), "played": life.player.count}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
