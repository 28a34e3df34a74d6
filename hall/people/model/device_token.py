"""The tokens of one device: the one that it has, the one that follows, and for a while the one of before.

A device asks each day. After 90 days it gets the next token, writes it to its disk, and asks with it the next time:
from then on the next one is its token, and the one of before ends when nobody has asked with it for 30 days. So no
power cut, lost answer, wrong clock or new key of the hall leaves a program without a valid token, and a device that is
off keeps its token. A second program with the same token loses its own where the first one confirms the next one while
the hall's clock is more than 30 days behind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

RENEW_AFTER = timedelta(days=90)
KEPT = timedelta(days=30)
"""How long the token of before is good since somebody asked with it: two programs may share it, or a disk be reset."""


@dataclass(frozen=True)
class DeviceTokens:
    """The hashes of one device's tokens."""

    current: str
    since: datetime
    coming: str | None
    """Follows from the current one; good already, so that a hall restored from an older copy knows it."""
    before: str | None = None
    before_until: datetime | None = None

    def after_question(self, used: str, following: str, at: datetime) -> tuple[DeviceTokens, bool]:
        """Return the tokens after the device asked with the one of hash `used`, and whether it gets the one after it.

        `following` is the hash of the token after the used one.
        """
        if used == self.coming:  # the device has it on its disk
            return DeviceTokens(used, at, following, self.current, at + KEPT), False
        if used == self.current:
            due = self._is_due(at)
            # One that may have been given out stays: the device may have it on its disk. After a new hall.key another
            # one follows, for a device that is not due yet; a device that is due keeps what it has.
            coming = self.coming if due and self.coming else following
            return replace(self, coming=coming), due and coming == following
        if used == self.before:
            return replace(self, before_until=at + KEPT), following == self.current
        return self, False

    def _is_due(self, at: datetime) -> bool:
        """Return whether the current token is old, and nobody uses the one of before any more.

        A clock that was wrong makes a token too old, or puts its beginning far into the future: both are due.
        """
        still_used = self.before_until is not None and at < self.before_until <= at + KEPT
        return abs(at - self.since) >= RENEW_AFTER and not still_used
