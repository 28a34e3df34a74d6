"""From the touch of a tile to the stored number, the first byte at the printer and the cut paper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.figures import Figure, percentile
from bench.processes.emulated_printer import SPEED_MM_S, emulated_printer
from bench.running_demo import ROOT, RunningDemo

TAPS = 150
FAST_MM_S = 100_000
"""The first byte does not depend on the paper; only the cut's 0.35 s is waited for."""
CUTS = 9


def run() -> list[Figure]:
    """Touch a whole kiosk (offscreen) on a real hall service, with a printer behind TCP in another process."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder, RunningDemo(Path(folder)) as demo:
        fast = _tapped(demo.description, FAST_MM_S, TAPS)
        real = _tapped(demo.description, SPEED_MM_S, CUTS)
    first_ms = [1000 * seconds for seconds in fast["first_byte_s"]]
    lost = fast["not_confirmed"] + real["not_confirmed"]
    return [
        Figure("tap → number stored and first byte to the printer, p50", percentile(first_ms, 0.5), "ms"),
        Figure("… p99", percentile(first_ms, 0.99), "ms", 30),
        Figure("tap → cut confirmed, 200 mm/s on TCP, median", percentile(real["cut_s"], 0.5), "s", 1.3),
        Figure("… tickets not confirmed", lost, "tickets", 0),
    ]


def _tapped(demo: dict[str, Any], speed_mm_s: float, taps: int) -> dict[str, Any]:
    with emulated_printer(speed_mm_s) as printer:
        done = subprocess.run(
            [sys.executable, "-m", "bench.processes.kiosk_process", demo["hall"], printer, str(taps)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "DAWR_TOKEN": demo["tokens"]["kiosk"]},
        )
    if done.returncode:
        raise RuntimeError(f"the kiosk failed:\n{done.stderr[-3000:]}")
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured
