"""Start several processes and let them begin at one moment."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.processes.child import ChildFailedError
from bench.running_demo import last_line

ROOT = Path(__file__).resolve().parents[2]


def at_once(parts: Sequence[Sequence[str]], *, timeout_s: float = 60) -> list[dict[str, Any]]:
    """Run `hall_process` once for each of `parts`, all beginning together; return what each answered."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.processes.hall_process", *part],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for part in parts
    ]
    try:
        for process in processes:
            assert process.stdout is not None
            if process.stdout.readline() != "ready\n":
                _answer(process, timeout_s)
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        return [_answer(process, timeout_s) for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _answer(process: subprocess.Popen[str], timeout_s: float) -> dict[str, Any]:
    said, errors = process.communicate(timeout=timeout_s)
    if not said:
        raise ChildFailedError(f"one of the programs ended with: {last_line(errors)}")
    answer: dict[str, Any] = json.loads(said)
    return answer
