"""Lock the dependencies again: every package with its hashes, for all platforms, without a registry's address."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from common.configuration.command_parser import CommandParser

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "deploy" / "requirements"
_OPTIONS = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url",
            "--no-emit-find-links", "--quiet"]  # fmt: skip

_LOCKS = {
    "run": ["pyproject.toml", "--python-version", "3.11"],
    "test": ["pyproject.toml", "--extra", "test", "--python-version", "3.11"],
    "acceptance": ["deploy/requirements/acceptance.in", "--python-version", "3.13"],
}
"""What each lock is made of, with the oldest Python that it is for."""


def run(argv: list[str]) -> int:
    """Write each lock of deploy/requirements/ with the program uv."""
    CommandParser(prog="lock", description=__doc__).parse_args(argv)
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
    return 0
