"""What the stories on real processes share: the three programs of a demo, and what the centre has."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from commands.demo.tokens import DemoTokens
from tools.qt_driver.driven_program import DrivenProgram, until


@dataclass
class Programs:
    """Kiosk, counter 1 and board, offscreen, driven by their real controls; `paper` is where the kiosk prints."""

    kiosk: DrivenProgram
    counter: DrivenProgram
    board: DrivenProgram
    paper: Path
    board_log: Path

    def take_a_ticket(self, service: str) -> str:
        """Touch from the welcome to the ticket and return its number, as the screen names it."""
        self.kiosk.wait_for("language_ar")
        self.kiosk.tell(press="language_ar")
        self.kiosk.wait_for(f"tile_{service}")
        self.kiosk.tell(touch=f"tile_{service}")
        until(lambda: self._number() != "", "the number is on the screen", self.kiosk.names)
        return self._number()

    def _number(self) -> str:
        found = self.kiosk.tell(find="ticket_number")
        return str(found["text"]) if found["visible"] else ""

    def card(self) -> str:
        """Return what the counter's visit card says."""
        return str(self.counter.tell(find="visit_card")["name"])

    def press_space_until(self, words: str) -> None:
        """Press space at the counter until the visit card says `words`."""
        self._press_space(lambda: words in self.card(), f"the visit card says {words!r}")

    def begin_and_finish(self) -> None:
        """Begin with space, finish with space and the first outcome's key."""
        self.press_space_until("قيد الخدمة")
        self._press_space(lambda: self.counter.sees("choice_1"), "the outcomes are offered")
        self._press("1", lambda: "A001" not in self.card(), "the counter is free again")

    def _press_space(self, done: Callable[[], bool], what: str) -> None:
        self._press("Space", done, what)

    def _press(self, key: str, done: Callable[[], bool], what: str) -> None:
        # The program takes a press within 0.4 s of the one before for a bounce of the key, so press as a person does.
        pressed = time.monotonic()
        self.counter.tell(key=key)

        def done_or_again() -> bool:
            nonlocal pressed
            if not done() and time.monotonic() - pressed > 1.0:
                pressed = time.monotonic()
                self.counter.tell(key=key)
            return done()

        until(done_or_again, what, self.card)

    def shown_on_board(self) -> list[str]:
        """Return the tickets that the board has painted as calls, in order."""
        lines = self.board_log.read_text(encoding="utf-8").splitlines() if self.board_log.exists() else []
        return [entry["ticket"] for entry in map(json.loads, lines) if entry["event"] == "shown"]


def start_programs(stack: ExitStack, hall: str, tokens: DemoTokens, folder: Path) -> Programs:
    """Start kiosk, counter 1 and board at `hall`; they end with the stack."""
    paper, board_log = folder / "paper.bin", folder / "board.jsonl"
    kiosk = ["--device", tokens.kiosk_device, "--size", "1080x1920", "--printer", f"file:{paper}"]
    kiosk += ["--tapped-tickets", "0"]
    counter = ["--counter", "1", "--session", tokens.counters["1"]]
    board = ["--size", "1920x1080", "--mute", "--log", str(board_log)]

    def start(name: str, options: list[str], token: str) -> DrivenProgram:
        log = folder / f"{name}.log"
        return stack.enter_context(DrivenProgram(name, ["--hall", hall, *options], token=token, log=log))

    return Programs(
        start("kiosk", kiosk, tokens.kiosk),
        start("counter", counter, tokens.counter_devices["1"]),
        start("board", board, tokens.board),
        paper,
        board_log,
    )


def served_at_centre(centre: str) -> int:
    """Return how many visits of today the centre counts as served."""
    today = datetime.now(ZoneInfo("Asia/Muscat")).date().isoformat()
    with urllib.request.urlopen(f"{centre}/v1/figures?day={today}", timeout=5) as answer:
        halls: list[dict[str, Any]] = json.loads(answer.read())["halls"]
    return sum(hall["served"] for hall in halls)
