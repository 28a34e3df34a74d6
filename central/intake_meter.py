"""Know whether halls are catching up: whether full batches came just now."""

from __future__ import annotations

from datetime import datetime, timedelta

FULL = 200
"""A batch of so many records comes from a hall that has a backlog; at work a hall sends a few at a time."""
JUST_NOW = timedelta(seconds=2)


class IntakeMeter:
    """Remembers when the last full batch came; its one field may be read from any thread."""

    def __init__(self) -> None:
        self._last_full: datetime | None = None

    def took(self, records: int, *, now: datetime) -> None:
        """Note a batch.

        >>> from datetime import UTC
        >>> meter, now = IntakeMeter(), datetime(2026, 11, 24, tzinfo=UTC)
        >>> meter.took(500, now=now)
        >>> meter.catching_up(now), meter.catching_up(now + timedelta(seconds=3))
        (True, False)
        """
        if records >= FULL:
            self._last_full = now

    def catching_up(self, now: datetime) -> bool:
        """Say whether a full batch came within the last seconds."""
        return self._last_full is not None and now - self._last_full < JUST_NOW
