"""How right announced waits were: the same figures for a replay and for the hall head's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median


@dataclass(frozen=True, slots=True)
class ScoredRange:
    """One range that a ticket carried, and the wait that followed; all in the same unit."""

    low: float
    likely: float
    high: float
    waited: float

    @property
    def held(self) -> bool:
        """Whether the wait lay within the range."""
        return self.low <= self.waited <= self.high


@dataclass(frozen=True, slots=True)
class WaitScore:
    """Figures over many ranges; shares in percent, the rest in the unit of the ranges."""

    n: int
    mae: float
    """Mean absolute error of the likely wait."""
    median_error: float
    p90_error: float
    bias: float
    """Mean of told less waited: negative where people waited longer."""
    coverage: float
    """Percent of waits within their range."""
    width: float
    late: float
    """Percent that were called later than the end of their range."""


def score(told: Iterable[ScoredRange]) -> WaitScore | None:
    """Return the figures, or None of nothing.

    >>> score([ScoredRange(5, 10, 15, 12), ScoredRange(5, 10, 15, 20)])
    WaitScore(n=2, mae=6.0, median_error=6.0, p90_error=10, bias=-6.0, coverage=50.0, width=10.0, late=50.0)
    """
    all_told = list(told)
    if not all_told:
        return None
    errors = sorted(abs(one.likely - one.waited) for one in all_told)
    return WaitScore(
        n=len(all_told),
        mae=fmean(errors),
        median_error=median(errors),
        p90_error=nearest(errors, 0.9),
        bias=fmean(one.likely - one.waited for one in all_told),
        coverage=100 * fmean(one.held for one in all_told),
        width=fmean(one.high - one.low for one in all_told),
        late=100 * fmean(one.waited > one.high for one in all_told),
    )


def nearest(ordered: Sequence[float], share: float) -> float:
    """Return the value at this share of an ascending sequence."""
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
