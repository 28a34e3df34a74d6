"""Write tickets to a file; nobody answers on it."""

from __future__ import annotations

import time
from io import FileIO
from pathlib import Path

from printer.transport.wire import Fault, WireError


class FileWire:
    """A file that is emptied when opened and then holds the ticket's bytes as a network printer would get them."""

    two_way = False

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._file: FileIO | None = None

    @property
    def address(self) -> str:
        """The file's path."""
        return str(self._path)

    def open(self) -> None:
        """Create or empty the file."""
        self.close()
        try:
            self._file = FileIO(self._path, "w")
        except PermissionError as error:
            raise WireError(Fault.FORBIDDEN, f"no permission to write {self._path}: give another path") from error
        except FileNotFoundError as error:
            raise WireError(
                Fault.MISSING, f"the folder {self._path.parent} does not exist: make it, or give another path"
            ) from error
        except OSError as error:
            text = f"{self._path} cannot be written ({error.strerror}): give another path"
            raise WireError(Fault.UNREACHABLE, text) from error

    def write(self, data: bytes, timeout_s: float) -> int:  # noqa: ARG002 (a file takes what it takes)
        """Append bytes."""
        if self._file is None:
            raise WireError(Fault.UNREACHABLE, f"{self._path} is not open")
        try:
            return self._file.write(data)
        except OSError as error:
            text = f"{self._path} cannot be written ({error.strerror}): is the disk full?"
            raise WireError(Fault.UNPLUGGED, text) from error

    def read(self, timeout_s: float) -> bytes:  # noqa: ARG002 (a file never answers)
        """Return nothing."""
        return b""

    def now(self) -> float:
        """Seconds of the system's monotonic clock."""
        return time.monotonic()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
