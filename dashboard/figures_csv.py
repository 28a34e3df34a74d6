"""Figures as a CSV file that still says what it is in a year: definitions, what was asked, when, by whom, and a digest.

The digest is the SHA-256 of every byte above its own line: whoever changes a figure changes what it should be.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime

from contracts.figure_answers import Figures, FiguresView
from dashboard.seal import Kind, sealed

MARK = "\ufeff"
"""Spreadsheets read a file as UTF-8 when it begins with this."""
COLUMNS = tuple(field.name for field in fields(Figures))
MEANINGS = ("came", "called", "mean", "median", "p90", "within", "begin", "serving", "no_shows")
"""The definitions, as the page tells them."""
PARTS = {
    "services": "service", "hours": "hour", "lanes": "lane", "visitor_kinds": "kind", "counters": "counter",
}  # fmt: skip
HEAT = ("came", "called", "median_s")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Stamp:
    """What an export says of itself: the hall, its services' names, who asked, and when by the hall's clock."""

    hall: str
    services: Mapping[str, str]
    by: str
    at: datetime


def figures_csv(view: FiguresView, stamp: Stamp, texts: Mapping[str, str]) -> bytes:
    """Return the file in the language of `texts`; durations are seconds, so that a spreadsheet can add them up."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([safe(cell) for cell in row] for row in _rows(view, stamp, texts))
    return sealed((MARK + file.getvalue()).encode(), Kind.CSV)


def _rows(view: FiguresView, stamp: Stamp, t: Mapping[str, str]) -> Iterator[list[object]]:
    service = t["figures.all_services"] if view.service is None else stamp.services.get(view.service, view.service)
    yield [t["figures.hall"], stamp.hall]
    yield [t["figures.period"], t[f"figures.{view.period}"], view.first.isoformat(), view.last.isoformat()]
    yield [t["figures.service"], service]
    yield [t["figures.made"], stamp.at.isoformat(timespec="seconds"), stamp.by]
    yield []
    yield [t["figures.part"], t["figures.key"], t["figures.name"], *(t[f"figures.column_{one}"] for one in COLUMNS)]
    yield [t["figures.total"], "", "", *_figures(view.total)]
    for field, part in (PARTS | {"steps": "month" if view.period == "year" else "day"}).items():
        for one in getattr(view, field):
            yield [t[f"figures.{part}"], one.key, part_name(part, one.key, stamp, t), *_figures(one.figures)]
    if view.total_closed is not None:
        yield [t["figures.total_closed"], "", "", *_figures(view.total_closed)]
    for day in view.revised:
        key = day.service_day.isoformat()
        yield [t["figures.revised"], key, t["figures.at_close"], *_figures(day.closed)]
        yield [t["figures.revised"], key, t["figures.as_now"], *_figures(day.now)]
    yield []
    yield [t["figures.weekday"], t["figures.hour"], *(t[f"figures.column_{one}"] for one in HEAT)]
    for cell in view.heat:
        yield [cell.weekday, cell.hour, *(_shown(getattr(cell, one)) for one in HEAT)]
    yield []
    yield [t["figures.definitions"]]
    for one in MEANINGS:
        yield [t[f"figures.{one}"], t[f"figures.{one}_means"]]


def _figures(figures: Figures) -> list[object]:
    return [_shown(getattr(figures, column)) for column in COLUMNS]


def _shown(value: float | None) -> object:
    return "" if value is None else value


def part_name(part: str, key: str, stamp: Stamp, t: Mapping[str, str]) -> str:
    """Return what a part is called in the language of `t`; the key itself where it has no name."""
    if part == "service":
        return stamp.services.get(key, key)
    if part in {"lane", "kind"}:
        return t[f"{'visitor' if part == 'kind' else 'lane'}.{key}"] if key else t["figures.no_kind"]
    return key or t["figures.no_counter"]


def safe(cell: object) -> object:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
