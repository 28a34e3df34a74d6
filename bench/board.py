"""The wall board: from the call at a counter to the painted number, smoothness, start and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil

from bench.figures import Figure, percentile
from bench.processes.board_record import board_lines
from bench.running_demo import ROOT, RunningDemo
from commands.hall_client import HallClient
from qtkit.video import find_decoder

FRAMES_S = 12.0
"""Two calls after the first come in and flash whole: one every five seconds."""
CALLS = 150
"""Enough for a p99 that is not only the worst call."""
BETWEEN_CALLS_S = 0.15
PATIENCE_S = 30.0
MEMORY_DISK = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it


def run() -> list[Figure]:
    """Measure a board at 1920×1080 without a GPU, alone and on a demo hall."""
    return [*_frames(), *_video(), *_calls(), *_without_the_disk()]


def _measured(*folder: str) -> dict[str, float]:
    """Return the measurements of a single board, with the pictures and videos of a folder where one is given."""
    command = [sys.executable, "-m", "bench.processes.board_process", str(FRAMES_S), str(time.time()), *folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=_offscreen())
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _video() -> list[Figure]:
    """Measure a board with everything on it; nothing where ffmpeg is not installed, as such a board has no video."""
    ffmpeg = find_decoder()
    if ffmpeg is None:
        return []
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        source = ["-f", "lavfi", "-i", f"testsrc2=size=1280x720:rate=25:duration={FRAMES_S:g}", "-pix_fmt", "yuv420p"]
        subprocess.run([ffmpeg, "-loglevel", "error", *source, str(Path(folder) / "clip.mp4")], check=True)
        measured = _measured(folder)
    return [
        Figure("board with video 720p25 and waiting figures", measured["frames_per_s"], "frames/s", 60, at_least=True),
        Figure("… share of a core, without the decoder", measured["core_share"], "%", 20, beside="QVideoWidget 38 %"),
        Figure("… memory, decoder included", measured["memory_mb"], "MB", 240, beside="QtMultimedia 211 to 219 MB"),
    ]


def _frames() -> list[Figure]:
    measured = _measured()
    return [
        Figure("board, calls that come in and flash", measured["frames_per_s"], "frames/s", 60, at_least=True),
        Figure("… share of a core", measured["core_share"], "%", 20, beside="QML on llvmpipe 175 %"),
        Figure("board: start to first paint", measured["first_paint_s"], "s", 0.8, beside="prototype 0.15 s"),
    ]


def _calls() -> list[Figure]:
    times_ms, never, memory_mb = _painted()
    return [
        Figure("call asked for → painted on the board, p50", percentile(times_ms, 0.5), "ms"),
        Figure("… p99", percentile(times_ms, 0.99), "ms", 40, beside="pushing peers 11 to 129 ms, unpainted"),
        Figure("board on a live hall: memory", memory_mb, "MB", 130, beside="prototype 68 MB"),
        Figure("… calls never painted", never, "calls", 0, beside="polling peers skip calls"),
    ]


def _without_the_disk() -> list[Figure]:
    """Measure the same with the hall's data in memory: what is left when no disk has to be waited for."""
    if not MEMORY_DISK.is_dir():
        return []
    times_ms, _, _ = _painted(MEMORY_DISK)
    return [Figure("… p99 with the hall's data in memory", percentile(times_ms, 0.99), "ms")]


def _painted(place: Path | None = None) -> tuple[list[float], int, float]:
    """Return from call to paint in ms, how many calls were never painted, and the board's memory in MB."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-", dir=place) as folder, RunningDemo(Path(folder)) as demo:
        record = Path(folder) / "board.jsonl"
        hall, token = demo.description["hall"], demo.description["tokens"]["board"]
        options = ["--hall", hall, "--token", token, "--mute", "--size", "1920x1080", "--log", str(record)]
        board = subprocess.Popen([sys.executable, str(ROOT / "main.py"), "board", *options], env=_offscreen())
        try:
            board_lines(record, "snapshot", 1, wait_s=PATIENCE_S)
            called = _call_all(demo.description)
            shown = {
                str(line["visit"]): _seconds(line)
                for line in board_lines(record, "shown", len(called), wait_s=PATIENCE_S)
            }
            memory_mb = psutil.Process(board.pid).memory_info().rss / 2**20
        finally:
            board.terminate()
            board.wait(timeout=10)
    times_ms = [1000 * (shown[visit] - asked) for visit, asked in called.items() if visit in shown]
    return times_ms, len(called) - len(times_ms), memory_mb


def _call_all(demo: dict[str, Any]) -> dict[str, float]:
    """Call one visit after the other, round the counters; return visit → when the call was asked for."""
    kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
    services = [service["code"] for service in kiosk.get("/hall")["services"]]
    for nth in range(CALLS):
        kiosk.post("/visits", {"service": services[nth % len(services)]})
    counters = {number: HallClient(demo["hall"], token) for number, token in demo["tokens"]["counters"].items()}
    asked: dict[str, float] = {}
    for nth in range(4 * CALLS):
        number = list(counters)[nth % len(counters)]
        begun = time.time()
        visit = counters[number].post(f"/counters/{number}/call-next")
        if visit is not None:
            asked[visit["visit"]] = begun
            time.sleep(BETWEEN_CALLS_S)
            counters[number].post(f"/counters/{number}/begin")
            counters[number].post(f"/counters/{number}/finish", {"outcome": "completed"})
        if len(asked) == CALLS:
            break
    return asked


def _seconds(line: dict[str, object]) -> float:
    return datetime.fromisoformat(str(line["at"])).timestamp()


def _offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
