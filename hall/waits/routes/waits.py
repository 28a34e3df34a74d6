"""How right the announced waits were."""

from __future__ import annotations

from datetime import date, timedelta

from litestar import Router, get
from litestar.di import NamedDependency

from contracts.waits.accuracy import WaitsView
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.waits.queries.waits import waits_view
from hall.waits.work import WaitsWork

DAYS = 14
"""How many of the last days the answer has when the request names none."""
DAYS_MAX = 92


@get("/waits")
async def list_announced_waits(
    request: HallRequest, first_day: NamedDependency[date | None], last_day: NamedDependency[date | None]
) -> WaitsView:
    """Return how right the announced waits were, by day and by service."""

    def ask(work: WaitsWork, now: Moment) -> WaitsView:
        end = last_day or local(now, work.settings).date()
        begin = first_day or end - timedelta(days=DAYS - 1)
        if not timedelta() <= end - begin < timedelta(days=DAYS_MAX):
            raise field_invalid("from", f"expected 1 to {DAYS_MAX} days, from the first to the last")
        return waits_view(begin, end, work=work, now=now)

    return await request.ask(ask)


routes = Router("/", route_handlers=[list_announced_waits], tags=["hall"])
