"""An empty Debian with systemd in a folder, as its installer leaves it: made once by debootstrap and kept."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

from commands.package.debian.release import DEBIANS
from tests.helpers import systemd_machine

KEPT = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dawr" / "debian-roots"
_INCLUDED = "systemd,systemd-sysv,dbus"


def debian_root(name: str) -> Path:
    """Return the folder of a Debian, `debian12` or `debian13`; nothing may be written into it."""
    root = KEPT / name
    if not root.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        draft = KEPT / f"{name}.{os.getpid()}"
        command = ["debootstrap", "--variant=minbase", f"--include={_INCLUDED}", DEBIANS[name].name, str(draft)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-1500:]
        draft.rename(root)
    return root


def why_not() -> str | None:
    """Return why no such machine can be made here, or None."""
    if platform.system() != "Linux" or shutil.which("debootstrap") is None:
        return "debootstrap is not installed"
    return systemd_machine.why_not()
