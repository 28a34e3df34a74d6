"""How right the announced waits were."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter
from starlette.responses import Response

from contracts.waits.accuracy import WaitsView
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, told
from hall.platform.web.days_asked import day_asked
from hall.platform.web.problems import field_invalid
from hall.waits.queries.waits import waits_view
from hall.waits.work import WaitsWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])
DAYS = 14
"""Asked without days, so many of the last are told."""
DAYS_MAX = 92
_DAY = {"in": "query", "schema": {"type": "string", "format": "date"}}
DAYS_QUERY = {"parameters": [_DAY | {"name": "from"}, _DAY | {"name": "to"}]}


@routes.get("/waits", openapi_extra=documented(answer=WaitsView) | DAYS_QUERY)
async def announced_waits(call: Call) -> Response:
    """Return how right the announced waits were, by day and by service."""
    first, last = day_asked(call, "from"), day_asked(call, "to")

    def ask(work: WaitsWork, now: Moment) -> WaitsView:
        end = last or local(now, work.settings).date()
        begin = first or end - timedelta(days=DAYS - 1)
        if not timedelta() <= end - begin < timedelta(days=DAYS_MAX):
            raise field_invalid("from", f"expected 1 to {DAYS_MAX} days, from the first to the last")
        return waits_view(begin, end, work=work, now=now)

    return told(await call.ask(ask))
