"""The addresses of a hall's services, and which of them is spoken to now.

>>> addresses = HallAddresses(["http://10.0.0.5:8080/", "http://10.0.0.6:8080"])
>>> addresses.url("/hall")
'http://10.0.0.5:8080/api/v1/hall'
>>> addresses.advance()
>>> addresses.current
'http://10.0.0.6:8080'
"""

from __future__ import annotations

from collections.abc import Sequence

API_BASE = "/api/v1"


class HallAddresses:
    """One list for the live link and the commands of a program, so that both move to the stand-by together."""

    def __init__(self, addresses: Sequence[str]) -> None:
        if not addresses:
            raise ValueError("a hall needs at least one address, as in http://10.0.0.5:8080")
        self._addresses = tuple(address.rstrip("/").removesuffix(API_BASE) for address in addresses)
        self._at = 0
        self._below = ""

    def __len__(self) -> int:
        return len(self._addresses)

    @property
    def current(self) -> str:
        """Return the address spoken to now, without a slash at its end."""
        return self._addresses[self._at]

    def url(self, path: str) -> str:
        """Return the full URL of an API path such as `/visits`."""
        return f"{self.current}{self._below}{API_BASE}{path}"

    def enter(self, below: str) -> None:
        """Speak to what answers at `below` of the address from now on (`/training/…`); empty: to the hall itself."""
        self._below = below

    def advance(self) -> None:
        """Speak to the next address from now on, round and round."""
        self._at = (self._at + 1) % len(self._addresses)

    def leave(self, failed: str) -> None:
        """Advance only when `failed` is still the current one, so that two users do not skip an address together."""
        if failed == self.current:
            self.advance()
