"""Enquiries of all halls by channel: how many came, how many are answered, how long a reply took, what is open."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select

from central.enquiries.enquiry_figures import CHANNELS, Enquired, enquiry_figures
from central.store.tables.halls import hall
from central.web.authentication import reads
from central.web.context import Context
from central.web.pages.period import asked_of, beside
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT
from figures.period import LONG_PERIODS, Asked


def add_enquiries_page(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add the page at `/enquiries`."""

    @routes.get("/enquiries", response_class=HTMLResponse, include_in_schema=False)
    async def enquiries(
        request: Request, period: str = "month", day: date | None = None, lang: str = DEFAULT
    ) -> Response:
        """Show the enquiries of a period."""
        if not await reads(context, request):
            return RedirectResponse(f"/sign-in?lang={pages.texts(lang).language}", 303)
        asked = asked_of(context, period, day)
        found = await run_in_threadpool(_found, context, asked)
        before, after = beside(asked)
        periods: dict[str, Any] = {"asked": asked, "earlier": before, "later": after, "periods": LONG_PERIODS}
        return HTMLResponse(pages.render("enquiries.html", lang, **found, **periods))


def _found(context: Context, asked: Asked) -> dict[str, Any]:
    figures = enquiry_figures(context.engine, asked)
    with context.engine.connect().execution_options(read_only=True) as connection:
        names = {row.hall: row.names for row in connection.execute(select(hall.c.hall, hall.c.names))}
    return {"figures": figures, "names": names, "channels": CHANNELS, "nothing": Enquired()}
