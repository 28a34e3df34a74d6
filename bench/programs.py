"""How soon each program is there, and how much memory it takes: kiosk, counter, board and hall service."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from bench.figures import Figure, percentile
from bench.processes.at_once import at_once
from bench.processes.emulated_printer import emulated_printer
from bench.processes.light_client import all_at_once, post
from bench.running_demo import ROOT, RunningDemo
from commands.hall_client import HallClient

STARTS = 5
SETTLE_S = 3.0
"""Until the picture of the hall has come, tickets are drawn ahead and sounds are read."""
PATIENCE_S = 60.0
VISITS = 2000
MB = 2**20


@dataclass(frozen=True)
class Started:
    """One start of a program: seconds to its first paint, and its memory once it has settled."""

    paint_s: float
    memory_mb: float


def run() -> list[Figure]:
    """Start everything some times on one demo hall and take medians; then serve a day on the hall."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        with RunningDemo(Path(folder)) as demo, emulated_printer() as printer:
            figures = _qt_programs(demo.description, printer)
        figures += _hall_starts(Path(folder))
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder, RunningDemo(Path(folder), size="large") as demo:
        return figures + _day(demo.description)


def _qt_programs(demo: dict[str, Any], printer: str) -> list[Figure]:
    tokens, hall = demo["tokens"], ["--hall", demo["hall"]]
    session = ["--counter", "1", "--session", tokens["counters"]["1"], "--size", "1366x768"]
    kiosk = ["--device", "bench", "--printer", printer]
    commands = {
        "kiosk": ["kiosk", *hall, "--token", tokens["kiosk"], "--size", "1080x1920", *kiosk],
        "counter": ["counter", *hall, *session],
        "board": ["board", *hall, "--token", tokens["board"], "--size", "1920x1080", "--mute"],
    }
    figures = []
    for name, command in commands.items():
        starts = [start_once(command) for _ in range(STARTS)]
        paint_s = percentile([start.paint_s for start in starts], 0.5)
        memory_mb = percentile([start.memory_mb for start in starts], 0.5)
        figures += [
            Figure(f"{name}: start to first paint", paint_s, "s", 0.8, beside="prototype 0.16 s"),
            Figure(f"{name}: memory on a live hall", memory_mb, "MB", 130, beside="prototype 64 MB"),
        ]
    return figures


def start_once(command: Sequence[str]) -> Started:
    """Start one Qt program (offscreen), let it settle, and end it."""
    begun = time.time()
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.processes.program_process", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        assert process.stdout is not None
        patience = threading.Timer(PATIENCE_S, process.kill)
        patience.start()
        said = process.stdout.readline()
        patience.cancel()
        if not said:
            raise RuntimeError(f"{command[0]} painted nothing in {PATIENCE_S:.0f} s")
        paint_s = json.loads(said)["painted_at"] - begun
        time.sleep(SETTLE_S)
        return Started(paint_s, psutil.Process(process.pid).memory_info().rss / MB)
    finally:
        process.terminate()
        process.communicate(timeout=10)


def _hall_starts(demo: Path) -> list[Figure]:
    """Start the hall service alone on the stopped demo's data, as after each power cut."""
    starts = [_start_hall(demo / "hall", demo / "hall.toml") for _ in range(STARTS)]
    new_s = _start_hall(demo / "new", demo / "hall.toml")
    beside = f"a new hall, with its tables and PINs to make: {new_s:.2f} s"
    return [Figure("hall service: start to ready", percentile(starts, 0.5), "s", 1.5, beside=beside)]


def _start_hall(data: Path, setup: Path) -> float:
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "hall", "--data", str(data), "--setup", str(setup), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        address = said.split()[-1]
        while not _answers(address):
            time.sleep(0.005)
        return time.perf_counter() - begun
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except urllib.error.URLError:
        return False


def _day(demo: dict[str, Any]) -> list[Figure]:
    """Issue and serve a day of visits, then look at the service's memory: at rest, and the most it ever had."""
    codes = [service["code"] for service in HallClient(demo["hall"], demo["tokens"]["kiosk"]).get("/hall")["services"]]
    served = 0
    for first in range(0, VISITS, 200):
        issues = [
            post(demo["hall"], "/visits", demo["tokens"]["kiosk"], {"service": code}, str(uuid.uuid4()))
            for code in (codes[nth % len(codes)] for nth in range(first, first + 200))
        ]
        all_at_once(demo["hall"], [issues[part::8] for part in range(8)])
        counters = demo["tokens"]["counters"]
        answers = at_once([("counter", demo["hall"], counters[str(n)], str(n)) for n in range(1, 17)])
        served += sum(len(answer["called"]) for answer in answers)
    time.sleep(SETTLE_S)
    pid = listener_of(int(demo["hall"].rsplit(":", 1)[1]))
    return [
        Figure("hall service: visits served on this day", served, "visits", VISITS, at_least=True),
        Figure("… memory after it, at rest", psutil.Process(pid).memory_info().rss / MB, "MB", 180),
        Figure(
            "… most memory it ever had", peak_mb(Path(f"/proc/{pid}/status").read_text(encoding="ascii")), "MB", 220
        ),
    ]


def listener_of(port: int) -> int:
    """Return the process id of who listens on a TCP port of this machine."""
    found = [c.pid for c in psutil.net_connections("tcp") if c.status == "LISTEN" and c.laddr.port == port and c.pid]
    return int(found[0])


def peak_mb(status: str) -> float:
    r"""Return the most resident memory of a process from its /proc/PID/status.

    >>> peak_mb("Name:\tpython\nVmHWM:\t  2048 kB\n")
    2.0
    """
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024
