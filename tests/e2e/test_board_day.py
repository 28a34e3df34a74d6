"""A recorded day of calls with cuts of network and power: the board's own record is held against the hall's facts.

Hall service and board are real processes; the loudspeaker is a program that writes down when it begins and ends.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bench.running_demo import ROOT
from commands.hall_client import HallClient
from tests.display_board.helpers.voices import make_voice
from tests.helpers.board_proof import Proof, calls_of, prove
from tests.helpers.cuttable_line import CuttableLine, cuttable_line
from tests.helpers.hall_alone import HallAlone
from tests.helpers.hall_in_a_thread import SETUP, hall_in_a_thread
from tests.helpers.live_reader import LiveReader
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full

COUNTERS = 6
FRESH_S = 5
SHOWN_S = 0.03
BETWEEN_MOVES_S = (0.01, 0.06)
MOST_WHILE_AWAY = 10
"""Calls during a fault, and again until a board with power shows a picture: a long fault shall not use up the day."""
TROUBLES = ("network", "board's power", "network", "hall's power", "board's power", "network, without a word")
"""In turn; when and for how long is chance."""
PLAYER = """#!/bin/sh
echo begin >> {log}
echo end >> {log}
"""


@dataclass
class BoardProcess:
    """A board that is started, killed as by a power cut, and started again on the same record."""

    folder: Path
    url: str
    token: str
    starts: int = 0
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.starts += 1
        players = self.folder / "bin"
        if not players.exists():
            players.mkdir()
            (players / "aplay").write_text(PLAYER.format(log=self.folder / "player.log"))
            (players / "aplay").chmod(0o755)
            for language in ("ar", "en"):
                make_voice(self.folder / "voices", language, "default")
        options = [
            "--hall",
            self.url,
            "--token",
            self.token,
            "--size",
            "1280x720",
            "--viewing-m",
            "3",
            "--shown-large-s",
            str(SHOWN_S),
        ]
        options += ["--log", str(self.folder / "board.jsonl"), "--voices", str(self.folder / "voices")]
        with (self.folder / "board.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), "board", *options],
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PATH": str(players)},
                stdout=log,
                stderr=log,
            )

    def cut_power(self) -> None:
        assert self._process is not None
        assert self._process.poll() is None, (self.folder / "board.log").read_text()[-2000:]
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGTERM)
            self._process.wait(60)

    def record(self) -> list[dict[str, Any]]:
        """Return the lines of its record; one that the power cut off is left out."""
        path = self.folder / "board.jsonl"
        lines = path.read_bytes().splitlines() if path.exists() else []
        return [json.loads(line) for line in lines if line.startswith(b"{") and line.endswith(b"}")]

    def is_up(self) -> bool:
        """Return whether the board has taken a snapshot since its newest start."""
        events = [line["event"] for line in self.record()]
        return events.count("started") == self.starts and "snapshot" in events[::-1][: events[::-1].index("started")]

    def count(self, event: str) -> int:
        return sum(line["event"] == event for line in self.record())


@dataclass
class Day:
    """Counters that call, recall, begin, finish and give up, as the seed has it; `serve` does one move somewhere."""

    hall: HallAlone
    kiosk: HallClient
    counters: list[HallClient]
    chance: random.Random
    calls: int = 0
    states: dict[int, str] = field(default_factory=dict)

    def serve(self) -> None:
        """Let one counter do its next move."""
        at = self.chance.randrange(COUNTERS)
        path, state = f"/counters/{at + 1}", self.states.get(at, "free")
        if state == "free":
            self.kiosk.post("/visits", {"service": "A"})
            assert self.counters[at].post(f"{path}/call-next") is not None
            self.states[at], self.calls = "called", self.calls + 1
        elif state == "called":
            move = self.chance.choices(["begin", "recall", "no-show"], [70, 20, 10])[0]
            self.counters[at].post(f"{path}/{move}")
            self.states[at] = {"begin": "serving", "recall": "called", "no-show": "free"}[move]
            self.calls += move == "recall"
        else:
            self.counters[at].post(f"{path}/finish", {"outcome": "completed"})
            self.states[at] = "free"


@contextlib.contextmanager
def hall_of_counters(folder: Path) -> Iterator[tuple[HallAlone, dict[str, str]]]:
    """Give a hall service in a separate process with six signed-in counters, and its tokens."""
    setup = SETUP.replace('prefix = "B"', 'prefix = "B"\nnumbers = [1, 2]')
    setup += "".join(f'\n[[counter]]\nnumber = {n}\nservices = ["A"]\n' for n in range(3, COUNTERS + 1))
    setup += "".join(
        f'\n[[agent]]\ncode = "agent{n}"\nnames = {{ar = "موظف", en = "Agent"}}\npin = "47{n}183"\n'
        for n in range(COUNTERS)
    )
    setup += f"\n[voice]\nfresh_s = {FRESH_S}\n"
    with hall_in_a_thread(folder, setup=setup) as made:
        tokens = {name: made.tokens[name] for name in ("kiosk", "board", "head")}
        for number in range(1, COUNTERS + 1):
            if number > 2:
                made.tokens[f"counter{number}"] = made.hall.enrol("counter", f"counter{number}", number)[1]
            tokens[str(number)] = made.sign_in(number, f"agent{number - 1}", f"47{number - 1}183")
    (folder / "data").rename(folder / "hall")
    (folder / "data-keys").rename(folder / "hall-keys")
    with HallAlone(folder) as hall:
        yield hall, tokens


@pytest.mark.parametrize(
    ("calls", "trouble_every"), [(200, 25), pytest.param(2000, 25, marks=[pytest.mark.full, pytest.mark.timeout(1500)])]
)
def test_every_call_is_shown_and_every_fresh_one_spoken_once_in_order(
    tmp_path: Path, calls: int, trouble_every: int
) -> None:
    chance = random.Random(calls)
    with contextlib.ExitStack() as stack:
        hall, tokens = stack.enter_context(hall_of_counters(tmp_path))
        line = stack.enter_context(cuttable_line(hall.port))
        board = BoardProcess(tmp_path, line.url, tokens["board"])
        stack.callback(board.stop)
        live = LiveReader(hall.port, tokens["head"])
        live.start()
        stack.callback(live.stop)
        board.start()
        until(lambda: board.count("snapshot") == 1, "the board is up", board.record, timeout_s=60)
        clients = [HallClient(hall.base, tokens[str(n)]) for n in range(1, COUNTERS + 1)]
        day = Day(hall, HallClient(hall.base, tokens["kiosk"]), clients, chance)
        troubles = run_day(day, board, line, calls=calls, trouble_every=trouble_every)
        last = HallClient(hall.base, tokens["head"]).get("/queues")["seq"]
        until(lambda: bool(live.seqs) and live.seqs[-1] >= last, "all facts are read", lambda: live.seqs[-1:])
        proof = settled_proof(board, live)
    told = {**asdict(proof), "troubles": dict(Counter(troubles))}
    (tmp_path / "proof.json").write_text(json.dumps(told, indent=1))
    assert proof.faults == [], (proof, troubles)
    assert proof.calls >= calls
    seen = proof.shown + proof.superseded
    assert seen + proof.late_and_over + proof.while_off + proof.power_first == proof.calls
    assert proof.shown >= 0.6 * proof.calls, "most calls must be made while the board can show them"
    assert proof.spoken + proof.merged >= 0.5 * proof.calls
    sounds = (tmp_path / "player.log").read_text().split()
    assert sounds.count("begin") >= proof.spoken
    overlaps = sum(one == other == "begin" for one, other in itertools.pairwise(sounds))
    assert overlaps <= troubles.count("board's power"), "two sounds at once"


def run_day(day: Day, board: BoardProcess, line: CuttableLine, *, calls: int, trouble_every: int) -> list[str]:
    """Serve until `calls` were made; every `trouble_every` calls something is cut for a while, while calls go on."""
    troubles: list[str] = []
    next_trouble, mend_at, mend = trouble_every, 0.0, line.mend
    is_up, most_calls = True, 0
    while day.calls < calls or mend_at or not is_up:
        if (is_up and not mend_at) or day.calls < most_calls:
            day.serve()
        time.sleep(day.chance.uniform(*BETWEEN_MOVES_S))  # the pace of the day itself, not a wait for something
        now = time.monotonic()
        if mend_at and now > mend_at:
            mend()
            mend_at, is_up, most_calls = 0.0, mend != board.start, day.calls + MOST_WHILE_AWAY
            next_trouble = day.calls + trouble_every
        elif not mend_at and not is_up:
            is_up, next_trouble = board.is_up(), day.calls + trouble_every
        elif not mend_at and day.calls >= next_trouble:
            kind = TROUBLES[len(troubles) % len(TROUBLES)]
            troubles.append(kind)
            mend, seconds = trouble(kind, day, board, line)
            mend_at, most_calls = now + seconds, day.calls + MOST_WHILE_AWAY
    return troubles


def trouble(kind: str, day: Day, board: BoardProcess, line: CuttableLine) -> tuple[Any, float]:
    """Begin a fault; return what ends it and after how many seconds."""
    if kind == "network":
        line.cut()
        return line.mend, day.chance.choice([0.2, 0.5, 0.5, 1.0, 1.0, 6.5])
    if kind == "network, without a word":
        line.deaden()
        return line.mend, 3.0
    if kind == "board's power":
        board.cut_power()
        pause_s = day.chance.choice([0.1, 0.5, 1.0, 6.5])
        return board.start, pause_s
    day.hall.kill()
    day.hall.start()
    return (lambda: None), 0.5


def settled_proof(board: BoardProcess, live: LiveReader) -> Proof:
    """Return the proof once the board has got every call that still stands, and has fallen silent."""
    expected = {call.key for call in calls_of(live.facts) if call.over_seq is None}

    def is_settled() -> bool:
        record = board.record()
        begun = max(at for at, one in enumerate(record) if one["event"] == "started")
        now = record[begun:]
        shown = {(one["visit"], one["called_at"], one["recall"]) for one in record if one["event"] == "shown"}
        queued = sum(one["event"] == "heard" and one["became"] == "queued" for one in now)
        said = sum(one["event"] in {"spoken", "not_spoken"} for one in now)
        return expected <= shown and queued == said

    until(is_settled, "the board has come to rest", lambda: board.record()[-5:], timeout_s=60)
    return prove(live.facts, board.record(), fresh_s=FRESH_S)
