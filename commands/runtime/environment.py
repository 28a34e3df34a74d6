"""Make the machine ready: system libraries, the virtual environment and its hash-locked packages. Stdlib only.

Each step says what it does before it does it, does nothing where nothing is missing, and never touches the system's own
Python. Of two commands that come first at once, one makes it and the other waits. With `DAWR_ENVIRONMENT=ready`
(packages, images) all of it is skipped.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from commands.runtime import system_packages
from commands.runtime.file_lock import alone

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
_LOCKS = {"server": "run", "screen": "run", "test": "test"}


def ensure(needs: str, *, argv: list[str]) -> None:
    """Return when this process can run a command of these needs; where another interpreter must, it takes over here."""
    if needs == "nothing" or os.environ.get("DAWR_ENVIRONMENT") == "ready":
        return
    lock = _LOCKS[needs]
    if _system_lacks(needs) or not _installed(lock):
        with alone(ROOT / ".venv.lock", _say_waiting):
            _ensure_system(needs)
            if not _installed(lock):  # the one that was waited for may have made it
                _install(lock)
    if Path(sys.prefix).resolve() != VENV.resolve():
        _continue_in_venv(argv)


def is_made(needs: str) -> bool:
    """Return whether the packages of these needs are there already."""
    return needs == "nothing" or os.environ.get("DAWR_ENVIRONMENT") == "ready" or _installed(_LOCKS[needs])


def python() -> Path:
    """Return the interpreter of the virtual environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _system_lacks(needs: str) -> list[str]:
    missing = system_packages.missing(needs)
    if not VENV.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def _say_waiting() -> None:
    _say("another command is setting this machine up just now; this one waits until that is done")


def _ensure_system(needs: str) -> None:
    missing = _system_lacks(needs)
    if not missing:
        return
    command = system_packages.install_command(missing)
    if command is None:
        _say(f"these system packages are missing and cannot be installed from here: {' '.join(missing)}")
        return
    _say(f"installing system packages: {' '.join(missing)}")
    system_packages.install(command)


def _stamp(lock: str) -> Path:
    return VENV / f".dawr-{lock}"


def _locked(lock: str) -> str:
    return (ROOT / "deploy" / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def _installed(lock: str) -> bool:
    # What the tests need holds all that running needs. The stamp is the lock itself and not its digest: hashlib would
    # map four megabytes of OpenSSL into each program.
    return any(_stamp(name).exists() and _stamp(name).read_text("utf-8") == _locked(name) for name in (lock, "test"))


def _install(lock: str) -> None:
    started = time.monotonic()
    if not python().exists():
        _say("making the virtual environment .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(VENV)])
    _say(f"installing the locked packages of deploy/requirements/{lock}.txt (their hashes are checked)")
    pip = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    _run([*pip, "-r", str(ROOT / "deploy" / "requirements" / f"{lock}.txt")])
    _stamp(lock).write_text(_locked(lock), encoding="utf-8")
    _say(f"ready after {time.monotonic() - started:.0f} s")


def _continue_in_venv(argv: list[str]) -> None:
    command = [str(python()), str(ROOT / "main.py"), *argv]
    if os.name == "nt":  # no exec on Windows that keeps the console
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)  # noqa: S606  # our own interpreter with our own arguments


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False)
    if done.returncode:
        sys.exit(f"main.py: this step failed: {' '.join(command)}\nMend what it says above and start again.")


def _say(text: str) -> None:
    print(f"main.py: {text}", file=sys.stderr, flush=True)
