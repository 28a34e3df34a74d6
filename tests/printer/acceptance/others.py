"""The environment of programs written by others, made once and kept under build/."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
REQUIREMENTS = ROOT / "deploy" / "requirements" / "acceptance.txt"
_INSTALL_S = 110


def interpreter() -> Path:
    """Return the Python that has emupos; skips the test, by name, where it cannot be had."""
    python = shutil.which("python3.13", path=f"/usr/bin:{os.environ.get('PATH', '')}")
    if python is None:
        pytest.skip("emupos: needs python3.13, which this machine does not have")
    home = ROOT / "build" / f"acceptance-{sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]}"
    home.parent.mkdir(exist_ok=True)
    with (home.parent / "acceptance.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "whole").exists():
            _make(home, python)
    return home / "bin" / "python"


def _make(home: Path, python: str) -> None:
    """Make the environment by our own pip: Debian's Python has none of its own where python3-venv is not installed."""
    shutil.rmtree(home, ignore_errors=True)
    subprocess.run([python, "-m", "venv", "--without-pip", home], check=True, capture_output=True, timeout=_INSTALL_S)
    pip = [sys.executable, "-m", "pip", "--python", home / "bin" / "python", "install", "--quiet"]
    pip += ["--disable-pip-version-check"]
    try:
        done = subprocess.run(
            [*pip, "--require-hashes", "--only-binary", ":all:", "-r", REQUIREMENTS],
            check=False,
            capture_output=True,
            text=True,
            timeout=_INSTALL_S,
        )
    except subprocess.TimeoutExpired:
        pytest.skip(f"emupos: the package index did not give it within {_INSTALL_S} s")
    if "hash" in done.stderr.lower():
        pytest.fail(f"emupos is not what deploy/requirements/acceptance.txt names: {done.stderr[-600:]}")
    if done.returncode:
        pytest.skip(f"emupos: the package index cannot be reached: {done.stderr.strip().splitlines()[-1][:200]}")
    (home / "whole").touch()


def read_number(picture: Path) -> str:
    """Return what Tesseract reads on a picture of one line; skips the test, by name, where there is none."""
    program = shutil.which("tesseract")
    if program is None:
        pytest.skip("tesseract: the number cannot be read by others' code; install tesseract-ocr")
    with tempfile.TemporaryDirectory(prefix="dawr-ocr-") as folder:
        done = subprocess.run(
            [program, str(picture), "stdout", "-l", "eng", "--psm", "7"],
            check=True,
            capture_output=True,
            text=True,
            cwd=folder,
            env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"},
            timeout=60,
        )
    return done.stdout.strip()
