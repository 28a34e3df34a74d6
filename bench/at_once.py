"""Start several processes and let them begin at one moment."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def at_once(parts: Sequence[Sequence[str]], *, timeout_s: float = 60) -> list[dict[str, Any]]:
    """Run `bench.hall_process` once for each of `parts`, all beginning together; return what each answered."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.hall_process", *part],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for part in parts
    ]
    try:
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        return [json.loads(process.communicate(timeout=timeout_s)[0]) for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.wait()
