"""Where the tests put their files: in memory where it has room, as making and deleting them costs a disk far more."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108  # the system's folder in memory; what tests make in it has unique names
WANTED_BYTES = 4 << 30
"""What must be free, of the folder and of the machine: a whole run leaves a tenth of it at most."""


def roomy(folder: Path = MEMORY, *, machine: Path = Path("/proc/meminfo"), wanted: int = WANTED_BYTES) -> Path | None:
    """Return the folder in memory when everybody may write and start programs there and it has room, else None."""
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        return None
    if os.statvfs(folder).f_flag & os.ST_NOEXEC:  # tests write programs, and start them
        return None
    free = min(shutil.disk_usage(folder).free, _available_bytes(machine))
    return folder if free >= wanted else None


def _available_bytes(machine: Path) -> int:
    try:
        told = machine.read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^MemAvailable:\s+(\d+) kB$", told, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0
