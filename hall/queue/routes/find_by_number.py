"""Find a visit of the day by its number alone: an agent hears it from whoever stands at the counter."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.queue.answers import NumberedVisits
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, told
from hall.platform.web.problems import field_invalid
from hall.queue.queries.find import numbered_visits
from hall.queue.routes.tickets import STAFF

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["visits"])
MOST_DIGITS = 6
NUMBER_QUERY = [{"name": "number", "in": "query", "required": True, "schema": {"type": "integer", "minimum": 0}}]


@routes.get("/visits/by-number", openapi_extra=documented(answer=NumberedVisits) | {"parameters": NUMBER_QUERY})
async def by_number(call: Call) -> Response:
    """Return the visits of the service day with this running number."""
    text = call.query_params.get("number", "")
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise field_invalid("number", f"expected 1 to {MOST_DIGITS} digits, as in ?number=47")
    notes, scope = call.caller.role in STAFF, call.partner()
    return told(
        await call.ask(lambda work, now: numbered_visits(int(text), work=work, now=now, notes=notes, scope=scope))
    )
