"""The hall's clock as this computer sees it: so that timers run from the hall's instants, whatever the time here.

The hall tells instants: that of a fact as it happens, that of an answer. Each was at most now when it arrived, so the
newest estimate is the one that is furthest ahead.

>>> from datetime import UTC, datetime
>>> at = datetime(2026, 11, 25, 8, 0, 0, tzinfo=UTC)
>>> clock = ServerClock().heard(at, local_s=100.0).heard(at, local_s=103.0)
>>> clock.now(local_s=105.0) - at
datetime.timedelta(seconds=5)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BACKWARD_S = 5.0
"""An exact instant this far behind the estimate means that the hall's clock was set back."""


@dataclass(frozen=True)
class ServerClock:
    """`offset_s` is hall time minus local monotonic time, in seconds; None before anything was heard."""

    offset_s: float | None = None

    def heard(self, at: datetime, *, local_s: float, exact: bool = False) -> ServerClock:
        """Return the clock after the hall's instant `at` arrived at monotonic `local_s`; `exact`: told as now."""
        sample = (at - EPOCH).total_seconds() - local_s
        if self.offset_s is None or sample > self.offset_s or (exact and sample < self.offset_s - BACKWARD_S):
            return replace(self, offset_s=sample)
        return self

    def now(self, *, local_s: float) -> datetime | None:
        """Return the hall's instant at monotonic `local_s`, None before anything was heard."""
        return None if self.offset_s is None else EPOCH + timedelta(seconds=self.offset_s + local_s)


def seconds_since(at: datetime | None, now: datetime | None) -> int:
    """Return whole seconds from `at` to `now`, never negative; 0 where either is unknown."""
    return max(0, int((now - at).total_seconds())) if at is not None and now is not None else 0
