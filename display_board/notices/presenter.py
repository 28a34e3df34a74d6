"""Which timed notice the board shows now, and its text in each of its phases; pure, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from contracts.settings.boards import TimedNotice

COMING, SOUNDING, UNDER_WAY = "coming", "sounding", "under_way"


@dataclass(frozen=True, slots=True)
class TimedView:
    """One notice: `kind` (`prayer`, `last_ticket`, `closing`), its phase, the prayer where it is one, and HH:MM.

    A prayer is `coming`, then `sounding` while its call silences the board, then `under_way`; the others only come.
    """

    kind: str
    phase: str
    prayer: str
    time: str


def derive_timed(notices: Sequence[TimedNotice], now: datetime, zone: tzinfo | None) -> TimedView | None:
    """Return the notice that stands at `now`: a prayer before all others, then the one that happens first."""
    standing = [one for one in notices if one.shown_from <= now < one.shown_until]
    if not standing:
        return None
    first = min(standing, key=lambda one: (one.kind != "prayer", one.at))
    return TimedView(first.kind, _phase(first, now), first.prayer or "", f"{first.at.astimezone(zone):%H:%M}")


def _phase(notice: TimedNotice, now: datetime) -> str:
    if now < notice.at:
        return COMING
    return SOUNDING if notice.silent_until is not None and now < notice.silent_until else UNDER_WAY
