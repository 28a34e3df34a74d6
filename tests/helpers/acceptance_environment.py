"""The environment of programs written by others, made once and kept under build/."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "deploy" / "requirements" / "acceptance.txt"
_INSTALL_S = 110


def interpreter(program: str) -> Path:
    """Return the Python that has this program; skips the test, by name, where it cannot be had."""
    python = shutil.which("python3.13", path=f"/usr/bin:{os.environ.get('PATH', '')}")
    if python is None:
        pytest.skip(f"{program}: needs python3.13, which this machine does not have")
    home = ROOT / "build" / f"acceptance-{sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]}"
    home.parent.mkdir(exist_ok=True)
    with (home.parent / "acceptance.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "whole").exists():
            _make(home, python, program)
    return home / "bin" / "python"


def _make(home: Path, python: str, program: str) -> None:
    """Make the environment by our own pip: Debian's Python has no pip where python3-venv is not installed."""
    shutil.rmtree(home, ignore_errors=True)
    subprocess.run([python, "-m", "venv", "--without-pip", home], check=True, capture_output=True, timeout=_INSTALL_S)
    pip = [sys.executable, "-m", "pip", "--python", home / "bin" / "python", "install", "--quiet"]
    # What the tests use of it is compiled when they import it; most of it they never do.
    pip += ["--disable-pip-version-check", "--no-compile"]
    process = subprocess.Popen(
        [*pip, "--require-hashes", "--only-binary", ":all:", "-r", REQUIREMENTS],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        _, errors = process.communicate(timeout=_INSTALL_S)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # pip runs itself once more in the other Python, which would go on
        process.communicate()
        pytest.skip(f"{program}: the package index did not give it within {_INSTALL_S} s")
    if "hash" in errors.lower():
        pytest.fail(f"{program} is not what deploy/requirements/acceptance.txt names: {errors[-600:]}")
    if process.returncode:
        pytest.skip(f"{program}: the package index cannot be reached: {errors.strip().splitlines()[-1][:200]}")
    (home / "whole").touch()
