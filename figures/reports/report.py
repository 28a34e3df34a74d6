"""Figures of a period as a report: title, key figures, tables and definitions, for a workbook and for paper alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from common.text.days_in_words import day_in_words, period_in_words
from common.text.languages import direction
from contracts.codec.reader import to_json
from contracts.reporting.figures import Figures, FiguresPart, FiguresView
from contracts.reporting.report import COUNT, DURATION, PERCENT, TEXT, Column, KeyFigure, Report, ReportTable, Value
from figures.reports.figures_csv import MEANINGS, PARTS, Stamp, columns_of, part_name
from figures.reports.tables.measures import measure_meanings, measure_tables

KEY_FIGURES = ("came", "transactions", "called", "mean_s", "median_s", "p90_s", "within", "serving_s", "no_show")
WORDS = ("about", "key_figures", "definitions", "digest", "digest_means", "page")
_HEADS = {
    "came": "figures.came", "transactions": "figures.transactions", "called": "figures.called",
    "mean_s": "figures.mean", "median_s": "figures.median",
    "p90_s": "figures.p90", "within": "figures.within", "begin_s": "figures.begin", "served": "report.served",
    "serving_mean_s": "report.serving_mean", "serving_s": "figures.serving", "no_shows": "figures.no_shows",
    "no_show": "report.no_show",
}  # fmt: skip


def report_of(view: FiguresView, stamp: Stamp, t: Mapping[str, str], language: str) -> Report:
    """Return the report of these figures in the language of the texts `t`."""
    service = t["figures.all_services"] if view.service is None else stamp.services.get(view.service, view.service)
    made = f"{day_in_words(stamp.at.date(), t)} {stamp.at:%H:%M}"
    return Report(
        direction=direction(language),
        title=t[f"report.title_{view.period}"],
        facts=(
            (t["figures.hall"], stamp.hall),
            (t["figures.period"], period_in_words(view.period, view.first, view.last, t)),
            (t["figures.service"], service),
            (t["report.made"], made),
            (t["report.by"], stamp.by),
            (t["figures.rounded"], t["figures.rounded_means"]),
        ),
        key=tuple(
            KeyFigure(_column(name, t), getattr(view.total, name)) for name in KEY_FIGURES if name in columns_of(view)
        ),
        tables=tuple(_tables(view, stamp, t, language)),
        definitions=(
            *((t[f"figures.{one}"], t[f"figures.{one}_means"]) for one in MEANINGS),
            *measure_meanings(view, t),
        ),
        words={
            **{name: t[f"report.{name}"] for name in WORDS},
            "heat_means": t["figures.heat_means"],
            "nothing": t["figures.nothing"],
        },
        digest=digest_of(view),
        digits=stamp.digits if language == "ar" else "western",
        ministry=stamp.ministry,
        emblem=stamp.emblem,
    )


def digest_of(view: FiguresView) -> str:
    """Return the SHA-256 of the figures, whenever they were asked for."""
    told = {name: value for name, value in to_json(view).items() if name != "at"}
    return hashlib.sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _column(name: str, t: Mapping[str, str]) -> Column:
    kind = DURATION if name.endswith("_s") else PERCENT if name in {"within", "no_show"} else COUNT
    return Column(t[_HEADS[name]], kind)


def _tables(view: FiguresView, stamp: Stamp, t: Mapping[str, str], language: str) -> Iterator[ReportTable]:
    columns = columns_of(view)
    step = "month" if view.period == "year" else "day"
    parts = {"steps": step, **PARTS} if view.period != "day" else PARTS
    for field, part in parts.items():
        found: Sequence[FiguresPart] = getattr(view, field)
        rows = tuple((_named(part, one.key, stamp, t), *_values(one.figures, columns)) for one in found)
        yield ReportTable(
            field, t[f"figures.by_{part}"], (Column(t[f"figures.{part}"], TEXT), *_columns(t, columns)), rows
        )
    if view.revised:
        yield _revised(view, t)
    yield from measure_tables(view, stamp.services, t, language)
    hours = tuple(
        (t[f"report.weekday_{cell.weekday}"], _hours(cell.hour), cell.came, cell.called, cell.median_s)
        for cell in sorted(view.heat, key=lambda cell: (cell.weekday % 7, cell.hour))
    )
    heads = (Column(t["figures.weekday"], TEXT), Column(t["figures.hour"], TEXT))
    measured = tuple(_column(name, t) for name in ("came", "called", "median_s"))
    yield ReportTable("heat", t["figures.heat"], (*heads, *measured), hours)


def _revised(view: FiguresView, t: Mapping[str, str]) -> ReportTable:
    """Return both values of each day that changed after its close."""
    columns = columns_of(view)
    rows = [
        (f"{day_in_words(day.service_day, t)} – {t[f'figures.{which}']}", *_values(figures, columns))
        for day in view.revised
        for which, figures in (("at_close", day.closed), ("as_now", day.now))
    ]
    return ReportTable(
        "revised", t["figures.revised"], (Column(t["figures.day"], TEXT), *_columns(t, columns)), tuple(rows)
    )


def _columns(t: Mapping[str, str], columns: Sequence[str]) -> Iterator[Column]:
    return (_column(name, t) for name in columns)


def _values(figures: Figures, columns: Sequence[str]) -> Iterator[Value]:
    return (getattr(figures, name) for name in columns)


def _named(part: str, key: str, stamp: Stamp, t: Mapping[str, str]) -> str:
    if part == "hour":
        return _hours(int(key))
    if part == "day":
        return day_in_words(date.fromisoformat(key), t)
    if part == "month":
        first = date.fromisoformat(key)
        return f"{t[f'report.month_{first.month}']} {first.year}"
    return part_name(part, key, stamp, t)


def _hours(hour: int) -> str:
    return f"{hour:02}:00"
