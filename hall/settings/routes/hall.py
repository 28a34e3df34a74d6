"""What every program reads of the hall: names, services, counters, hours and the day."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.codec.message import replace
from contracts.settings.hall_view import HallView
from hall.calendar.day_view import DayViewWork
from hall.kernel.moment import Moment
from hall.platform.security.access import PUBLIC_MACHINES, Role
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, told
from hall.settings.queries.hall import hall_view

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


def hall(role: Role, work: DayViewWork, now: Moment) -> HallView:
    """Return the hall as this role may see it."""
    view = hall_view(work=work, now=now)
    return replace(view, agents=()) if role in PUBLIC_MACHINES else view


@routes.get("/hall", openapi_extra=documented(answer=HallView))
async def the_hall(call: Call) -> Response:
    """Describe the hall: names, services, counters, hours, day."""
    role = call.caller.role
    return told(await call.ask(lambda work, now: hall(role, work, now)))
