"""A measured figure beside its limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value; `limit` in the same unit, `at_least` where more is better; `beside` a peer or a floor."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False
    beside: str = ""

    @property
    def holds(self) -> bool:
        """Whether the budget holds; a figure without a limit always does."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    @property
    def ratio(self) -> float | None:
        """The share of the budget that is used: 1 is just met, below 1 is within it; None of a budget of nothing.

        >>> Figure("x", 10, "ms", 20).ratio, Figure("y", 3000, "/s", 1500, at_least=True).ratio
        (0.5, 0.5)
        """
        if not self.limit or not self.value:
            return None
        return self.limit / self.value if self.at_least else self.value / self.limit


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of the values lie (nearest rank); 0 when there are none.

    >>> percentile([5, 1, 3, 2, 4], 0.5), percentile([], 0.99)
    (3, 0.0)
    """
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table for a person."""
    rows = [("figure", "measured", "budget", "of budget", "beside"), *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def as_json(figures: Sequence[Figure]) -> list[dict[str, object]]:
    """Return the figures for a script."""
    return [{**asdict(figure), "ratio": figure.ratio, "holds": figure.holds} for figure in figures]


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    sign = "≥" if figure.at_least else "≤"
    limit = "" if figure.limit is None else f"{sign} {figure.limit:g} {figure.unit}"
    share = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    if not figure.holds:
        share = f"{share}  MISSED".strip()
    return figure.name, f"{figure.value:.4g} {figure.unit}", limit, share, figure.beside
