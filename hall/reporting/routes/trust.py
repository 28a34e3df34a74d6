"""Who went past the order of calling, for the hall head; and to each agent what is known of himself."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.codec.message import replace
from contracts.reporting.trust import AgentFigures, TrustView
from figures.period import Asked
from hall.calendar.service_day import local
from hall.kernel.ids import AgentId
from hall.kernel.moment import Moment
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, told
from hall.platform.web.days_asked import FROM_AND_TO, day_asked, days_between
from hall.platform.web.problems import field_invalid
from hall.reporting.queries.trust import Days, agent_figures, satisfied_count, trust_view
from hall.reporting.work import ReportingWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])
OWN_PERIODS = ("day", "week", "month")
_DAY = {"in": "query", "schema": {"type": "string", "format": "date"}}
_PERIOD = {"in": "query", "name": "period", "schema": {"type": "string", "enum": list(OWN_PERIODS)}}
OWN = {"parameters": [_PERIOD, _DAY | {"name": "day"}]}


@routes.get("/trust", openapi_extra=documented(answer=TrustView) | FROM_AND_TO)
async def the_trust(call: Call) -> Response:
    """Return the moves out of order by agent and reason."""
    first, last = day_asked(call, "from"), day_asked(call, "to")

    def ask(work: ReportingWork, now: Moment) -> TrustView:
        days = days_between(first, last, local(now, work.settings).date())
        return trust_view(Days(*days), source=work.acts, settings=work.settings, at=now.at)

    return told(await call.ask(ask))


@routes.get("/agents/me/figures", openapi_extra=documented(answer=AgentFigures) | OWN)
async def own_figures(call: Call) -> Response:
    """Return the caller's own figures, as soon as there are any."""
    period, day = call.query_params.get("period") or OWN_PERIODS[0], day_asked(call, "day")
    if period not in OWN_PERIODS:
        raise field_invalid("period", f"expected one of {', '.join(OWN_PERIODS)}")

    def ask(work: ReportingWork, now: Moment) -> AgentFigures:
        first, last = Asked(period, day or local(now, work.settings).date()).days
        agent = AgentId(call.caller.name)
        figures = agent_figures(agent, Days(first, last, period), source=work.acts, at=now.at)
        return replace(figures, thanks=satisfied_count(work.surveys.of_agent(agent, first)) if first == last else None)

    return told(await call.ask(ask))
