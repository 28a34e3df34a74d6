"""Prayer in turns: whether too many who serve a service are at prayer for one more to go. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hall.kernel.ids import ServiceCode
from hall.queue.model.session import CounterSession

PRAYER = "prayer"
"""The reason of a break for prayer."""


@dataclass(frozen=True, slots=True)
class PrayerTurn:
    """A service for which others are at prayer or about to go (`away`), so that the next must wait."""

    service: ServiceCode
    away: int
    back_at: datetime | None
    """When the first of them is due back, None where nobody who has left said for how long."""


def goes_to_prayer(session: CounterSession) -> bool:
    """Return whether an agent is at prayer, or goes when the visit in hand leaves."""
    return PRAYER in {session.break_reason, session.break_asked}


def turn_of_others(service: ServiceCode, others: Sequence[CounterSession], *, away_percent: int) -> PrayerTurn | None:
    """Return whose turn it is before one more may go, None where it is his own turn.

    `others` are all others signed in who serve the service. More than `away_percent` of its counters are not at prayer
    at once, and one of them always stays. Where nobody else is at prayer, it is everybody's turn.
    """
    praying = [one for one in others if goes_to_prayer(one)]
    if not praying:
        return None
    counters = len(others) + 1
    leaving = sum(one.on_break or one.break_asked is not None for one in others)
    too_many = 100 * (len(praying) + 1) > away_percent * counters
    if not too_many and leaving + 1 < counters:
        return None
    return PrayerTurn(service, len(praying), min((one.break_until for one in praying if one.break_until), default=None))
