"""A thermal printer behind TCP or a serial line in a separate process, as fast as real paper moves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bench.running_demo import ROOT

SPEED_MM_S = 200
CUT_S = 0.35
"""An ordinary kiosk printer of today."""


@contextmanager
def emulated_printer(speed_mm_s: float = SPEED_MM_S, baud: int | None = None) -> Iterator[str]:
    """Run the emulator to the end of the block and give its address: `tcp://…`, with a baud rate `serial://…`."""
    way = ["--tcp", "0"] if baud is None else ["--pty", "--baud", str(baud)]
    command = [sys.executable, str(ROOT / "main.py"), "printer", "emulate", *way]
    process = subprocess.Popen(
        [*command, "--speed-mm-s", str(speed_mm_s), "--cut-s", str(CUT_S)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.communicate(timeout=10)
