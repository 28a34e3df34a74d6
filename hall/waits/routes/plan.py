"""How many counters a week needs by half hour, as an answer and as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter

from contracts.reporting.plan import PlanView
from figures.reports.figures_csv import Stamp
from figures.reports.plan_csv import plan_csv
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.platform.web.days_asked import read_day
from hall.platform.web.parameters import Language
from hall.platform.web.request import HallRequest
from hall.waits.queries.plan import WEEKS, next_week, plan_view
from hall.waits.work import WaitsWork
from hall.waits.workers.plan_cache import PLAN
from web.texts import chosen, texts


@get("/plan")
async def show_plan(asked_plan: NamedDependency[PlanView]) -> PlanView:
    """Return the counters that each half hour of a week needs."""
    return asked_plan


@get("/plan.csv", media_type="text/csv")
async def download_plan_csv(
    request: HallRequest, asked_plan: NamedDependency[PlanView], lang: Language = None
) -> Response[bytes]:
    """Return the same as a file, with what it means, time and digest."""
    language, settings = chosen(lang), request.parts.settings()
    stamp = Stamp(
        hall=_named(settings.names, language),
        services={one.code: _named(one.names, language) for one in settings.services},
        by=request.caller.name,
        at=asked_plan.at.astimezone(ZoneInfo(settings.time_zone)),
    )
    name = f"dawr-{settings.hall}-plan-{asked_plan.first.isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(plan_csv(asked_plan, stamp, texts(language)), headers=headers)


async def asked_plan(
    request: HallRequest, week: Annotated[str | None, QueryParameter(format="date")] = None
) -> PlanView:
    """Return the plan of the week in which the day asked for lies; of the next one where it asks for none."""
    asked = read_day(week, "week")

    def ask(work: WaitsWork, now: Moment) -> PlanView:
        today = local(now, work.settings).date()
        first = asked - timedelta(days=asked.isoweekday() % 7) if asked else next_week(today)
        past = work.figures.state(today - timedelta(weeks=WEEKS), today - timedelta(days=1))

        def make() -> PlanView:
            return plan_view(first, today, source=work.plan_days, settings=work.settings, at=now.at)

        return request.parts.get(PLAN).answer(first, (today, work.settings.version, past), now.at, make)

    return await request.ask(ask)


def _named(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()))


routes = Router(
    "/", route_handlers=[show_plan, download_plan_csv], dependencies={"asked_plan": Provide(asked_plan)}, tags=["hall"]
)
