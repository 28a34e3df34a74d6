"""What the fake hall refuses with."""

from __future__ import annotations


class RefusedError(Exception):
    """The hall refuses: an HTTP status and a code of the contract."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
