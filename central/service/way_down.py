"""Routes by which halls fetch what the centre has for them: settings and what came in elsewhere."""

from __future__ import annotations

import functools
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from central import halls, inbox, settings
from central.requests import find_requests
from central.service.bodies import read_message
from central.service.context import Context
from contracts.codec import to_json
from contracts.settings_document import SettingsTold, sign

After = Annotated[int, Query(ge=0, lt=2**62)]


def way_down_routes(context: Context) -> APIRouter:
    """Return the routes under /v1 by which halls fetch."""
    routes = APIRouter(prefix="/v1")

    @routes.get("/halls/{hall}/settings")
    async def newest_settings(request: Request, hall: str, after: After = 0) -> object:
        """Tell the newest settings for the hall if they are newer than version `after`, signed; else 204."""
        await require_hall(context, request, hall)
        document = await run_in_threadpool(settings.newer_than, context.engine, hall, after)
        if document is None:
            return Response(status_code=204)
        # Signed for whoever asks: the token is known to the hall and, for this moment, to us.
        return to_json(sign(document, request.headers["Authorization"].partition(" ")[2].strip()))

    @routes.post("/halls/{hall}/settings/told", status_code=204)
    async def settings_told(request: Request, hall: str) -> Response:
        """Keep what became of a version of settings at the hall."""
        await require_hall(context, request, hall)
        told = await read_message(request, SettingsTold)
        await run_in_threadpool(settings.note_told, context.engine, hall, told)
        return Response(status_code=204)

    @routes.get("/halls/{hall}/inbox")
    async def hall_inbox(request: Request, hall: str, after: After = 0) -> dict[str, object]:
        """Tell what came in for the hall after number `after`, a hundred at most."""
        await require_hall(context, request, hall)
        return {"items": to_json(await run_in_threadpool(inbox.after, context.engine, hall, after))}

    @routes.get("/requests/{number:path}")
    async def request_anywhere(request: Request, number: str) -> dict[str, object]:
        """Tell where a request stands, whichever hall registered it; for halls."""
        caller = functools.partial(halls.caller, context.engine, request.headers.get("Authorization"))
        await run_in_threadpool(caller)
        return {"requests": await run_in_threadpool(find_requests, context.engine, number)}

    return routes


async def require_hall(context: Context, request: Request, hall: str) -> None:
    """Raise TokenError or ForbiddenError unless the token is one of this hall."""
    find = functools.partial(halls.caller, context.engine, request.headers.get("Authorization"))
    halls.require_hall(await run_in_threadpool(find), hall)
