"""Dawr as an installed package: `dawr COMMAND` runs what `python3 main.py COMMAND` runs in a clone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
PROGRAMS = _HERE if (_HERE / "main.py").exists() else _HERE.parents[2]
"""The folder of main.py: this package in a wheel, the clone in an editable installation."""


def run() -> None:
    """Run the command named on the command line and end this process with its exit code."""
    os.environ.setdefault("DAWR_ENVIRONMENT", "installed")
    # The programs import each other by their folders' names, as they do in a clone.
    sys.path.insert(0, str(PROGRAMS))
    from main import run_command_line  # noqa: PLC0415

    run_command_line()
