"""How many counters a week needs by half hour, as an answer and as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from starlette.responses import Response

from contracts.reporting.plan import PlanView
from figures.reports.figures_csv import Stamp
from figures.reports.plan_csv import plan_csv
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, told
from hall.platform.web.days_asked import day_asked
from hall.waits.queries.plan import WEEKS, next_week, plan_view
from hall.waits.work import WaitsWork
from hall.waits.workers.plan_cache import PLAN
from web.texts import LANGUAGES, chosen, texts

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])
_WEEK = {"in": "query", "name": "week", "schema": {"type": "string", "format": "date"}}
_LANG = {"in": "query", "name": "lang", "schema": {"type": "string", "enum": list(LANGUAGES)}}
_FILE = {"200": {"description": "OK", "content": {"text/csv": {"schema": {"type": "string"}}}}}


@routes.get("/plan", openapi_extra=documented(answer=PlanView) | {"parameters": [_WEEK]})
async def the_plan(call: Call) -> Response:
    """Return the counters that each half hour of a week needs."""
    return told(await asked_plan(call))


@routes.get("/plan.csv", openapi_extra={"parameters": [_WEEK, _LANG], "responses": _FILE})
async def plan_as_csv(call: Call) -> Response:
    """Return the same as a file, with what it means, time and digest."""
    view = await asked_plan(call)
    language, settings = chosen(call.query_params.get("lang")), call.parts.settings()
    stamp = Stamp(
        hall=_named(settings.names, language),
        services={one.code: _named(one.names, language) for one in settings.services},
        by=call.caller.name,
        at=view.at.astimezone(ZoneInfo(settings.time_zone)),
    )
    name = f"dawr-{settings.hall}-plan-{view.first.isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(plan_csv(view, stamp, texts(language)), 200, headers, "text/csv; charset=utf-8")


async def asked_plan(call: Call) -> PlanView:
    """Return the plan of the week in which the day asked for lies; of the next one where it asks for none."""
    asked = day_asked(call, "week")

    def ask(work: WaitsWork, now: Moment) -> PlanView:
        today = local(now, work.settings).date()
        first = asked - timedelta(days=asked.isoweekday() % 7) if asked else next_week(today)
        past = work.figures.state(today - timedelta(weeks=WEEKS), today - timedelta(days=1))

        def make() -> PlanView:
            return plan_view(first, today, source=work.plan_days, settings=work.settings, at=now.at)

        return call.parts.get(PLAN).answer(first, (today, work.settings.version, past), now.at, make)

    return await call.ask(ask)


def _named(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()))
