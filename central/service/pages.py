"""Pages and figures for people who read: all halls of a day, one hall's services."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from central import halls, reports
from central.errors import CentralError, ForbiddenError, NotFoundError, TokenError
from central.reports import HallFigures
from central.service.bodies import read_body
from central.service.context import Context
from central.service.texts import ASSETS, DEFAULT, Texts, load_texts
from contracts.codec import to_json

HERE = Path(__file__).parent
COOKIE = "dawr_reader"
FRESH = timedelta(minutes=2)
"""A hall whose last word is older counts as cut off, and its live figures are not shown."""


class Pages:
    """Renders the centre's pages in the language asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._texts = load_texts()
        self._environment = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
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
        return self._render("halls.html", language, day, halls=figures, totals=totals)

    def one_hall(self, language: str, day: date, figures: HallFigures) -> str:
        """Return the page of one hall."""
        return self._render("hall.html", language, day, hall=figures)

    def sign_in(self, language: str, *, wrong: bool) -> str:
        """Return the page that asks for a reader's token."""
        return self._render("sign_in.html", language, self._context.today(), wrong=wrong)

    def _render(self, template: str, language: str, day: date, **more: object) -> str:
        return self._environment.get_template(template).render(
            t=self.texts(language),
            languages=self._texts.values(),
            day=day,
            today=self._context.today(),
            before=day - timedelta(days=1),
            after=day + timedelta(days=1),
            now=self._context.now(),
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
    routes.mount("/static", StaticFiles(directory=HERE / "static"))
    _add_figures(routes, context)
    _add_pages(routes, context, pages)
    _add_sign_in(routes, context, pages)
    return routes


def _add_figures(routes: APIRouter, context: Context) -> None:
    @routes.get("/v1/figures")
    async def figures(request: Request, day: date | None = None) -> dict[str, object]:
        """Tell each hall's figures of a service day, today's unless `day` is given."""
        await _may_read(context, request)
        wanted = day or context.today()
        found = await run_in_threadpool(reports.day_figures, context.engine, wanted)
        return {"day": wanted.isoformat(), "halls": to_json(list(found))}


def _add_pages(routes: APIRouter, context: Context, pages: Pages) -> None:
    @routes.get("/", response_class=HTMLResponse, include_in_schema=False)
    async def all_halls(request: Request, day: date | None = None, lang: str = DEFAULT) -> Response:
        """Show all halls."""
        if not await _reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        wanted = _shown_day(day, context)
        found = await run_in_threadpool(reports.day_figures, context.engine, wanted)
        return HTMLResponse(pages.all_halls(lang, wanted, list(found)))

    @routes.get("/halls/{hall}", response_class=HTMLResponse, include_in_schema=False)
    async def one_hall(request: Request, hall: str, day: date | None = None, lang: str = DEFAULT) -> Response:
        """Show one hall's services."""
        if not await _reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        wanted = _shown_day(day, context)
        found = await run_in_threadpool(reports.day_figures, context.engine, wanted)
        for figures in found:
            if figures.hall == hall:
                return HTMLResponse(pages.one_hall(lang, wanted, figures))
        raise NotFoundError("hall_unknown", f"hall {hall!r:.60} is not known here")


def _add_sign_in(routes: APIRouter, context: Context, pages: Pages) -> None:
    @routes.get("/sign-in", response_class=HTMLResponse, include_in_schema=False)
    async def ask(lang: str = DEFAULT, wrong: Annotated[bool, Query()] = False) -> Response:
        """Ask for a reader's token."""
        return HTMLResponse(pages.sign_in(lang, wrong=wrong))

    @routes.post("/sign-in", include_in_schema=False)
    async def take(request: Request, lang: str = DEFAULT) -> Response:
        """Take a reader's token and keep it in a cookie that scripts cannot read."""
        context.tries.check(context.now())
        form = parse_qs((await read_body(request, limit=4096)).decode("utf-8", "replace"))
        token = form.get("token", [""])[0].strip()
        language = pages.texts(lang).language
        try:
            await run_in_threadpool(_reader, context, token)
        except CentralError:
            context.tries.wrong(context.now())
            return RedirectResponse(f"/sign-in?lang={language}&wrong=true", 303)
        response = RedirectResponse(f"/?lang={language}", 303)
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure, max_age=12 * 3600)
        return response


def _shown_day(day: date | None, context: Context) -> date:
    # Years 1 and 9999 have no day before or after them to link to.
    return day if day and 1970 < day.year < 9000 else context.today()


async def _reads(context: Context, request: Request) -> bool:
    try:
        await _may_read(context, request)
    except CentralError:
        return False
    return True


async def _may_read(context: Context, request: Request) -> None:
    """Raise TokenError or ForbiddenError unless figures are open here or the caller has a reader's token."""
    if context.config.open_pages:
        return
    authorization = request.headers.get("Authorization", "")
    token = authorization.partition(" ")[2] or request.cookies.get(COOKIE, "")
    if not token:
        raise TokenError("token_missing", "send a reader's token: Authorization: Bearer TOKEN")
    await run_in_threadpool(_reader, context, token)


def _reader(context: Context, token: str) -> None:
    if halls.caller_of(context.engine, token).kind != "reader":
        raise ForbiddenError(
            "not_a_reader", "this token does not read figures: ask the administrator for a reader's token"
        )
