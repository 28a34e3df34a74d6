"""How long who comes in the next hour will wait, and what could be done about it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.outlook_answers import OutlookView
from hall.service.call import PREFIX, Call, HallRoute, documented, told

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


@routes.get("/outlook", openapi_extra=documented(answer=OutlookView))
async def the_outlook(call: Call) -> Response:
    """Return how long who comes in the next hour will wait, and what could be done about it."""
    return told(await call.parts.outlook.newest())
