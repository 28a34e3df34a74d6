"""How often an address may ask in a minute."""

from __future__ import annotations

from datetime import datetime

from central.errors import BusyError
from common.attempt_limit import AttemptLimit


class Shares:
    """Counts what each address asked for in the last minute; thread-safe."""

    def __init__(self, limit: int, most: int = 10_000) -> None:
        self._limit = AttemptLimit(limit, 60.0, most=most)

    def take(self, address: str, now: datetime) -> None:
        """Count one request; raise BusyError 429 when the address has had its share of the minute."""
        if wait_s := self._limit.count(address, now.timestamp()):
            detail = f"at most {self._limit.attempts} requests a minute: the figures change every ten seconds"
            raise BusyError("too_many_requests", detail, retry_after_s=wait_s, status=429)
