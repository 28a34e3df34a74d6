"""Lock the dependencies again: every package with its hashes, for all platforms, without a registry's address."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements"
_OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-emit-index-url",
            "--no-emit-find-links", "--quiet"]  # fmt: skip


def run(argv: list[str]) -> int:
    """Write run.txt and test.txt from run.in and test.in; needs the program uv, which is not needed otherwise."""
    argparse.ArgumentParser(prog="main.py lock", description=__doc__).parse_args(argv)
    uv = shutil.which("uv")
    if uv is None:
        print(
            "main.py lock: the program uv is not on the path; install it for yourself: pip install uv", file=sys.stderr
        )
        return 2
    environment = {**os.environ, "UV_FIND_LINKS": ""}
    for name in ("run", "test"):
        command = [uv, "pip", "compile", *_OPTIONS, "-o", f"{name}.txt", f"{name}.in"]
        done = subprocess.run(command, cwd=REQUIREMENTS, env=environment, check=False)
        if done.returncode:
            return done.returncode
    return 0
