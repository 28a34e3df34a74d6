"""A file lock that one process holds at a time; the system releases it when the process ends. Stdlib only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

TRY_EVERY_S = 0.5


@contextmanager
def alone(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock. If another process holds it, call `waiting` once and wait until it is free.

    Without permission to write, or on a file system without locks, the process continues without a lock.
    """
    try:
        file = path.open("a+b")
    except OSError:
        yield
        return
    with file as held:
        if not _try_lock(held):
            waiting()
            while not _try_lock(held):
                time.sleep(TRY_EVERY_S)
        try:
            yield
        finally:
            _unlock(held)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(held: IO[bytes]) -> bool:
        held.seek(0)
        try:
            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:
            return True
        return True

    def _unlock(held: IO[bytes]) -> None:
        held.seek(0)
        with suppress(OSError):
            msvcrt.locking(held.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(held: IO[bytes]) -> bool:
        try:
            fcntl.flock(held.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def _unlock(held: IO[bytes]) -> None:
        with suppress(OSError):
            fcntl.flock(held.fileno(), fcntl.LOCK_UN)
