"""The wall clock of every program, which the demo moves to a working morning; elsewhere it is the machine's own.

The demo moves its own clock and gives the variable to the processes that it starts, so that all of them agree.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

VARIABLE = "DAWR_DEMO_CLOCK_AHEAD_S"
"""By how many seconds the demo's clock is ahead of the machine's (below 0: behind); unset outside the demo."""

_ahead = timedelta(seconds=float(os.environ.get(VARIABLE) or 0))


def utc_now() -> datetime:
    """Return this instant in UTC."""
    return datetime.now(UTC) + _ahead


def ahead() -> timedelta:
    """Return how far the clock is ahead of the machine's: nothing outside the demo."""
    return _ahead


def move_clock(by: timedelta) -> None:
    """Move the clock of this process, and of every process that it starts from now on."""
    global _ahead  # noqa: PLW0603  # a process has one wall clock
    _ahead = by
    os.environ[VARIABLE] = str(by.total_seconds())
