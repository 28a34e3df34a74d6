"""A whole board offscreen, with a clock and a loudspeaker of the test's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from display_board.app import BoardProgram
from display_board.board import BoardClocks
from display_board.calls.announcing import SHOWN_LARGE_S
from display_board.config import BoardConfig
from display_board.sound.recording_player import RecordingPlayer
from qtkit.program.options import ShellOptions
from tests.display_board.helpers.example import NINE
from tests.display_board.helpers.voices import make_voice
from tests.helpers.replacing import replace


@dataclass
class Clock:
    """Seconds since nine, moved by hand; `wrong_s` is how far the board's own clock is off."""

    seconds: float = 1000.0
    wrong_s: float = 0.0

    def steady_s(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return NINE + timedelta(seconds=self.seconds + self.wrong_s)


@dataclass
class RunningBoard:
    """One board under test."""

    program: BoardProgram
    player: RecordingPlayer | None
    clock: Clock
    log: Path

    def events(self, *names: str) -> list[dict[str, object]]:
        """Return the lines of its record, of the named events only where names are given."""
        lines = [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]
        return [line for line in lines if not names or line["event"] in names]

    def tickets(self, event: str) -> list[str]:
        """Return the tickets of one kind of event, in order."""
        return [str(line["ticket"]) for line in self.events(event)]

    def pass_s(self, seconds: float) -> None:
        """Let time pass for all that moves and waits, without waiting."""
        self.clock.seconds += seconds
        self.program.window.advance()
        self.program.board.next_turn()


@contextmanager
def running_board(
    folder: Path,
    *,
    url: str = "http://127.0.0.1:9",
    language: str = "both",
    size: tuple[int, int] = (1920, 1080),
    sound: bool = True,
    token: str = "board-token",
    shown_large_s: float = SHOWN_LARGE_S,
    **options: object,
) -> Iterator[RunningBoard]:
    """Give a board with made-up voices, not started: a test may feed it by hand. `options` are BoardConfig's."""
    voices = folder / "voices"
    if not voices.exists():
        for tag in ("ar", "en"):
            make_voice(voices, tag, "default")
    shell = ShellOptions((url,), token, "ar" if language == "both" else language, 43.0, size)
    log = folder / "board.jsonl"
    config = BoardConfig(shell, language, viewing_m=12.0, log=log, voices=voices, shown_large_s=shown_large_s)
    config = replace(config, **options)
    player, clock = RecordingPlayer() if sound else None, Clock()
    program = BoardProgram(config, player=player, clocks=BoardClocks(clock.steady_s, clock.now))
    try:
        yield RunningBoard(program, player, clock, log)
    finally:
        program.stop()
        program.window.close()
        for translator in program.shell.language._translators:
            program.shell.app.removeTranslator(translator)
        program.deleteLater()
