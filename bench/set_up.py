"""From a fresh clone to an environment that is ready: only when asked for by name, since it installs packages."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure
from bench.running_demo import ROOT, RunningDemo


def run() -> list[Figure]:
    """Clone this repository, let `main.py` set itself up there, and start that clone's demo."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        clone = Path(folder) / "clone"
        begun = time.perf_counter()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        subprocess.run([_system_python(), "main.py", "demo", "--help"], cwd=clone, check=True, stdout=sys.stderr)
        ready_s = time.perf_counter() - begun
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        begun = time.perf_counter()
        with RunningDemo(Path(folder)):
            answers_s = time.perf_counter() - begun
    beside = f"clone and environment {ready_s:.1f} s, then hall, centre and tokens {answers_s:.1f} s"
    return [Figure("fresh clone to a demo that answers", ready_s + answers_s, "s", 60, beside=beside)]


def _system_python() -> str:
    """Return the interpreter that a newcomer has, outside of our environment."""
    return str(Path(sys.base_prefix) / "bin" / "python3")
