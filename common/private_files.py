"""Keep what a program writes readable by its own user only."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

OWNER_ONLY = 0o077
"""The umask under which new folders are 0700 and new files 0600."""


def write_for_owner_only() -> None:
    """From now on every file and folder that this process and its children make belongs to their user alone."""
    os.umask(OWNER_ONLY)


def make_private_folder(folder: Path) -> None:
    """Make the folder, or close one that others may read; raise OSError when it cannot be made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A folder of another user stays as it is: its owner decided. Windows has no such modes.
    if os.name == "posix" and folder.stat().st_mode & OWNER_ONLY:
        with contextlib.suppress(PermissionError):
            folder.chmod(0o700)


def write_private(file: Path, text: str) -> None:
    """Replace the file in one step, readable by its owner only; raises OSError, and then the old one stands."""
    beside = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
