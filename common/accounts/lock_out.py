"""How long somebody waits after wrong passwords in a row: nothing at first, then twice as long each time (pure)."""

from __future__ import annotations

from datetime import datetime, timedelta

from common.back_off import pause_s

FREE = 3
"""Wrong tries that cost nothing: people mistype."""
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=30)


def wait_after(wrong: int) -> timedelta:
    """Return how long the next try is refused after this number of wrong ones in a row.

    >>> [int(wait_after(wrong).total_seconds()) for wrong in (0, 3, 4, 5, 6, 60)]
    [0, 0, 15, 30, 60, 1800]
    """
    return timedelta(
        seconds=pause_s(wrong - FREE, first_s=FIRST_WAIT.total_seconds(), longest_s=LONGEST_WAIT.total_seconds())
    )


def locked_until(wrong: int, now: datetime) -> datetime | None:
    """Return until when tries are not heard, None where the next one may come at once."""
    wait = wait_after(wrong)
    return now + wait if wait else None
