"""From an agent's own figures to the summary of the day, alone or on the sign-out sheet. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.state.state import Inputs, SheetKind

SHOWS_OWN_DAY = frozenset({SheetKind.OWN_DAY, SheetKind.SIGN_OUT})
"""Sheets with the agent's own figures."""


@dataclass(frozen=True)
class YourDay:
    """The agent's own day so far; `serving_s` and `waiting_s` are medians in seconds, None while there are none."""

    served: int
    no_shows: int
    serving_s: int | None
    waiting_s: int | None = None
    """Of those whom the agent called, from their ticket to the first call."""
    thanks: int | None = None
    """Visitors who said that they were satisfied; None where too few answered to tell."""


def derive_your_day(inputs: Inputs) -> YourDay | None:
    """Return the day on a sheet that shows it, once the figures have come, else None: nothing is made up meanwhile."""
    figures = inputs.figures
    if figures is None or inputs.sheet is None or inputs.sheet.kind not in SHOWS_OWN_DAY:
        return None
    serving_s, waiting_s = _whole(figures.serving_s), _whole(figures.waiting_s)
    return YourDay(figures.served, figures.no_shows, serving_s, waiting_s, figures.thanks)


def _whole(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds)
