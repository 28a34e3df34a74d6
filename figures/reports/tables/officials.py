"""Make the report's table of appointments with officials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contracts.appointments.figures import OfficialFigures, OfficialsFigured
from contracts.reporting.report import COUNT, DURATION, TEXT, Column, ReportTable

COLUMNS = {
    "booked": COUNT, "arrived": COUNT, "met": COUNT, "cancelled": COUNT, "no_shows": COUNT, "wait_median_s": DURATION,
    "wait_p90_s": DURATION,
}  # fmt: skip
MEANINGS = ("booked", "arrived", "met", "cancelled", "no_shows", "wait_median_s")


def official_tables(figured: OfficialsFigured, t: Mapping[str, str], language: str) -> Iterator[ReportTable]:
    """Yield the table of officials, with the total in its last row; nothing if nobody has booked."""
    if not figured.total.booked:
        return
    heads = (Column(t["officials_of.official"], TEXT), *(Column(t[f"officials_of.{c}"], COLUMNS[c]) for c in COLUMNS))
    rows = [(one.names.get(language) or one.key, *_values(one.figures)) for one in figured.officials]
    total = (t["figures.total"], *_values(figured.total))
    yield ReportTable("officials", t["officials_of.by_official"], heads, (*rows, total))


def official_meanings(t: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each figure's name and its meaning."""
    for one in MEANINGS:
        yield t[f"officials_of.{one}"], t[f"officials_of.{one}_means"]


def _values(figures: OfficialFigures) -> Iterator[float | None]:
    return (getattr(figures, column) for column in COLUMNS)
