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


def keys_beside(data: Path) -> Path:
    """Return the folder of the keys of a hall or centre with this data folder, unless its settings name another.

    >>> keys_beside(Path("/var/lib/dawr-hall"))
    PosixPath('/var/lib/dawr-hall-keys')
    """
    whole = Path(os.path.abspath(data))  # noqa: PTH100 - a link stays: the folder is beside it
    return whole.parent / f"{whole.name}-keys"
