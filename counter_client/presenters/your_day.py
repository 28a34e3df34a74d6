"""From an agent's own figures to what the sign-out sheet tells of the day. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.inputs import Inputs, SheetKind


@dataclass(frozen=True)
class YourDay:
    """The agent's own day so far; `serving_s` is the median serving time in seconds, None before the first finish."""

    served: int
    no_shows: int
    serving_s: int | None


def derive_your_day(inputs: Inputs) -> YourDay | None:
    """Return the day while sign-out is asked and the figures have come, else None: nothing is made up meanwhile."""
    figures = inputs.figures
    if figures is None or inputs.sheet is None or inputs.sheet.kind is not SheetKind.SIGN_OUT:
        return None
    serving_s = None if figures.serving_s is None else round(figures.serving_s)
    return YourDay(figures.served, figures.no_shows, serving_s)
