"""Figures of requests as tables of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contracts.reporting.report import COUNT, DAYS, PERCENT, TEXT, Column, ReportTable
from contracts.requests.figures import RequestFigures, RequestPart, RequestsFigured

COLUMNS = {
    "registered": COUNT, "waiting": COUNT, "overdue": COUNT, "in_time_share": PERCENT, "answered": COUNT,
    "answer_median_days": DAYS, "answer_p90_days": DAYS, "withdrawn": COUNT,
}  # fmt: skip
PARTS = {"directorates": "directorate", "topics": "topic", "services": "service"}
MEANINGS = ("registered", "waiting", "overdue", "in_time_share", "answered", "answer_median_days", "withdrawn")


def request_tables(
    figured: RequestsFigured, services: Mapping[str, str], t: Mapping[str, str], language: str
) -> Iterator[ReportTable]:
    """Return a table for each way to part the requests, the whole in its last row; none where there is no request."""
    if not figured.total.registered + figured.total.withdrawn:
        return
    for name, part in PARTS.items():
        heads = (Column(t[f"requests_of.{part}"], TEXT), *(Column(t[f"requests_of.{c}"], COLUMNS[c]) for c in COLUMNS))
        found: tuple[RequestPart, ...] = getattr(figured, name)
        rows = [(_named(one, services, t, language), *_values(one.figures)) for one in found]
        whole = (t["figures.total"], *_values(figured.total))
        yield ReportTable(f"requests_{name}", t[f"requests_of.by_{part}"], heads, (*rows, whole))


def request_meanings(t: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return what the figures mean."""
    for one in MEANINGS:
        yield t[f"requests_of.{one}"], t[f"requests_of.{one}_means"]


def _values(figures: RequestFigures) -> Iterator[float | None]:
    return (getattr(figures, column) for column in COLUMNS)


def _named(part: RequestPart, services: Mapping[str, str], t: Mapping[str, str], language: str) -> str:
    if not part.key:
        return t["requests_of.no_visit"]
    return part.names.get(language) or services.get(part.key, part.key)
