"""Format the code and put its imports in order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from common.configuration.command_parser import CommandParser

ROOT = Path(__file__).resolve().parent.parent


def run(argv: list[str]) -> int:
    """Format everything; return ruff's exit code."""
    CommandParser(prog="fmt", description=__doc__).parse_args(argv)
    ruff = Path(sys.executable).parent / "ruff"
    subprocess.run([ruff, "check", "--quiet", "--fix", "--select", "I", "."], cwd=ROOT, check=False)
    return subprocess.run([ruff, "format", "."], cwd=ROOT, check=False).returncode
