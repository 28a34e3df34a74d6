"""Figures of the survey as tables of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contracts.reporting.report import COUNT, DAYS, PERCENT, TEXT, Column, ReportTable
from contracts.surveys.figures import SurveyFigures, SurveyPart, SurveysFigured

COLUMNS = {"answers": COUNT, "served": COUNT, "response_share": PERCENT, "satisfied_share": PERCENT, "mean": DAYS}
"""Means are shown as days are: with one decimal."""
PARTS = {"services": "service", "hours": "hour", "steps": "step"}
MEANINGS = tuple(COLUMNS)


def survey_tables(figured: SurveysFigured, services: Mapping[str, str], t: Mapping[str, str]) -> Iterator[ReportTable]:
    """Return a table for each way to part the answers, the whole in its last row; none where nobody answered."""
    if not figured.total.answers:
        return
    for name, part in PARTS.items():
        heads = (Column(t[f"surveys_of.{part}"], TEXT), *(Column(t[f"surveys_of.{c}"], COLUMNS[c]) for c in COLUMNS))
        found: tuple[SurveyPart, ...] = getattr(figured, name)
        rows = [(services.get(one.key, one.key), *_values(one.figures)) for one in found]
        whole = (t["figures.total"], *_values(figured.total))
        yield ReportTable(f"surveys_{name}", t[f"surveys_of.by_{part}"], heads, (*rows, whole))


def survey_meanings(t: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return what the figures mean."""
    for one in MEANINGS:
        yield t[f"surveys_of.{one}"], t[f"surveys_of.{one}_means"]


def _values(figures: SurveyFigures) -> Iterator[float | None]:
    return (getattr(figures, column) for column in COLUMNS)
