"""Enquiries of all halls by channel: how many came, how many are answered, how long a reply took, what is open."""

from __future__ import annotations

from datetime import date
from typing import Any

from litestar.params import FromQuery
from litestar.response import Template
from sqlalchemy import Engine, select

from central.enquiries.enquiry_figures import CHANNELS, Enquired, enquiry_figures
from central.store.tables.halls import hall
from central.web.dependencies import Database, Today
from central.web.pages.period import asked_of, beside
from central.web.rendering import AskedPage, get_page
from figures.period import LONG_PERIODS, Asked


@get_page("/enquiries")
def enquiries_page(
    page: AskedPage,
    engine: Database,
    today: Today,
    period: FromQuery[str] = "month",
    day: FromQuery[date | None] = None,
) -> Template:
    """Show the enquiries of a period."""
    asked = asked_of(today, period, day)
    before, after = beside(asked)
    found = _found(engine, asked)
    return page.template("enquiries.html", **found, asked=asked, earlier=before, later=after, periods=LONG_PERIODS)


def _found(engine: Engine, asked: Asked) -> dict[str, Any]:
    figures = enquiry_figures(engine, asked)
    with engine.connect().execution_options(read_only=True) as connection:
        names = {row.hall: row.names for row in connection.execute(select(hall.c.hall, hall.c.names))}
    return {"figures": figures, "names": names, "channels": CHANNELS, "nothing": Enquired()}
