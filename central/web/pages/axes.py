"""The four axes of the ministry's strategy as one page, and the training hours that are entered on it."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select

from central.audit.staff_acts import enter_training, trained
from central.enquiries.enquiry_figures import channels_of
from central.errors import BodyError
from central.figures.period_figures import RollupFigures, halls_visited
from central.figures.strategic_axes import axes
from central.requests.request_figures import Referred, referred
from central.satisfaction.figures import satisfaction
from central.store.tables.halls import hall, live
from central.web.authentication import acting, reads
from central.web.bodies import read_form
from central.web.context import Context
from central.web.pages.period import asked_of, beside
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT
from contracts.words.site_kinds import is_desk
from figures.period import LONG_PERIODS, Asked


def add_axes_page(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add the page at `/axes`."""

    @routes.get("/axes", response_class=HTMLResponse, include_in_schema=False)
    async def show(request: Request, period: str = "month", day: date | None = None, lang: str = DEFAULT) -> Response:
        """Show the four axes."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        asked = asked_of(context, period, day)
        found = await run_in_threadpool(_found, context, asked)
        before, after = beside(asked)
        shown: dict[str, Any] = {"asked": asked, "earlier": before, "later": after, "periods": LONG_PERIODS}
        return HTMLResponse(pages.render("axes.html", lang, **found, **shown))

    @routes.post("/axes/training", include_in_schema=False)
    async def training(request: Request, lang: str = DEFAULT) -> Response:
        """Keep the training hours of a hall and month."""
        who = await acting(context, request)
        name, month, hours, people = _entered(await read_form(request))
        await run_in_threadpool(
            enter_training, context.engine, name, month, hours=hours, people=people, who=who, now=context.now()
        )
        return RedirectResponse(f"/axes?period=month&day={month}&lang={pages.texts(lang).language}", 303)


def _found(context: Context, asked: Asked) -> dict[str, Any]:
    query = select(hall.c.hall, hall.c.names, live.c.body).outerjoin(live, live.c.hall == hall.c.hall)
    with context.engine.connect().execution_options(read_only=True) as connection:
        halls = connection.execute(query.order_by(hall.c.hall)).all()
    kinds = {one.hall: one.body["site_kind"] for one in halls if one.body and one.body.get("site_kind")}
    premium = list(kinds.values()).count("premium_hall") if kinds else None
    first, last = asked.days
    found = axes(
        RollupFigures(context.engine).whole(asked, parts=("lanes",)),
        halls=halls_visited(context.engine, asked, but=[one for one, kind in kinds.items() if is_desk(kind)]),
        premium_halls=premium,
        training=trained(context.engine, first, last),
        enquired=channels_of(context.engine, asked),
        requests=sum(referred(context.engine, asked, today=context.today()).values(), Referred()),
        said=satisfaction(context.engine, asked),
    )
    return {"axes": found, "halls": halls}


def _entered(form: dict[str, str]) -> tuple[str, date, int, int]:
    hall, month, hours, people = (form.get(name, "") for name in ("hall", "month", "hours", "people"))
    with contextlib.suppress(ValueError):
        return hall, date.fromisoformat(f"{month[:7]}-01"), int(hours), int(people)
    raise BodyError("invalid", "the month is written YYYY-MM, hours and people are whole numbers")
