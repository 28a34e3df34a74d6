"""The board's voice: from the call at a counter to the first sound, and a board started again beside its twin."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.figures import Figure, percentile
from bench.processes.board_record import board_lines
from bench.running_demo import ROOT, RunningDemo
from commands.hall_client import HallClient
from display_board.voice.folder import SHIPPED_VOICES, Sounds
from display_board.voice.ready import DEFAULT_VOICES, ready_sounds

CALLS = 100
BETWEEN_CALLS_S = 0.3
STANDING = 3
"""Calls that stand on both boards when the second one is started again."""
STARTS = 5
PATIENCE_S = 60.0
PLAYER = """#!/bin/bash
now=$EPOCHREALTIME
[ "$(stat -c %s "$1")" -lt {least} ] || echo $now >> {log}
"""
"""In the place of aplay: the chime's first sample is the file's first, so a sound begins when its player does."""
LEAST_BYTES = 20_000
"""A shorter file is the silence by which a board checks its loudspeaker."""


def run() -> list[Figure]:
    """Measure on a demo hall, with a loudspeaker that only notes the time."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as name, RunningDemo(Path(name) / "demo") as demo:
        folder = Path(name)
        sounds_ms = _first_sounds(folder, demo.description)
        restarts_s = _restarts(folder, demo.description)
    return [
        Figure("call asked for → its sound begins, p50", percentile(sounds_ms, 0.5), "ms"),
        Figure("… p99", percentile(sounds_ms, 0.99), "ms", 300, beside="text to speech at run time 60 to 2,000 ms"),
        Figure("… calls never heard", CALLS - len(sounds_ms), "calls", 0),
        Figure("board started again → shows what its twin shows, p50", percentile(restarts_s, 0.5), "s", 1.0),
        Figure("… worst", max(restarts_s), "s"),
    ]


def _first_sounds(folder: Path, demo: Mapping[str, Any]) -> list[float]:
    heard, record = folder / "heard.log", folder / "spoken.jsonl"
    players = folder / "bin"
    players.mkdir()
    (players / "aplay").write_text(PLAYER.format(log=heard, least=LEAST_BYTES))
    (players / "aplay").chmod(0o755)
    board = _board(demo, record, players, "--shown-large-s", "0")
    try:
        board_lines(record, "snapshot", 1, wait_s=PATIENCE_S)
        time.sleep(3.0)  # the voices are found, or built at the very first start
        kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
        asked = []
        for nth in range(CALLS):
            asked.append(_call(demo, kiosk, str(1 + nth % len(demo["tokens"]["counters"]))))
            time.sleep(BETWEEN_CALLS_S)
        board_lines(record, "spoken", CALLS, wait_s=PATIENCE_S)
    finally:
        board.terminate()
        board.wait(timeout=10)
    begun = [float(line) for line in heard.read_text().split()]
    return [1000 * (sound - call) for call, sound in zip(asked, begun, strict=False)]


def _call(demo: Mapping[str, Any], kiosk: HallClient, number: str) -> float:
    """Issue one ticket, call it, serve it; return when the call was asked for, in seconds of the epoch."""
    counter = HallClient(demo["hall"], demo["tokens"]["counters"][number])
    served = next(one for one in kiosk.get("/hall")["counters"] if str(one["counter"]) == number)["services"]
    kiosk.post("/visits", {"service": served[0]})
    asked = time.time()
    counter.post(f"/counters/{number}/call-next")
    counter.post(f"/counters/{number}/begin")
    counter.post(f"/counters/{number}/finish", {"outcome": "completed"})
    return asked


def _restarts(folder: Path, demo: Mapping[str, Any]) -> list[float]:
    """Return how long a board takes from its process's start to the paint of all calls that stand."""
    kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
    views = {str(one["counter"]): one for one in kiosk.get("/hall")["counters"]}
    for number in list(demo["tokens"]["counters"])[:STANDING]:
        kiosk.post("/visits", {"service": views[number]["services"][0]})
        HallClient(demo["hall"], demo["tokens"]["counters"][number]).post(f"/counters/{number}/call-next")
    standing = {call["visit"] for call in kiosk.get("/board")["calls"]}
    times_s = []
    for nth in range(STARTS):
        record, begun = folder / f"again{nth}.jsonl", time.time()
        board = _board(demo, record, None, "--mute")
        try:
            shown = board_lines(record, "shown", len(standing), wait_s=PATIENCE_S)
        finally:
            board.terminate()
            board.wait(timeout=10)
        painted = [datetime.fromisoformat(str(line["at"])) for line in shown if line["visit"] in standing]
        times_s.append(max(at.timestamp() for at in painted) - begun if len(painted) == len(standing) else PATIENCE_S)
    return times_s


def _board(demo: Mapping[str, Any], record: Path, players: Path | None, *more: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if players is not None:
        environment["PATH"] = f"{players}:{environment['PATH']}"
        more = (*more, "--voices", str(_voices(players.parent)))
    options = ["--hall", demo["hall"], "--token", demo["tokens"]["board"], "--size", "1920x1080", "--log", str(record)]
    return subprocess.Popen([sys.executable, str(ROOT / "main.py"), "board", *options, *more], env=environment)


def _voices(folder: Path) -> Path:
    """Return a folder of the default voices, built where this machine has none."""
    sounds: Sounds = ready_sounds(None, dict(DEFAULT_VOICES), cache=folder / "voices")
    return next((voice.folder.parent for voice in sounds.voices.values()), SHIPPED_VOICES)
