"""Lock the dependencies again: every package with its hashes, for all platforms, without a registry's address.

`--age` says when that was done last, and fails when it is too long ago: packages of others have holes that their newer
versions do not have.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "deploy" / "requirements"
_OPTIONS = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url",
            "--no-emit-find-links", "--quiet"]  # fmt: skip

LOCKED_ON = ROOT / "deploy" / "locked_on.txt"
"""The day of the newest lock."""
MOST_DAYS = 90
_LOCKS = {
    "run": ["pyproject.toml", "--python-version", "3.11"],
    "test": ["pyproject.toml", "--extra", "test", "--python-version", "3.11"],
    "acceptance": ["deploy/requirements/acceptance.in", "--python-version", "3.13"],
}
"""What each lock is made of, with the oldest Python that it is for."""


def run(argv: list[str]) -> int:
    """Write each lock of deploy/requirements/ with the program uv."""
    parser = CommandParser(prog="lock", description=__doc__)
    parser.add_argument("--age", action="store_true", help=f"lock nothing; 1 when the lock is over {MOST_DAYS} days")
    if parser.parse_args(argv).age:
        return _age(utc_now().date())
    uv = shutil.which("uv")
    if uv is None:
        print(
            "main.py lock: the program uv is not on the path; install it for yourself: pip install uv", file=sys.stderr
        )
        return 2
    environment = {**os.environ, "UV_FIND_LINKS": ""}
    for name, source in _LOCKS.items():
        command = [uv, "pip", "compile", *source, *_OPTIONS, "-o", str(REQUIREMENTS / f"{name}.txt")]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        if done.returncode:
            return done.returncode
    LOCKED_ON.write_text(f"{utc_now().date()}\n", encoding="utf-8")
    return 0


def _age(today: date) -> int:
    """Print how old the lock is; return 1 when it is too old."""
    locked_on = date.fromisoformat(LOCKED_ON.read_text(encoding="utf-8").strip())
    days = (today - locked_on).days
    print(f"main.py lock: the packages were locked on {locked_on}, {days} days ago")
    if days <= MOST_DAYS:
        return 0
    print(f"main.py lock: lock them again, more than {MOST_DAYS} days have passed: main.py lock", file=sys.stderr)
    return 1
