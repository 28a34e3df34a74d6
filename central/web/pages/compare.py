"""Halls beside each other: a ranking by any figure over any period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from litestar.params import FromQuery
from litestar.response import Template
from sqlalchemy import Engine, select

from central.figures.period_figures import RollupFigures, halls_totals
from central.figures.visit_stages import held_share
from central.halls.current_state import desk_sites
from central.requests.request_figures import Referred, referred
from central.store.tables.halls import hall
from central.web.dependencies import Database, Today
from central.web.pages.period import Service, asked_of, beside
from central.web.rendering import AskedPage, get_page
from figures.period import LONG_PERIODS, Asked
from figures.slices import Slice

COLUMNS = ("came", "mean_s", "median_s", "p90_s", "within", "serving_s", "no_show", "held", "on_time")
BETTER_WHEN_MORE = frozenset({"came", "within", "held", "on_time"})
Columns: TypeAlias = Mapping[str, float | None]
"""A hall's figure by column, None where it has none."""


@dataclass(frozen=True)
class Ranked:
    """One hall of the ranking; `bar` is its figure as percent of the largest, 0 where it has none."""

    hall: str
    names: dict[str, str]
    values: Columns
    bar: float


@get_page("/compare")
def compare_page(
    page: AskedPage,
    engine: Database,
    today: Today,
    period: FromQuery[str] = "month",
    day: FromQuery[date | None] = None,
    service: Service = None,
    by: FromQuery[str] = "p90_s",
) -> Template:
    """Show all halls, the best first."""
    asked, column = asked_of(today, period, day, service), by if by in COLUMNS else "p90_s"
    ranked, whole = _compared(engine, asked, column, today)
    before, after = beside(asked)
    return page.template(
        "compare.html",
        ranked=ranked,
        whole=whole,
        asked=asked,
        column=column,
        columns=COLUMNS,
        more_is_better=BETTER_WHEN_MORE,
        earlier=before,
        later=after,
        periods=LONG_PERIODS,
    )


def columns_of(found: Slice, requests: Referred) -> Columns:
    """Return every column's figure of a hall, or of all halls together."""
    figures = found.total.figures()
    plain = {name: getattr(figures, name) for name in COLUMNS if hasattr(figures, name)}
    return {**plain, "held": held_share(found), "on_time": requests.on_time_share}


def ranking(totals: Mapping[str, Columns], names: dict[str, dict[str, str]], column: str) -> list[Ranked]:
    """Return the halls by a figure, the best first; those that have none come last."""
    values = {one: of_hall[column] for one, of_hall in totals.items()}
    top = max((value for value in values.values() if value is not None), default=0) or 1
    sign = -1 if column in BETTER_WHEN_MORE else 1

    def place(one: str) -> tuple[bool, float, str]:
        value = values[one]
        return value is None, sign * (value or 0), one

    return [
        Ranked(one, names.get(one, {}), totals[one], round(100 * (values[one] or 0) / top, 1))
        for one in sorted(totals, key=place)
    ]


def _compared(engine: Engine, asked: Asked, column: str, today: date) -> tuple[list[Ranked], Columns]:
    desks = desk_sites(engine)
    # Requests belong to no service: beside the figures of one service there are none.
    requests = {} if asked.service else referred(engine, asked, today=today)
    found = halls_totals(engine, asked).items()
    totals = {one: columns_of(of_hall, requests.get(one, Referred())) for one, of_hall in found if one not in desks}
    with engine.connect().execution_options(read_only=True) as connection:
        names = {row.hall: row.names for row in connection.execute(select(hall.c.hall, hall.c.names))}
    whole = RollupFigures(engine).whole(asked)
    return ranking(totals, names, column), columns_of(whole, sum(requests.values(), Referred()))
