"""How the halls stand with the centre (silent, behind, version, clock), and the quarantine to look at and release."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select

from central.audit.staff_acts import held, read_again, set_aside
from central.figures.rollups import dirty_days
from central.halls.current_state import halls_now
from central.halls.settings_overview import overview
from central.maintenance.cleanup import cleanup_status
from central.store.tables.halls import hall
from central.web.authentication import acting, reads
from central.web.context import Context
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT


def add_state_pages(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add `/state`, `/quarantine` and its two acts."""
    _add_pages(routes, context, pages)
    _add_acts(routes, context, pages)


def _add_pages(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    @routes.get("/state", response_class=HTMLResponse, include_in_schema=False)
    async def state(request: Request, lang: str = DEFAULT) -> Response:
        """Show how each hall stands with the centre, those in trouble first."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        halls = await run_in_threadpool(halls_now, context.engine, now=context.now())
        lag = await run_in_threadpool(dirty_days, context.engine)
        cleanup = await run_in_threadpool(cleanup_status, context.engine, now=context.now())
        ordered = sorted(halls, key=lambda one: (not one.troubles, one.hall))
        years = context.config.kept_years
        return HTMLResponse(pages.render("state.html", lang, halls=ordered, lag=lag, cleanup=cleanup, kept_years=years))

    @routes.get("/settings", response_class=HTMLResponse, include_in_schema=False)
    async def settings(request: Request, lang: str = DEFAULT) -> Response:
        """Show what was published for each hall by whom, and what the hall made of it."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        halls = await run_in_threadpool(overview, context.engine)
        return HTMLResponse(pages.render("settings.html", lang, halls=halls))

    @routes.get("/quarantine", response_class=HTMLResponse, include_in_schema=False)
    async def quarantine(request: Request, lang: str = DEFAULT, told: str = "") -> Response:
        """Show what could not be read, with its reason."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        entries = await run_in_threadpool(held, context.engine)
        with context.engine.connect().execution_options(read_only=True) as connection:
            names = {row.hall: row.names for row in connection.execute(select(hall.c.hall, hall.c.names))}
        shown = told if told in {"stored", "still_bad", "set_aside"} else ""
        return HTMLResponse(pages.render("quarantine.html", lang, entries=entries, names=names, told=shown))


def _add_acts(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    @routes.post("/quarantine/{entry}/read-again", include_in_schema=False)
    async def again(request: Request, entry: int, lang: str = DEFAULT) -> Response:
        """Read an entry again, as after an update of the centre."""
        who = await acting(context, request)
        stored = await run_in_threadpool(
            read_again, context.engine, entry, who=who, now=context.now(), rules=context.rules
        )
        told = "stored" if stored else "still_bad"
        return RedirectResponse(f"/quarantine?lang={pages.texts(lang).language}&told={told}", 303)

    @routes.post("/quarantine/{entry}/set-aside", include_in_schema=False)
    async def aside(request: Request, entry: int, lang: str = DEFAULT) -> Response:
        """Take an entry out of the open ones; its bytes stay."""
        who = await acting(context, request)
        await run_in_threadpool(set_aside, context.engine, entry, who=who, now=context.now())
        return RedirectResponse(f"/quarantine?lang={pages.texts(lang).language}&told=set_aside", 303)
