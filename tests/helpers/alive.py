"""Whether a process runs."""

from __future__ import annotations

import psutil


def alive(pid: int) -> bool:
    """Return whether the process runs: one that has ended and that nobody has waited for does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
