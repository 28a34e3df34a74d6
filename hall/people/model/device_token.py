"""The tokens of one device: the one that it has, the one that follows, and for a while the one of before.

A device asks each day. After 90 days it gets the next token, writes it to its disk, and asks with it the next time:
from then on the next one is its token, and the one of before ends when nobody has asked with it for 30 days. So no
power cut, lost answer or wrong clock leaves a device without a valid token, and one that is off keeps its token.
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
            # After a new hall.key another one follows.
            return (replace(self, coming=following) if due else self), due
        if used == self.before:
            return replace(self, before_until=at + KEPT), following == self.current
        return self, False

    def _is_due(self, at: datetime) -> bool:
        """Return whether the current token is old, and nobody uses the one of before any more.

        A clock that was wrong makes a token too old, or puts its beginning far into the future: both are due.
        """
        still_used = self.before_until is not None and at < self.before_until <= at + KEPT
        return abs(at - self.since) >= RENEW_AFTER and not still_used
