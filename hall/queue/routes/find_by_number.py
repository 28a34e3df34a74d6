"""Find a visit of the day by its number alone: a visitor at the counter says it to the agent."""

from __future__ import annotations

from typing import Annotated

from litestar import Router, get
from litestar.params import QueryParameter

from contracts.codec.message import replace
from contracts.queue.answers import NumberedVisits
from hall.platform.web.request import HallRequest
from hall.queue.queries.find import numbered_visits
from hall.queue.routes.tickets import STAFF, shown_to


@get("/visits/by-number")
async def find_visits_by_number(
    request: HallRequest, number: Annotated[str, QueryParameter(description="1 to 6 digits.", pattern="^[0-9]{1,6}$")]
) -> NumberedVisits:
    """Return the visits of the service day with this running number."""
    caller, scope = request.caller, request.partner()
    found = await request.ask(
        lambda work, now: numbered_visits(int(number), work=work, now=now, notes=caller.role in STAFF, scope=scope)
    )
    return replace(found, visits=tuple(shown_to(caller, one) for one in found.visits))


routes = Router("/", route_handlers=[find_visits_by_number], tags=["visits"])
