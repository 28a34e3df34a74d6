"""A lock that one process holds and the kernel frees when the process ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from io import FileIO
from pathlib import Path

_LOOK_EVERY_S = 0.1
_LOCKED_AT = 1 << 30
"""Windows keeps others from reading locked bytes: what is locked lies far behind the process number."""


class FileLock:
    """A lock file with the number of the process that holds it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: FileIO | None = None

    def take(self, wait_s: float = 0) -> bool:
        """Take the lock, waiting up to `wait_s` seconds; say whether it is ours."""
        # Never truncated before it is ours: it names the holder. Never removed: a removed file can be locked twice.
        file = self.path.open("a+b", buffering=0)  # what could not be written must not be tried again at the close
        give_up = time.monotonic() + wait_s
        while not _lock(file):
            if time.monotonic() >= give_up:
                file.close()
                return False
            time.sleep(_LOOK_EVERY_S)
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        self._file = file
        return True

    def is_held(self) -> bool:
        """Return whether the lock is ours and its path still leads to the file that we locked."""
        if self._file is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self.path.stat())
        except OSError:
            return False

    def leave(self) -> None:
        """Let others take it."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def holder(self) -> int | None:
        """Return the process that took it last, or None."""
        try:
            text = self.path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return int(text) if text.isdigit() else None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: FileIO) -> bool:
        file.seek(_LOCKED_AT)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: FileIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
