"""A file that one process holds at a time, given up when the process ends, however it ends. Stdlib only."""

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
    """Hold the file; where another process does, call `waiting` once and go on when that one is done.

    A process that may not write there, or a file system without locks, continues without a lock.
    """
    try:
        file = path.open("a+b")
    except OSError:
        yield
        return
    with file as held:
        if not _take(held):
            waiting()
            while not _take(held):
                time.sleep(TRY_EVERY_S)
        try:
            yield
        finally:
            _give_up(held)


if sys.platform == "win32":
    import msvcrt

    def _take(held: IO[bytes]) -> bool:
        held.seek(0)
        try:
            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:
            return True
        return True

    def _give_up(held: IO[bytes]) -> None:
        held.seek(0)
        with suppress(OSError):
            msvcrt.locking(held.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(held: IO[bytes]) -> bool:
        try:
            fcntl.flock(held.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def _give_up(held: IO[bytes]) -> None:
        with suppress(OSError):
            fcntl.flock(held.fileno(), fcntl.LOCK_UN)
