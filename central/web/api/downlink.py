"""Routes by which halls fetch what the centre has for them: settings and what came in elsewhere."""

from __future__ import annotations

import functools
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from central.access.path_table import PLATFORM
from central.access.tokens import Caller
from central.errors import BodyError, ForbiddenError
from central.halls import inbox, registry, settings
from central.halls.settings_key import settings_key
from central.requests.requests import find_requests
from central.web.bodies import read_message
from central.web.context import Context
from common.server.http_protocol import note_enrolled
from contracts.centre.inbox_items import REQUEST, RequestItem
from contracts.centre.settings_document import SettingsTold, sign
from contracts.codec.reader import to_json

_LONGEST = {"external": 64, "subject": 500, "directorate": 64, "topic": 64}
After = Annotated[int, Query(ge=0, lt=2**62)]


def way_down_routes(context: Context) -> APIRouter:
    """Return the routes under /v1 by which halls fetch."""
    routes = APIRouter(prefix="/v1")
    _add_settings(routes, context)
    _add_inbox(routes, context)
    _add_requests(routes, context)
    return routes


def _add_settings(routes: APIRouter, context: Context) -> None:
    @routes.get("/halls/{hall}/settings")
    async def newest_settings(request: Request, hall: str, after: After = 0) -> object:
        """Tell the newest settings for the hall if they are newer than version `after`, signed; else 204."""
        await require_hall(context, request, hall)
        document = await run_in_threadpool(settings.newer_than, context.engine, hall, after)
        if document is None:
            return Response(status_code=204)
        token = request.headers["Authorization"].partition(" ")[2].strip()
        return to_json(sign(document, settings_key(context.setup.key, hall, token)))

    @routes.post("/halls/{hall}/settings/told", status_code=204)
    async def settings_told(request: Request, hall: str) -> Response:
        """Keep what became of a version of settings at the hall."""
        await require_hall(context, request, hall)
        told = await read_message(request, SettingsTold)
        await run_in_threadpool(settings.note_told, context.engine, hall, told)
        return Response(status_code=204)


def _add_inbox(routes: APIRouter, context: Context) -> None:
    @routes.get("/halls/{hall}/inbox")
    async def hall_inbox(request: Request, hall: str, after: After = 0) -> dict[str, object]:
        """Tell what came in for the hall after number `after`, a hundred at most."""
        await require_hall(context, request, hall)
        # What the hall asks after it has taken for good.
        await run_in_threadpool(inbox.note_taken, context.engine, hall, after)
        await run_in_threadpool(functools.partial(inbox.forget_words, now=context.now()), context.engine, hall, after)
        return {"items": to_json(await run_in_threadpool(inbox.after, context.engine, hall, after))}


def _add_requests(routes: APIRouter, context: Context) -> None:
    @routes.post("/halls/{hall}/intake", status_code=202)
    async def intake(request: Request, hall: str) -> dict[str, object]:
        """Take a request of the ministry's platform in for a hall; the same one again is the same thing."""
        who = await _holder(context, request)
        if who.kind != PLATFORM:
            raise ForbiddenError("not_the_platform", "only the ministry's platform brings requests here")
        item = await read_message(request, RequestItem)
        _check(item)
        keep = functools.partial(inbox.put, context.engine, hall, REQUEST, f"{REQUEST}:{item.external.strip()}")
        number = await run_in_threadpool(keep, to_json(item), now=context.now(), strict=True)
        return {"hall": hall, "number": number, "external": item.external.strip()}

    @routes.get("/requests/{number:path}")
    async def request_anywhere(request: Request, number: str) -> dict[str, object]:
        """Tell where a request stands, whichever hall registered it; for halls."""
        await _holder(context, request)
        return {"requests": await run_in_threadpool(find_requests, context.engine, number)}


def _check(item: RequestItem) -> None:
    for name, longest in _LONGEST.items():
        said = getattr(item, name).strip()
        if not 0 < len(said) <= longest:
            fields = [{"field": name, "problem": f"expected 1 to {longest} characters"}]
            raise BodyError("invalid", f"{name}: expected 1 to {longest} characters", more={"fields": fields})


async def require_hall(context: Context, request: Request, hall: str) -> None:
    """Raise TokenError or ForbiddenError unless the token is one of this hall."""
    registry.require_hall(await _holder(context, request), hall)


async def _holder(context: Context, request: Request) -> Caller:
    find = functools.partial(registry.caller, now=context.now())
    who = await run_in_threadpool(find, context.engine, request.headers.get("Authorization"))
    note_enrolled(request.scope)
    return who
