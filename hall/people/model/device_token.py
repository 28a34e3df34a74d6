"""The tokens of one device: the current one, the next one, and for a while the previous one.

A device asks each day. After 90 days it gets its next token, writes it to its disk, and asks with it the next time:
from then on that one is its current token, and the previous one ends when nobody has asked with it for 30 days. So no
power cut, lost answer, wrong clock or new key of the hall leaves a program without a valid token, and a device that is
off keeps its token. A second program with the same token loses it where the first one confirms the next one while
the hall's clock is more than 30 days behind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

RENEW_AFTER = timedelta(days=90)
PREVIOUS_KEPT = timedelta(days=30)
"""How long the previous token is good since somebody asked with it: two programs may share it, or a disk be reset."""


@dataclass(frozen=True)
class DeviceTokens:
    """The hashes of one device's tokens."""

    current: str
    since: datetime
    next: str | None
    """Good already, so that a hall restored from an older copy knows it."""
    previous: str | None = None
    previous_until: datetime | None = None

    def renew(self, used: str, after_used: str, at: datetime) -> tuple[DeviceTokens, bool]:
        """Return the tokens after the device asked with the one of hash `used`, and whether to give it the one after.

        `after_used` is the hash of the token that comes after the used one.
        """
        if used == self.next:  # the device has it on its disk
            return DeviceTokens(used, at, after_used, self.current, at + PREVIOUS_KEPT), False
        if used == self.current:
            due = self._is_due(at)
            # One that may have been given out stays: the device may have it on its disk. By a new hall.key another
            # one is the next, for a device that is not due yet; a device that is due keeps what it has.
            next_ = self.next if due and self.next else after_used
            return replace(self, next=next_), due and next_ == after_used
        if used == self.previous:
            return replace(self, previous_until=at + PREVIOUS_KEPT), after_used == self.current
        return self, False

    def _is_due(self, at: datetime) -> bool:
        """Return whether the current token is old, and nobody uses the previous one any more.

        A clock that was wrong makes a token too old, or puts its beginning far into the future: both are due.
        """
        still_used = self.previous_until is not None and at < self.previous_until <= at + PREVIOUS_KEPT
        return abs(at - self.since) >= RENEW_AFTER and not still_used
