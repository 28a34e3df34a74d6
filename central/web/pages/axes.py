"""The four axes of the ministry's strategy as one page, and the training hours that are entered on it."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import Any

from litestar import post
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from sqlalchemy import Engine, select

from central.audit.staff_acts import enter_training, trained
from central.enquiries.enquiry_figures import channels_of
from central.errors import BodyError
from central.figures.period_figures import RollupFigures, halls_visited
from central.figures.strategic_axes import axes
from central.halls.current_state import SITE_KIND
from central.requests.request_figures import Referred, referred
from central.satisfaction.figures import satisfaction
from central.store.tables.halls import hall, live
from central.web.dependencies import Database, Form, Now, Today, Who
from central.web.pages.period import asked_of, beside
from central.web.rendering import AskedPage, get_page
from contracts.words.site_kinds import is_desk
from figures.period import LONG_PERIODS, Asked


@get_page("/axes")
def axes_page(
    page: AskedPage,
    engine: Database,
    today: Today,
    period: FromQuery[str] = "month",
    day: FromQuery[date | None] = None,
) -> Template:
    """Show the four axes."""
    asked = asked_of(today, period, day)
    before, after = beside(asked)
    found = _found(engine, asked, today)
    return page.template("axes.html", **found, asked=asked, earlier=before, later=after, periods=LONG_PERIODS)


@post("/axes/training", include_in_schema=False, sync_to_thread=True)
def keep_training(page: AskedPage, form: Form, engine: Database, who: Who, now: Now) -> Redirect:
    """Keep the training hours of a hall and month."""
    name, month, hours, people = _entered(form)
    enter_training(engine, name, month, hours=hours, people=people, who=who, now=now)
    return page.to("/axes", period="month", day=month)


def _found(engine: Engine, asked: Asked, today: date) -> dict[str, Any]:
    query = select(hall.c.hall, hall.c.names, SITE_KIND).outerjoin(live, live.c.hall == hall.c.hall)
    with engine.connect().execution_options(read_only=True) as connection:
        halls = connection.execute(query.order_by(hall.c.hall)).all()
    kinds = {one.hall: one.site_kind for one in halls if one.site_kind}
    premium = list(kinds.values()).count("premium_hall") if kinds else None
    first, last = asked.days
    found = axes(
        RollupFigures(engine).whole(asked, parts=("lanes",)),
        halls=halls_visited(engine, asked, but=[one for one, kind in kinds.items() if is_desk(kind)]),
        premium_halls=premium,
        training=trained(engine, first, last),
        enquired=channels_of(engine, asked),
        requests=sum(referred(engine, asked, today=today).values(), Referred()),
        said=satisfaction(engine, asked),
    )
    return {"axes": found, "halls": halls}


def _entered(form: dict[str, str]) -> tuple[str, date, int, int]:
    hall, month, hours, people = (form.get(name, "") for name in ("hall", "month", "hours", "people"))
    with contextlib.suppress(ValueError):
        return hall, date.fromisoformat(f"{month[:7]}-01"), int(hours), int(people)
    raise BodyError("invalid", "the month is written YYYY-MM, hours and people are whole numbers")
