"""How long who comes in the next hour will wait, and what could be done about it."""

from __future__ import annotations

from datetime import date

from litestar import Router, get
from litestar.di import NamedDependency

from contracts.waits.outlook import AdviceScoreView, OutlookView
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.platform.web.days_asked import days_between
from hall.platform.web.request import HallRequest
from hall.waits.commands.score_advice import advice_score
from hall.waits.work import WaitsWork
from hall.waits.workers.outlook_cache import OUTLOOK


@get("/outlook/score")
async def show_score_of_advice(
    request: HallRequest, first_day: NamedDependency[date | None], last_day: NamedDependency[date | None]
) -> AdviceScoreView:
    """Return how right the advice was that the hall head was given."""

    def ask(work: WaitsWork, now: Moment) -> AdviceScoreView:
        days = days_between(first_day, last_day, local(now, work.settings).date())
        return advice_score(*days, store=work.advice, now=now)

    return await request.ask(ask)


@get("/outlook")
async def show_outlook(request: HallRequest) -> OutlookView:
    """Return how long who comes in the next hour will wait, and what could be done about it."""
    return await request.parts.get(OUTLOOK).newest()


routes = Router("/", route_handlers=[show_score_of_advice, show_outlook], tags=["hall"])
