"""Make the machine ready: system libraries, the virtual environment and its hash-locked packages. Stdlib only.

Each step says what it does before it does it, does nothing where nothing is missing, and never touches the system's own
Python. Of two commands that come first at once, one makes it and the other waits. An environment that has the packages
already (`uv sync`, `pip install -e .`) is used as it is. `DAWR_ENVIRONMENT=ready` (packages, images) skips all of it;
`installed` (the command `dawr`) only names the system libraries that are missing.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

from commands.runtime import system_packages
from commands.runtime.file_lock import alone

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
_LOCKS = {"server": "run", "screen": "run", "test": "test"}


def ensure(needs: str, *, argv: list[str]) -> None:
    """Return when this process can run a command of these needs; where another interpreter must, it takes over here."""
    if needs == "nothing" or _given() == "ready":
        return
    lock = _LOCKS[needs]
    if _given() == "installed" or _is_another_environment_with(lock):
        _name_missing_libraries(needs)
        return
    if _system_lacks(needs) or not _installed(lock):
        with alone(ROOT / ".venv.lock", _say_waiting):
            _ensure_system(needs)
            if not _installed(lock):  # the one that was waited for may have made it
                _install(lock)
    if not _is_ours():
        _continue_in_venv(argv)


def is_made(needs: str) -> bool:
    """Return whether the packages of these needs are there already."""
    if needs == "nothing" or _given():
        return True
    return _installed(_LOCKS[needs]) or _is_another_environment_with(_LOCKS[needs])


def _given() -> str:
    return os.environ.get("DAWR_ENVIRONMENT", "")


def _is_ours() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def _is_another_environment_with(lock: str) -> bool:
    """Return whether this interpreter is not .venv's and has every package, in the versions that its owner chose."""
    # Where .venv is made and no environment is active, this is the system's Python.
    in_use = sys.prefix != sys.base_prefix or not _installed(lock)
    return in_use and not _is_ours() and _required(lock) <= _installed_here()


def _required(lock: str) -> set[str]:
    """Return the packages that pyproject.toml asks for on every platform."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(project["optional-dependencies"]["test"] if lock == "test" else [])]
    return {_normal(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in wanted if ";" not in one}


def _installed_here() -> set[str]:
    # importlib.metadata would tell as much, and load the e-mail parser into every program.
    folders = [Path(path) for path in sys.path if path]
    return {_normal(one.name.partition("-")[0]) for folder in folders for one in folder.glob("*.dist-info")}


def _normal(name: str) -> str:
    """Return a package's name as all tools compare it.

    >>> _normal("PySide6_Essentials")
    'pyside6-essentials'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def _name_missing_libraries(needs: str) -> None:
    missing = system_packages.missing(needs)
    if missing:
        command = " ".join(system_packages.install_command(missing) or ["install:", *missing])
        _say(f"system libraries are missing, so its windows may not open. {command}")


def python() -> Path:
    """Return the interpreter of the virtual environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _system_lacks(needs: str) -> list[str]:
    missing = system_packages.missing(needs)
    if not _has_pip() and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def _has_pip() -> bool:
    """Return whether .venv has pip: one that uv made has none."""
    return any(VENV.glob("lib/python*/site-packages/pip")) or (VENV / "Lib" / "site-packages" / "pip").exists()


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
    elif not _has_pip():
        _run([str(python()), "-m", "ensurepip"])
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
