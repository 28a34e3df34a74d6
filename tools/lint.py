"""Check the code: ruff, mypy --strict, import-linter, codespell; every tool runs, then one closing line."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BIN = Path(sys.executable).parent
CHECKS = {
    "ruff format": ["ruff", "format", "--check", "--quiet", "."],
    "ruff": ["ruff", "check", "--quiet", "."],
    "mypy --strict": ["mypy"],
    "import-linter": ["lint-imports"],
    "codespell": ["codespell"],
}


def run(argv: list[str]) -> int:
    """Run every check and return 0 when all passed, else 1."""
    argparse.ArgumentParser(prog="main.py lint", description=__doc__).parse_args(argv)
    failed = [name for name, command in CHECKS.items() if not _passes(name, command)]
    print(f"lint: {', '.join(failed)} failed" if failed else f"lint: {len(CHECKS)} checks passed")
    return 1 if failed else 0


def _passes(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    # The layers are those of the folders here, not of an installed package.
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [_BIN / command[0], *command[1:]], cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
    print(f"lint: {name}: {'passed' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - started:.1f} s")
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0
