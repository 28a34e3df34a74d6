"""Who has access in which role, and who did what: for administrators; the second for auditors as well."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse

from central.audit.staff_acts import acts_before
from central.errors import CentralError
from central.people.people import ROLES, add_person, change_role, disable, people, start_anew
from central.web.authentication import acting, reads
from central.web.bodies import read_form
from central.web.context import Context
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT

SAID = frozenset({"name_invalid", "name_taken", "not_oneself", "last_administrator", "role_unknown", "person_unknown"})


def add_people_pages(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add `/people` with its acts, and `/acts`."""
    _add_acts_page(routes, context, pages)

    @routes.get("/people", response_class=HTMLResponse, include_in_schema=False)
    async def show(request: Request, lang: str = DEFAULT) -> Response:
        """Show the staff of the centre."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        return await _shown(context, pages, lang)

    @routes.post("/people", response_class=HTMLResponse, include_in_schema=False)
    async def add(request: Request, lang: str = DEFAULT) -> Response:
        """Add somebody and show the set-up code, this once."""
        form, by = await _asked(context, request)
        name = form.get("name", "").lower()
        return await _done(context, pages, lang, name, partial(_new, context, name, form.get("role", ""), by))

    @routes.post("/people/{name}/{what}", response_class=HTMLResponse, include_in_schema=False)
    async def change(request: Request, name: str, what: str, lang: str = DEFAULT) -> Response:
        """Give somebody a new set-up code or another role, or end the access."""
        form, by = await _asked(context, request)
        moves: dict[str, Callable[[], str | None]] = {
            "anew": partial(start_anew, context.engine, name, by=by, now=context.now()),
            "disable": partial(disable, context.engine, name, by=by, now=context.now()),
            "role": partial(change_role, context.engine, name, form.get("role", ""), by=by, now=context.now()),
        }
        if what not in moves:
            return RedirectResponse(f"/people?lang={pages.texts(lang).language}", 303)
        return await _done(context, pages, lang, name, moves[what])


def _add_acts_page(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    @routes.get("/acts", response_class=HTMLResponse, include_in_schema=False)
    async def show(
        request: Request, before: Annotated[int | None, Query(ge=1, lt=2**62)] = None, lang: str = DEFAULT
    ) -> Response:
        """Show who did what, the newest first."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        found, more = await run_in_threadpool(acts_before, context.engine, before)
        return HTMLResponse(pages.render("acts.html", lang, acts=found, older=more, newest=before is None))


async def _asked(context: Context, request: Request) -> tuple[dict[str, str], str]:
    by = await acting(context, request)
    return await read_form(request), by


def _new(context: Context, name: str, role: str, by: str) -> str:
    return add_person(context.engine, name, role, by=by, now=context.now())


async def _done(
    context: Context, pages: PageRenderer, language: str, name: str, move: Callable[[], str | None]
) -> Response:  # fmt: skip
    try:
        code = await run_in_threadpool(move)
    except CentralError as error:
        if error.code not in SAID:
            raise
        return await _shown(context, pages, language, error=error.code, status=error.status)
    return await _shown(context, pages, language, name=name, code=code or "", done=True)


async def _shown(
    context: Context, pages: PageRenderer, language: str, *, name: str = "", code: str = "", error: str = "",
    done: bool = False, status: int = 200,
) -> Response:  # fmt: skip
    found = await run_in_threadpool(partial(people, context.engine, now=context.now()))
    told: dict[str, Any] = {"name": name, "code": code, "error": error, "done": done}
    return HTMLResponse(pages.render("people.html", language, people=found, roles=ROLES, **told), status)
