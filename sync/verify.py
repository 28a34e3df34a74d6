"""Compare what the hall has sent with what the centre holds, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from contracts.outbox_entry import NO_VISITS, DayDigest


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
