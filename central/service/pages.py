"""Pages and figures for people who read: all halls of a day, one hall's services."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from central import reports
from central.access import ACTORS, TABLE
from central.reports import HallFigures
from central.service.audit_page import add_audit_page
from central.service.axes_page import add_axes_page
from central.service.compare_page import add_compare_page
from central.service.context import Context
from central.service.enquiries_page import add_enquiries_page
from central.service.figure_pages import add_figure_pages
from central.service.first_access import add_first_access
from central.service.now_page import add_now_page
from central.service.people_pages import add_people_pages
from central.service.public import add_public
from central.service.reading import HERE as CONSOLE
from central.service.reading import caller_now, may_read, reads
from central.service.sign_in import add_sign_in
from central.service.state_pages import add_state_pages
from central.service.texts import ASSETS, DEFAULT, Texts, load_texts
from central.service.visitor_pages import add_visitor_pages
from central.tokens import Caller
from contracts.codec import to_json

HERE = Path(__file__).parent
DASHBOARD = HERE.parents[1] / "dashboard" / "static"
FRESH = timedelta(minutes=2)
"""A hall whose last word is older counts as cut off, and its live figures are not shown."""


NAVIGATION = (
    ("/", "now"), ("/compare", "compare"), ("/figures", "figures"), ("/enquiries", "enquiries"),
    ("/axes", "axes"), ("/halls", "halls"), ("/state", "state"), ("/settings", "settings"),
    ("/quarantine", "quarantine"), ("/people", "people"), ("/acts", "acts"),
    ("/audit", "audit"),
)  # fmt: skip
"""The pages for staff: address, and template and text by one name."""


def navigation(caller: Caller | None) -> tuple[tuple[str, str], ...]:
    """Return the pages that somebody may open."""
    if caller is None:
        return ()
    return tuple(page for page in NAVIGATION if caller.kind in TABLE["GET", page[0]])


class Pages:
    """Renders the centre's pages in the language asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._texts = load_texts()
        self._environment = Environment(
            loader=FileSystemLoader([HERE / "templates", DASHBOARD.parent / "templates"]),
            autoescape=True,
            undefined=StrictUndefined,
        )

    def texts(self, language: str) -> Texts:
        """Return the texts of a language, of the default one where it is not known."""
        return self._texts.get(language, self._texts[DEFAULT])

    def all_halls(self, language: str, day: date, figures: list[HallFigures]) -> str:
        """Return the page of all halls."""
        connected = [one for one in figures if self._is_fresh(one)]
        totals = {
            "visits": sum(one.visits for one in figures),
            "served": sum(one.served for one in figures),
            "waiting_now": sum(one.waiting_now or 0 for one in connected),
            "in_contact": self.texts(language)["halls_of"].format(n=len(connected), all=len(figures)),
        }
        return self.render("halls.html", language, day=day, halls=figures, totals=totals)

    def render(self, template: str, language: str, *, day: date | None = None, **more: Any) -> str:  # noqa: ANN401 - a template's own
        """Return a template in a language; `day` is the service day that it is about, today unless given."""
        shown, caller = day or self._context.today(), caller_now()
        return self._environment.get_template(template).render(
            t=self.texts(language),
            languages=self._texts.values(),
            navigation=navigation(caller),
            who=caller.name if caller and caller.name != CONSOLE else "",
            may_act=caller is not None and caller.kind in ACTORS,
            shown=template.removesuffix(".html"),
            day=shown,
            today=self._context.today(),
            before=shown - timedelta(days=1),
            after=shown + timedelta(days=1),
            now=self._context.now(),
            zone=self._context.config.time_zone,
            is_fresh=self._is_fresh,
            **more,
        )

    def _is_fresh(self, figures: HallFigures) -> bool:
        return figures.last_contact_at is not None and self._context.now() - figures.last_contact_at < FRESH


def page_routes(context: Context) -> APIRouter:
    """Return the routes that people and readers of figures call."""
    routes = APIRouter()
    pages = Pages(context)
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
    return routes


def _add_figures(routes: APIRouter, context: Context) -> None:
    @routes.get("/v1/figures")
    async def figures(request: Request, day: date | None = None) -> dict[str, object]:
        """Tell each hall's figures of a service day, today's unless `day` is given."""
        await may_read(context, request)
        wanted = day or context.today()
        found = await run_in_threadpool(reports.day_figures, context.engine, wanted)
        return {"day": wanted.isoformat(), "halls": to_json(list(found))}


def _add_pages(routes: APIRouter, context: Context, pages: Pages) -> None:
    @routes.get("/halls", response_class=HTMLResponse, include_in_schema=False)
    async def all_halls(request: Request, day: date | None = None, lang: str = DEFAULT) -> Response:
        """Show all halls."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        wanted = _shown_day(day, context)
        found = await run_in_threadpool(reports.day_figures, context.engine, wanted)
        return HTMLResponse(pages.all_halls(lang, wanted, list(found)))


def _shown_day(day: date | None, context: Context) -> date:
    # Years 1 and 9999 have no day before or after them to link to.
    return day if day and 1970 < day.year < 9000 else context.today()
