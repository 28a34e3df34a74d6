"""One program of a kind per seat, so that two kiosks never share one printer."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QLockFile


class AlreadyRunningError(RuntimeError):
    """Another program of this name runs on this machine."""


class SingleInstance:
    """Holds the lock `name` until `release()` or the end of the process, also by kill -9 (a dead holder is seen)."""

    def __init__(self, name: str, folder: Path | None = None) -> None:
        base = folder or Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
        self._name = name
        self._lock = QLockFile(str(base / f"dawr_{name}.lock"))
        self._lock.setStaleLockTime(0)

    def take(self) -> None:
        """Take the lock or raise AlreadyRunningError naming the process that holds it."""
        if not self._lock.tryLock(0):
            raise AlreadyRunningError(f"{self._name} runs already here ({self._holder()}): close it first")

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        self._lock.unlock()

    def _holder(self) -> str:
        unknown = "its process is not known"
        try:
            lock = Path(self._lock.fileName()).read_text(encoding="utf-8", errors="replace")
        except OSError:  # the lock of another account
            return unknown
        first_line = lock.partition("\n")[0]
        return f"process {first_line}" if first_line.isdigit() else unknown
