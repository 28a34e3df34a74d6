"""Wrong PINs in a row of one subject (an agent, or the device they are typed at), and the wait that follows them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from common.back_off import pause_s

FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=4)
FORGOTTEN_AFTER = timedelta(hours=24)
AGENT_TRIES, DEVICE_TRIES = 5, 10
"""Wrong PINs in a row that lock an agent, and a device, at which agents take turns."""


@dataclass(frozen=True)
class PinTries:
    """What is kept of one subject.

    A try counts as wrong before its slow check begins and is taken back when it proves right: a hundred tries sent at
    once are still five.
    """

    wrong: int = 0
    """Wrong PINs since the last lock."""
    locks: int = 0
    locked_until: datetime | None = None
    last_try_at: datetime | None = None

    def wait_s(self, at: datetime) -> int:
        """Return for how many seconds no try is heard; 0 when one is.

        A clock that was set back to before the last try ends the lock: it would last for years.
        """
        if self.locked_until is None or self.last_try_at is None or not self.last_try_at <= at < self.locked_until:
            return 0
        return math.ceil((self.locked_until - at) / timedelta(seconds=1))

    def is_forgotten(self, at: datetime) -> bool:
        """Return whether the last try or lock is old enough that the count begins again."""
        last = self.locked_until or self.last_try_at
        return last is None or at - last >= FORGOTTEN_AFTER

    def with_try(self, limit: int, at: datetime) -> PinTries:
        """Return the count with one more try, which locks the subject when it is the last within the limit."""
        before = PinTries() if self.is_forgotten(at) else self
        wrong = before.wrong + 1 if before.locked_until is None else 1
        if wrong < limit:
            return PinTries(wrong, before.locks, None, at)
        locks = before.locks + 1
        wait_s = pause_s(locks, first_s=FIRST_WAIT.total_seconds(), longest_s=LONGEST_WAIT.total_seconds())
        return PinTries(wrong, locks, at + timedelta(seconds=wait_s), at)

    def without_try(self, begun_at: datetime, before: datetime | None) -> PinTries:
        """Return the count without the try begun at `begun_at`, which proved right; the lock that it began ends.

        `before` is when the try before it was made: a right PIN must not keep wrong ones from being forgotten.
        """
        locks = self.locks - 1 if self.locked_until is not None else self.locks
        last = before if self.last_try_at == begun_at else self.last_try_at
        return replace(self, wrong=max(0, self.wrong - 1), locks=max(0, locks), locked_until=None, last_try_at=last)
