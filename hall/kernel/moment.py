"""An instant with a monotonic reading beside it, so that a clock that jumps makes no negative wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Moment:
    """`at` is aware UTC; `monotonic_ns` counts since the boot named by `boot` and never runs backwards within it."""

    at: datetime
    monotonic_ns: int
    boot: str

    def seconds_since(self, earlier: Moment) -> float:
        """Return the seconds from `earlier` to this moment, never below 0; by the monotonic clock within one boot.

        >>> from datetime import UTC
        >>> nine = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
        >>> Moment(nine - timedelta(hours=2), 61_000_000_000, "b1").seconds_since(Moment(nine, 1_000_000_000, "b1"))
        60.0
        >>> Moment(nine - timedelta(hours=2), 5, "b2").seconds_since(Moment(nine, 1_000_000_000, "b1"))
        0.0
        """
        if self.boot == earlier.boot:
            return max(0.0, (self.monotonic_ns - earlier.monotonic_ns) / 1e9)
        return max(0.0, (self.at - earlier.at) / timedelta(seconds=1))
