"""How long who comes in the next hour will wait, and what could be done about it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.waits.outlook import AdviceScoreView, OutlookView
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, told
from hall.platform.web.days_asked import FROM_AND_TO, day_asked, days_between
from hall.waits.commands.score_advice import advice_score
from hall.waits.work import WaitsWork
from hall.waits.workers.outlook_cache import OUTLOOK

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


@routes.get("/outlook/score", openapi_extra=documented(answer=AdviceScoreView) | FROM_AND_TO)
async def the_score(call: Call) -> Response:
    """Return how right the advice was that the hall head was given."""
    first, last = day_asked(call, "from"), day_asked(call, "to")

    def ask(work: WaitsWork, now: Moment) -> AdviceScoreView:
        days = days_between(first, last, local(now, work.settings).date())
        return advice_score(*days, store=work.advice, now=now)

    return told(await call.ask(ask))


@routes.get("/outlook", openapi_extra=documented(answer=OutlookView))
async def the_outlook(call: Call) -> Response:
    """Return how long who comes in the next hour will wait, and what could be done about it."""
    return told(await call.parts.get(OUTLOOK).newest())
