"""Lock the dependencies again: every package with its hashes, for all platforms, without a registry's address."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "deploy" / "requirements"
_OPTIONS = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url",
            "--no-emit-find-links", "--quiet"]  # fmt: skip

_LOCKS = {"run": "3.11", "test": "3.11", "acceptance": "3.13"}
"""Each list of packages and the oldest Python that it is for."""


def run(argv: list[str]) -> int:
    """Write each `.txt` of deploy/requirements/ from its `.in`; needs the program uv, which is not needed otherwise."""
    argparse.ArgumentParser(prog="main.py lock", description=__doc__).parse_args(argv)
    uv = shutil.which("uv")
    if uv is None:
        print(
            "main.py lock: the program uv is not on the path; install it for yourself: pip install uv", file=sys.stderr
        )
        return 2
    environment = {**os.environ, "UV_FIND_LINKS": ""}
    for name, python in _LOCKS.items():
        command = [uv, "pip", "compile", *_OPTIONS, "--python-version", python, "-o", f"{name}.txt", f"{name}.in"]
        done = subprocess.run(command, cwd=REQUIREMENTS, env=environment, check=False)
        if done.returncode:
            return done.returncode
    return 0
