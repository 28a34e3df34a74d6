"""Say who stands in the way of opening a device: the program that holds it, or the group that owns it."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

PROC = Path("/proc")


def holder_of(path: str, proc: Path = PROC) -> str:
    """Return the program that has a device open, as "getty (process 812)"; empty when none may be seen.

    Another user's processes are hidden from an ordinary user.
    """
    wanted, own = os.path.realpath(path), os.getpid()
    for process in sorted(
        (entry for entry in proc.glob("[0-9]*") if int(entry.name) != own), key=lambda e: int(e.name)
    ):
        try:
            if any(os.path.realpath(link) == wanted for link in (process / "fd").iterdir()):
                return f"{(process / 'comm').read_text('utf-8', 'replace').strip()} (process {process.name})"
        except OSError:  # it ended meanwhile, or is another user's
            continue
    return ""


def in_use_text(path: str, proc: Path = PROC) -> str:
    """Return the sentence for a device that another program holds."""
    holder = holder_of(path, proc)
    if holder:
        return f"{path} is in use by another program, {holder}: end it, or give the printer another port"
    return f"{path} is in use by another program: end it; sudo fuser -v {path} tells which it is"


def forbidden_text(path: str) -> str:
    """Return the sentence for a device that this user may not open, with the command that allows it."""
    group = group_of(path)
    if not group or group == "root":
        return f"no permission for {path}: this user may not open it; ask the administrator of this machine"
    return (
        f"no permission for {path}: it is for the group {group}; run sudo usermod -aG {group} {user()} "
        "and sign in again"
    )


def group_of(path: str) -> str:
    """Return the name of the group that owns a device, empty when it is not known."""
    try:
        return Path(path).group()
    except (OSError, KeyError):
        return ""


def user() -> str:
    """Return the name of the user this process runs as; under a service manager the environment does not tell it."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container's number without a name
        return os.environ.get("USER") or "USER"
