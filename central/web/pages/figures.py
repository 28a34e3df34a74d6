"""Figures of one hall as its hall head sees them, and of all halls together: his own page over the centre's figures."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select

from central.errors import BusyError, NotFoundError
from central.figures.period_figures import RollupFigures
from central.store.tables.halls import hall, live
from central.store.tables.rollups import ALL
from central.web.authentication import may_read, reads
from central.web.context import Context
from central.web.pages.period import asked_of
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT
from common.text import texts as texts_of
from contracts.codec.reader import to_json
from contracts.reporting.figures import FiguresView
from figures.reports.figures_csv import Stamp, figures_csv
from figures.reports.figures_xlsx import figures_xlsx
from figures.reports.report import report_of
from figures.reports.report_pdf import PaperError, figures_pdf
from figures.reports.seal import Kind
from web.ports import FigureSource
from web.texts import LANGUAGES, chosen, texts

EVERY = "all"
"""In addresses, in place of a hall: all halls together."""


def add_figure_pages(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add `/figures`, `/halls/{hall}` and what their scripts read."""
    _add_pages(routes, context, pages)
    _add_answers(routes, context)
    _add_files(routes, context)


def _add_pages(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    @routes.get("/figures", response_class=HTMLResponse, include_in_schema=False)
    async def all_figures(request: Request, lang: str = DEFAULT) -> Response:
        """Show the figures of all halls together."""
        return await show(request, EVERY, lang)

    @routes.get("/halls/{name}", response_class=HTMLResponse, include_in_schema=False)
    async def one_hall(request: Request, name: str, lang: str = DEFAULT) -> Response:
        """Show the figures of one hall."""
        return await show(request, name, lang)

    async def show(request: Request, name: str, lang: str) -> Response:
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        told = await run_in_threadpool(_told, context, name)
        language = pages.texts(lang).language
        words = {key: text for key, text in texts(language).items() if key.partition(".")[0] != "phone"}
        return HTMLResponse(pages.render("figures.html", lang, hall=told, api=f"/v1/figures/{name}", words=words))


def _add_answers(routes: APIRouter, context: Context) -> None:
    @routes.get("/v1/figures/{name}/hall")
    async def told(request: Request, name: str) -> dict[str, Any]:
        """Tell a hall's names and services, as the page of its figures needs them."""
        await may_read(context, request)
        return await run_in_threadpool(_told, context, name)

    @routes.get("/v1/figures/{name}/figures")
    async def figures(
        request: Request,
        name: str,
        period: str = "day",
        day: date | None = None,
        service: Annotated[str | None, Query(max_length=40)] = None,
    ) -> object:
        """Tell the figures of a period (day, week, month, year, decade) of a hall, or of `all`."""
        await may_read(context, request)
        asked = asked_of(context, period, day, service)
        source = _source(context, name)
        return to_json(await run_in_threadpool(source.figures, asked, at=context.now()))


def _add_files(routes: APIRouter, context: Context) -> None:
    @routes.get("/v1/figures/{name}/figures.{kind}")
    async def as_file(
        request: Request,
        name: str,
        kind: Kind,
        period: str = "day",
        day: date | None = None,
        service: Annotated[str | None, Query(max_length=40)] = None,
        lang: str = DEFAULT,
    ) -> Response:
        """Give the same as a file (csv, xlsx, pdf) with definitions, what was asked, time and digest."""
        await may_read(context, request)
        hall_told = await run_in_threadpool(_told, context, name)
        asked, source = asked_of(context, period, day, service), _source(context, name)
        view = await run_in_threadpool(source.figures, asked, at=context.now())
        try:
            content = await run_in_threadpool(_file, context, kind, view, hall_told, chosen(lang))
        except PaperError as error:
            raise BusyError("report_not_made", str(error), retry_after_s=60) from error
        file = f"dawr-{name}-{view.period}-{view.first.isoformat()}.{kind.value}"
        return Response(content, 200, {"Content-Disposition": f'attachment; filename="{file}"'}, _MEDIA_TYPES[kind])


def _file(context: Context, kind: Kind, view: FiguresView, hall_told: dict[str, Any], language: str) -> bytes:
    services = {one["code"]: _named(one["names"], language, one["code"]) for one in hall_told["services"]}
    at = context.now().astimezone(ZoneInfo(context.config.time_zone))
    stamp = Stamp(_named(hall_told["names"], language, hall_told["hall"]), services, "centre", at)
    if kind is Kind.CSV:
        return figures_csv(view, stamp, texts(language), language)
    report = report_of(view, stamp, texts(language), language)
    return figures_xlsx(report) if kind is Kind.XLSX else figures_pdf(report)


_MEDIA_TYPES = {
    Kind.CSV: "text/csv; charset=utf-8",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.PDF: "application/pdf",
}


def _source(context: Context, name: str) -> FigureSource:
    return RollupFigures(context.engine, ALL if name == EVERY else name)


def _named(names: dict[str, str], language: str, otherwise: str) -> str:
    return names.get(language) or next(iter(names.values()), otherwise)


def _told(context: Context, name: str) -> dict[str, Any]:
    """Return names and services of a hall, of all halls the services that any of them told; NotFoundError else."""
    with context.engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(select(hall.c.hall, hall.c.names)).all()
        bodies = {row.hall: row.body for row in connection.execute(select(live))}
    names = {row.hall: row.names for row in rows}
    if name != EVERY and name not in names:
        raise NotFoundError("hall_unknown", f"hall {name!r:.60} is not known here")
    services: dict[str, dict[str, str]] = {}
    for whose in [name] if name != EVERY else sorted(bodies):
        for one in bodies.get(whose, {}).get("services", []):
            services.setdefault(one["service"], one.get("names", {}))
    return {
        "hall": name,
        "names": names.get(name) or {one: texts_of.texts("centre", one)["all_halls"] for one in LANGUAGES},
        "services": [{"code": code, "names": told} for code, told in sorted(services.items())],
        "time_zone": context.config.time_zone,
        "digits": "western",
    }
