"""Compare what the hall has sent with what the centre holds, day by day."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contracts.centre.outbox_entry import NO_VISITS, DayDigest
from sync.ports import Clock, Outbox, Uplink

log = logging.getLogger(__name__)

VERIFY_DAYS = 30
"""Less than the 35 days that delivered entries are kept: a day half pruned must not look like a difference."""


@dataclass(frozen=True)
class DayDifference:
    """A service day on which hall and centre do not hold the same visits and revisions; `digest` is the hall's."""

    service_day: date
    here: int
    centre: int
    digest: str


def differences(ours: Sequence[DayDigest], theirs: Sequence[DayDigest]) -> tuple[DayDifference, ...]:
    """Return the days that differ, oldest first; a day missing on one side has no visits there.

    >>> day = date(2026, 11, 24)
    >>> differences([DayDigest(day, 2, "aa")], [DayDigest(day, 2, "aa")])
    ()
    >>> differences([DayDigest(day, 2, "aa")], [])
    (DayDifference(service_day=datetime.date(2026, 11, 24), here=2, centre=0, digest='aa'),)
    """
    here = {digest.service_day: digest for digest in ours}
    there = {digest.service_day: digest for digest in theirs}
    found = []
    for day in sorted(here.keys() | there.keys()):
        one = here.get(day, DayDigest(day, 0, NO_VISITS))
        other = there.get(day, DayDigest(day, 0, NO_VISITS))
        if (one.visits, one.digest) != (other.visits, other.digest):
            found.append(DayDifference(day, one.visits, other.visits, one.digest))
    return tuple(found)


class Comparison:
    """Compares the last 30 days, and sends again what differs; UplinkError where the centre does not answer."""

    def __init__(self, outbox: Outbox, uplink: Uplink, clock: Clock) -> None:
        self._outbox, self._uplink, self._clock = outbox, uplink, clock
        self._requeued: dict[date, str] = {}

    def differing(self) -> tuple[DayDifference, ...]:
        """Return the days that differ, oldest first."""
        last = self._clock.now().date() + timedelta(days=1)
        first = last - timedelta(days=VERIFY_DAYS)
        return differences(self._outbox.day_digests(first, last), self._uplink.day_digests(first, last))

    def send_again(self) -> None:
        """Queue the days that differ once more.

        A restored hall lacks visits that the centre has: sending again once is enough, every night is not.
        """
        for day in self.differing():
            if self._requeued.get(day.service_day) == day.digest:
                continue
            self._requeued[day.service_day] = day.digest
            entries = self._outbox.requeue(day.service_day)
            log.warning(
                "%s: %d visits here, %d at the centre; %d entries go again",
                day.service_day, day.here, day.centre, entries,
            )  # fmt: skip
