"""Figures as a CSV file that still says what it is in a year: definitions, what was asked, when, by whom, and a digest.

The digest is the SHA-256 of every byte above its own line: a changed figure needs another digest.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from contracts.codec.message import fields
from contracts.reporting.figures import Figures, FiguresView
from contracts.reporting.report import DURATION, PERCENT, Column, Value
from figures.reports.seal import Kind, sealed
from figures.reports.tables.measures import measure_meanings, measure_tables

MARK = "\ufeff"
"""Spreadsheets read a file as UTF-8 when it begins with this."""
COLUMNS = (
    "came",
    "transactions",
    *(field.name for field in fields(Figures) if field.name not in {"came", "transactions"}),
)
MEANINGS = ("came", "transactions", "called", "mean", "median", "p90", "within", "begin", "serving", "no_shows")
"""The definitions, as the page tells them."""
PARTS = {
    "services": "service", "hours": "hour", "lanes": "lane", "visitor_kinds": "kind", "counters": "counter",
}  # fmt: skip
HEAT = ("came", "called", "median_s")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Stamp:
    """The origin that an export names: the hall, its services' names, who asked, and when by the hall's clock."""

    hall: str
    services: Mapping[str, str]
    by: str
    at: datetime
    digits: str = "western"
    """How the hall writes numbers in Arabic, for paper."""
    ministry: str = ""
    emblem: str = ""
    """The ministry's name in the reader's language and its emblem as a data URI, for paper."""


def figures_csv(view: FiguresView, stamp: Stamp, texts: Mapping[str, str], language: str) -> bytes:
    """Return the file in the language of `texts`; durations are seconds, so that a spreadsheet can add them up."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([safe(cell) for cell in row] for row in _rows(view, stamp, texts, language))
    return sealed((MARK + file.getvalue()).encode(), Kind.CSV)


def _about(view: FiguresView, stamp: Stamp, t: Mapping[str, str]) -> Iterator[Sequence[object]]:
    service = t["figures.all_services"] if view.service is None else stamp.services.get(view.service, view.service)
    yield [t["figures.hall"], stamp.hall]
    yield [t["figures.period"], t[f"figures.{view.period}"], view.first.isoformat(), view.last.isoformat()]
    yield [t["figures.service"], service]
    yield [t["figures.made"], stamp.at.isoformat(timespec="seconds"), stamp.by]
    yield [t["figures.rounded"], t["figures.rounded_means"]]


def _rows(view: FiguresView, stamp: Stamp, t: Mapping[str, str], language: str) -> Iterator[Sequence[object]]:
    columns = columns_of(view)
    yield from _about(view, stamp, t)
    yield []
    yield [t["figures.part"], t["figures.key"], t["figures.name"], *(t[f"figures.column_{one}"] for one in columns)]
    yield [t["figures.total"], "", "", *_figures(view.total, columns)]
    for field, part in (PARTS | {"steps": "month" if view.period == "year" else "day"}).items():
        for one in getattr(view, field):
            yield [t[f"figures.{part}"], one.key, part_name(part, one.key, stamp, t), *_figures(one.figures, columns)]
    if view.total_closed is not None:
        yield [t["figures.total_closed"], "", "", *_figures(view.total_closed, columns)]
    for day in view.revised:
        key = day.service_day.isoformat()
        yield [t["figures.revised"], key, t["figures.at_close"], *_figures(day.closed, columns)]
        yield [t["figures.revised"], key, t["figures.as_now"], *_figures(day.now, columns)]
    yield []
    yield [t["figures.weekday"], t["figures.hour"], *(t[f"figures.column_{one}"] for one in HEAT)]
    for cell in view.heat:
        yield [cell.weekday, cell.hour, *(_shown(getattr(cell, one)) for one in HEAT)]
    for table in measure_tables(view, stamp.services, t, language):
        yield []
        yield [table.title]
        yield [_head(column, t) for column in table.columns]
        yield from ([_shown(value) for value in row] for row in table.rows)
    yield []
    yield [t["figures.definitions"]]
    for one in MEANINGS:
        yield [t[f"figures.{one}"], t[f"figures.{one}_means"]]
    yield from measure_meanings(view, t)


def _head(column: Column, t: Mapping[str, str]) -> str:
    """Return what a column is called, with its unit where a bare number would not tell it."""
    unit = {DURATION: "figures.in_seconds", PERCENT: "figures.in_percent"}.get(column.kind)
    return column.head if unit is None else t[unit].format(column=column.head)


def columns_of(view: FiguresView) -> tuple[str, ...]:
    """Return the columns that the view can fill: the centre gets no transactions."""
    return COLUMNS if view.total.transactions is not None else tuple(one for one in COLUMNS if one != "transactions")


def _figures(figures: Figures, columns: Sequence[str]) -> list[object]:
    return [_shown(getattr(figures, column)) for column in columns]


def _shown(value: Value) -> object:
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
