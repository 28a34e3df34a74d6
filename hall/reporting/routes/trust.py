"""Calls out of order, for the hall head; and for each agent the figures about himself."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from contracts.codec.message import replace
from contracts.reporting.trust import AgentFigures, TrustView
from figures.period import Asked
from hall.calendar.service_day import local
from hall.kernel.ids import AgentId
from hall.kernel.moment import Moment
from hall.platform.web.days_asked import days_between
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.reporting.queries.trust import Days, agent_figures, satisfied_count, trust_view
from hall.reporting.work import ReportingWork

OWN_PERIODS = ("day", "week", "month")


@get("/trust")
async def list_moves_out_of_order(
    request: HallRequest, first_day: NamedDependency[date | None], last_day: NamedDependency[date | None]
) -> TrustView:
    """Return the moves out of order by agent and reason."""

    def ask(work: ReportingWork, now: Moment) -> TrustView:
        days = days_between(first_day, last_day, local(now, work.settings).date())
        return trust_view(Days(*days), source=work.acts, settings=work.settings, at=now.at)

    return await request.ask(ask)


@get("/agents/me/figures")
async def show_own_figures(
    request: HallRequest,
    asked_day: NamedDependency[date | None],
    period: Annotated[str | None, QueryParameter(enum=OWN_PERIODS)] = None,
) -> AgentFigures:
    """Return the caller's own figures, as soon as there are any."""
    span = period or OWN_PERIODS[0]
    if span not in OWN_PERIODS:
        raise field_invalid("period", f"expected one of {', '.join(OWN_PERIODS)}")

    def ask(work: ReportingWork, now: Moment) -> AgentFigures:
        first, last = Asked(span, asked_day or local(now, work.settings).date()).days
        agent = AgentId(request.caller.name)
        figures = agent_figures(agent, Days(first, last, span), source=work.acts, at=now.at)
        return replace(figures, thanks=satisfied_count(work.surveys.of_agent(agent, first)) if first == last else None)

    return await request.ask(ask)


routes = Router("/", route_handlers=[list_moves_out_of_order, show_own_figures], tags=["hall"])
