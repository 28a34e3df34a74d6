"""Halls beside each other: a ranking by any figure over any period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select

from central.figures.period_figures import RollupFigures, halls_totals
from central.figures.visit_stages import held_share
from central.halls.current_state import desk_sites
from central.requests.request_figures import Referred, referred
from central.store.tables.halls import hall
from central.web.authentication import reads
from central.web.context import Context
from central.web.pages.period import asked_of, beside
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT
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


def add_compare_page(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add the page at `/compare`."""

    @routes.get("/compare", response_class=HTMLResponse, include_in_schema=False)
    async def compare(
        request: Request,
        period: str = "month",
        day: date | None = None,
        service: Annotated[str | None, Query(max_length=40)] = None,
        by: str = "p90_s",
        lang: str = DEFAULT,
    ) -> Response:
        """Show all halls, the best first."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        asked, column = asked_of(context, period, day, service), by if by in COLUMNS else "p90_s"
        ranked, whole = await run_in_threadpool(_compared, context, asked, column)
        before, after = beside(asked)
        shown: dict[str, Any] = {"ranked": ranked, "whole": whole, "asked": asked, "column": column, "columns": COLUMNS}
        shown["more_is_better"] = BETTER_WHEN_MORE
        periods: dict[str, Any] = {"earlier": before, "later": after, "periods": LONG_PERIODS}
        return HTMLResponse(pages.render("compare.html", lang, **shown, **periods))


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


def _compared(context: Context, asked: Asked, column: str) -> tuple[list[Ranked], Columns]:
    desks = desk_sites(context.engine)
    # Requests belong to no service: beside the figures of one service there are none.
    requests = {} if asked.service else referred(context.engine, asked, today=context.today())
    found = halls_totals(context.engine, asked).items()
    totals = {one: columns_of(of_hall, requests.get(one, Referred())) for one, of_hall in found if one not in desks}
    with context.engine.connect().execution_options(read_only=True) as connection:
        names = {row.hall: row.names for row in connection.execute(select(hall.c.hall, hall.c.names))}
    whole = RollupFigures(context.engine).whole(asked)
    return ranking(totals, names, column), columns_of(whole, sum(requests.values(), Referred()))
