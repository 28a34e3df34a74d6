"""Routes that halls call: enrolment, batches, live figures, heartbeat, digests and streams."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, TypeVar

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from central.errors import BodyError
from central.figures import day_figures
from central.halls import heartbeats, registry
from central.halls.settings_key import settings_key
from central.halls.visit_places import note_places
from central.intake import batch_intake
from central.web.addresses import address_of
from central.web.bodies import clock_of, coding_in, read_body, read_message
from central.web.context import Context
from common.server.http_protocol import note_enrolled
from contracts.centre.sync_api import (
    CODINGS,
    MAX_COMPRESSED_BYTES,
    MAX_DECODED_BYTES,
    MAX_RECORDS,
    SCHEMA,
    Enrolled,
    EnrolRequest,
    Heartbeat,
    LiveFigures,
)
from contracts.codec.reader import instant_text, to_json
from contracts.queue.places import Places

T = TypeVar("T")
LONGEST_SPAN_DAYS = 400
LATELY_DAYS = 60
"""Serving times of so many days are told."""


def hall_routes(context: Context) -> APIRouter:
    """Return the routes under /v1 that halls call."""
    routes = APIRouter(prefix="/v1")
    _add_enrolment(routes, context)
    _add_batches(routes, context)
    _add_contact(routes, context)
    _add_comparison(routes, context)
    return routes


def _add_enrolment(routes: APIRouter, context: Context) -> None:

    @routes.get("/meta")
    async def meta() -> dict[str, object]:
        """Tell time, schemas and limits; needs no token."""
        return {
            "time": instant_text(context.now()),
            "schema_min": batch_intake.OLDEST_SCHEMA,
            "schema_max": SCHEMA,
            "max_records": MAX_RECORDS,
            "max_bytes": MAX_COMPRESSED_BYTES,
            "max_decoded_bytes": MAX_DECODED_BYTES,
            "codings": CODINGS,
        }

    @routes.post("/enrol", status_code=201)
    async def enrol(request: Request) -> object:
        """Spend a pairing code; show token and settings key this one time."""
        wanted = await read_message(request, EnrolRequest)
        tries, now = context.enrol_tries, context.now()
        with tries.counted(address_of(request), now):
            await asyncio.sleep(tries.brake_s(now))
            hall, token = await run_in_threadpool(_with_now(context, registry.enrol), context.engine, wanted.code)
        return to_json(Enrolled(hall, token, settings_key(context.setup.key, hall, token)))


def _add_batches(routes: APIRouter, context: Context) -> None:
    @routes.put("/halls/{hall}/streams/{stream}/batches/{name}")
    async def take_batch(
        request: Request, hall: str, stream: str, name: str, content_digest: Annotated[str, Header()]
    ) -> object:
        """Take a batch in: each record once, whatever arrives twice; answered after the commit."""
        await _is_hall(context, request, hall)
        with context.pressure.uploading(hall):
            coding = coding_in(request)
            content = await read_body(request)
            incoming = batch_intake.Incoming(hall, stream, name, content_digest, content, clock_of(request), coding)
            take = functools.partial(batch_intake.accept, now=context.now(), rules=context.rules)
            with context.pressure.held():
                answer = await run_in_threadpool(take, context.engine, incoming)
        return to_json(answer)


def _add_contact(routes: APIRouter, context: Context) -> None:
    @routes.put("/halls/{hall}/live", status_code=204)
    async def take_live(request: Request, hall: str) -> Response:
        """Keep the hall's live figures; the last ones win."""
        await _is_hall(context, request, hall)
        figures = await read_message(request, LiveFigures)
        await run_in_threadpool(_with_now(context, heartbeats.note_live), context.engine, hall, figures)
        return Response(status_code=204)

    @routes.put("/halls/{hall}/places", status_code=204)
    async def take_places(request: Request, hall: str) -> Response:
        """Keep where the visits in the hall stand, for visitors' own pages; the last ones win."""
        await _is_hall(context, request, hall)
        places = await read_message(request, Places, limit=MAX_COMPRESSED_BYTES)
        await run_in_threadpool(_with_now(context, note_places), context.engine, hall, places)
        return Response(status_code=204)

    @routes.post("/halls/{hall}/heartbeat", status_code=204)
    async def take_heartbeat(request: Request, hall: str) -> Response:
        """Keep how the hall's outbox stands."""
        await _is_hall(context, request, hall)
        beat = await read_message(request, Heartbeat)
        await run_in_threadpool(_with_now(context, heartbeats.note_heartbeat), context.engine, hall, beat)
        return Response(status_code=204)


def _add_comparison(routes: APIRouter, context: Context) -> None:
    @routes.get("/halls/{hall}/digests")
    async def digests(
        request: Request,
        hall: str,
        first: Annotated[date, Query(alias="from")],
        last: Annotated[date, Query(alias="to")],
    ) -> dict[str, object]:
        """Tell count and digest of each service day from `from` to `to`."""
        await _is_hall(context, request, hall)
        if not 0 <= (last - first).days <= LONGEST_SPAN_DAYS:
            raise BodyError("bad_span", f"ask for 1 to {LONGEST_SPAN_DAYS} days, `from` first")
        return {"days": to_json(await run_in_threadpool(day_figures.day_digests, context.engine, hall, first, last))}

    @routes.get("/halls/{hall}/serving-times")
    async def serving_times(request: Request, hall: str) -> dict[str, object]:
        """Tell how long each service lately took in the other halls: a new hall foresees its waits by it."""
        await _is_hall(context, request, hall)
        since = context.now().date() - timedelta(days=LATELY_DAYS)
        found = await run_in_threadpool(day_figures.serving_elsewhere, context.engine, hall, since)
        return {"services": to_json(found)}

    @routes.get("/halls/{hall}/streams")
    async def streams(request: Request, hall: str) -> dict[str, object]:
        """Tell the hall's streams and how far each was taken in."""
        await _is_hall(context, request, hall)
        return {"streams": to_json(await run_in_threadpool(day_figures.hall_streams, context.engine, hall))}


async def _is_hall(context: Context, request: Request, hall: str) -> None:
    find = _with_now(context, registry.caller)
    who = await run_in_threadpool(find, context.engine, request.headers.get("Authorization"))
    note_enrolled(request.scope)
    registry.require_hall(who, hall)


def _with_now(context: Context, function: Callable[..., T]) -> Callable[..., T]:
    return functools.partial(function, now=context.now())
