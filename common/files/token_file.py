"""The file of a device's token, in which the next token replaces the one that the program was started with."""

from __future__ import annotations

from pathlib import Path

from common.files.durable import write_whole


class TokenFile:
    """Replaces only what this program was started with or has written.

    A file with another token was written by another program, or the device was paired again.
    """

    def __init__(self, path: Path, token: str) -> None:
        self.path = path
        self._own = {token}

    def replace(self, token: str) -> bool:
        """Write the next token and return True, unless the file has it or a token that is not this program's.

        Raises OSError and ValueError; the current token stays good.
        """
        kept = self.path.read_text(encoding="utf-8").strip()
        if kept == token or kept not in self._own:
            return False
        write_whole(self.path, token)
        self._own.add(token)
        return True
