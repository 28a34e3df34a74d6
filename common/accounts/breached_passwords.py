"""Passwords that were in a leak: a file of their SHA-1 hashes that the ministry brings, asked without a network.

The form is that of the Pwned Passwords list: one hash in hex on a line, in order, with or without `:COUNT` behind it.
SHA-1 is what the list is made of; it protects nothing here.
"""

from __future__ import annotations

import hashlib
import logging
import re
from pathlib import Path

log = logging.getLogger(__name__)
_LINE = re.compile(rb"[0-9A-Fa-f]{40}(:\d+)?\r?")


class BreachedPasswordsError(ValueError):
    """The file cannot be used; the message says why."""


class BreachedPasswords:
    """Looks passwords up in the file: forty short readings for a list of 40 GB, and no memory. From any thread."""

    def __init__(self, file: Path) -> None:
        """Raise BreachedPasswordsError where the file has other content."""
        self._file = file
        self._away = False
        try:
            with file.open("rb") as lines:
                first = lines.readline().rstrip(b"\n")
        except OSError as error:
            raise BreachedPasswordsError(f"{file} cannot be read: {error.strerror}") from error
        if not _LINE.fullmatch(first):
            raise BreachedPasswordsError(f"{file}: expected SHA-1 hashes in order, one a line, as HASH or HASH:COUNT")

    def has(self, password: str) -> bool:
        """Return whether the password is in the list; without the file none is, as where there is no list."""
        try:
            found = self._finds(password)
        except OSError as error:
            if not self._away:
                log.warning("%s cannot be read, leaked passwords are taken: %s", self._file, error.strerror)
            self._away = True
            return False
        self._away = False
        return found

    def _finds(self, password: str) -> bool:
        wanted = hashlib.sha1(password.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest().upper()
        low, high = 0, self._file.stat().st_size
        with self._file.open("rb") as lines:
            while low < high:
                middle = (low + high) // 2
                lines.seek(middle)
                if middle:
                    lines.readline()  # the rest of a line whose beginning was not read
                at = lines.tell()
                found = lines.readline()[:40].decode("ascii", "replace").upper()
                if not found or found >= wanted:
                    high = middle
                if found == wanted:
                    return True
                if found and found < wanted:
                    low = max(at, middle + 1)
            lines.seek(0)
            return lines.readline()[:40].decode("ascii", "replace").upper() == wanted
