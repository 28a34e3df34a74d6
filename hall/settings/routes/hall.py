"""What every program reads of the hall: names, services, counters, hours and the day."""

from __future__ import annotations

from litestar import Router, get

from contracts.codec.message import replace
from contracts.settings.hall_view import HallView
from hall.calendar.day_view import DayViewWork
from hall.kernel.moment import Moment
from hall.platform.security.access import PUBLIC_MACHINES, Role
from hall.platform.web.request import HallRequest
from hall.settings.queries.hall import hall_view


def hall(role: Role, work: DayViewWork, now: Moment) -> HallView:
    """Return the hall as this role may see it."""
    view = hall_view(work=work, now=now)
    if role not in PUBLIC_MACHINES:
        return view
    lists = view.requests and replace(view.requests, powers=())
    return replace(view, agents=(), requests=lists)


@get("/hall")
async def show_hall(request: HallRequest) -> HallView:
    """Describe the hall: names, services, counters, hours, day."""
    role = request.caller.role
    return await request.ask(lambda work, now: hall(role, work, now))


routes = Router("/", route_handlers=[show_hall], tags=["hall"])
