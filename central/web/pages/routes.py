"""Pages and figures for people who read: all halls of a day, one hall's services."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

from central.figures import day_figures
from central.web.authentication import may_read, reads
from central.web.context import Context
from central.web.pages.audit import add_audit_page
from central.web.pages.axes import add_axes_page
from central.web.pages.compare import add_compare_page
from central.web.pages.enquiries import add_enquiries_page
from central.web.pages.figures import add_figure_pages
from central.web.pages.first_access import add_first_access
from central.web.pages.now import add_now_page
from central.web.pages.people import add_people_pages
from central.web.pages.public import add_public
from central.web.pages.sign_in import add_sign_in
from central.web.pages.state import add_state_pages
from central.web.pages.visitor import add_visitor_pages
from central.web.rendering import DASHBOARD, HERE, PageRenderer
from central.web.texts import ASSETS, DEFAULT
from common.brand.brand import emblem_file
from contracts.codec.reader import to_json


def page_routes(context: Context) -> APIRouter:
    """Return the routes that people and readers of figures call."""
    routes = APIRouter()
    pages = PageRenderer(context)
    routes.mount("/static/fonts", StaticFiles(directory=ASSETS / "fonts"))
    routes.mount("/static/shared", StaticFiles(directory=DASHBOARD))
    own = StaticFiles(directory=HERE / "static")
    # The visitor's page is the hall's own: what it loads lies with the hall's pages.
    own.all_directories.append(DASHBOARD)
    routes.mount("/static", own)
    add_visitor_pages(routes, context)
    _add_figures(routes, context)
    _add_pages(routes, context, pages)
    for add in (
        add_now_page, add_compare_page, add_figure_pages, add_enquiries_page, add_axes_page, add_state_pages,
        add_public, add_sign_in, add_first_access, add_people_pages, add_audit_page,
    ):  # fmt: skip
        add(routes, context, pages)
    _add_emblems(routes, context)
    return routes


def _add_emblems(routes: APIRouter, context: Context) -> None:
    @routes.get("/brand/{ground}", include_in_schema=False)
    async def emblem(ground: str) -> Response:
        """Return the emblem's file for a ground: light, dark or paper."""
        file = emblem_file(context.config.brand.emblems.get(ground, ""))
        if file is None:
            return Response(status_code=404)
        return Response(file[1], 200, {"Cache-Control": "public, max-age=86400"}, file[0])


def _add_figures(routes: APIRouter, context: Context) -> None:
    @routes.get("/v1/figures")
    async def figures(request: Request, day: date | None = None) -> dict[str, object]:
        """Tell each hall's figures of a service day, today's unless `day` is given."""
        await may_read(context, request)
        wanted = day or context.today()
        found = await run_in_threadpool(day_figures.day_figures, context.engine, wanted)
        return {"day": wanted.isoformat(), "halls": to_json(list(found))}


def _add_pages(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    @routes.get("/halls", response_class=HTMLResponse, include_in_schema=False)
    async def all_halls(request: Request, day: date | None = None, lang: str = DEFAULT) -> Response:
        """Show all halls."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        wanted = _shown_day(day, context)
        found = await run_in_threadpool(day_figures.day_figures, context.engine, wanted)
        return HTMLResponse(pages.all_halls(lang, wanted, list(found)))


def _shown_day(day: date | None, context: Context) -> date:
    # Years 1 and 9999 have no day before or after them to link to.
    return day if day and 1970 < day.year < 9000 else context.today()
