"""The definitions of the figures of appointments with officials: what is counted, and from when to when (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from contracts.appointments.figures import OfficialFigures, OfficialPart, OfficialsFigured
from figures.percentiles import median, nine_of_ten


class OfficialRow(NamedTuple):
    """One appointment as figures need it."""

    official: str
    slot: datetime
    cancelled: bool
    came: bool
    """Its holder checked in."""
    met: bool
    missed: bool
    """He checked in, was called and did not come."""
    wait_s: float | None
    """From the slot, or the check-in where that was later, to the first call; None where he was not called."""


def official_figures(
    rows: Sequence[OfficialRow], over: datetime, names: Mapping[str, Mapping[str, str]]
) -> OfficialsFigured:
    """Return the figures of all and of each official; who has not come for a slot before `over` is a no-show."""
    parts: dict[str, list[OfficialRow]] = {}
    for row in rows:
        parts.setdefault(row.official, []).append(row)
    told = (OfficialPart(key, dict(names.get(key, {})), _figures(parts[key], over)) for key in sorted(parts))
    return OfficialsFigured(_figures(rows, over), tuple(told))


def _figures(rows: Iterable[OfficialRow], over: datetime) -> OfficialFigures:
    every = list(rows)
    waits = sorted(row.wait_s for row in every if row.wait_s is not None)
    return OfficialFigures(
        booked=len(every),
        arrived=sum(row.came for row in every),
        met=sum(row.met for row in every),
        cancelled=sum(row.cancelled for row in every),
        no_shows=sum(row.missed or _not_come(row, over) for row in every),
        wait_median_s=median(waits),
        wait_p90_s=nine_of_ten(waits),
    )


def _not_come(row: OfficialRow, over: datetime) -> bool:
    return not row.cancelled and not row.came and row.slot < over
