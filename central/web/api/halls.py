"""Routes that halls call: enrolment, batches, live figures, heartbeat, digests and streams."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Annotated

from litestar import Controller, get, post, put
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, HeaderParameter, QueryParameter, RequestBody

from central.errors import BodyError
from central.figures import day_figures
from central.halls import heartbeats, registry
from central.halls.settings_key import settings_key
from central.halls.visit_places import note_places
from central.intake import batch_intake
from central.web.addresses import address_of
from central.web.api.answers import Digests, Meta, ServingTimes, Streams
from central.web.centre_request import CentreRequest
from central.web.dependencies import Database, Guesses, Now, Rules, Secrets, Uploads
from contracts.centre.sync_api import (
    CODINGS,
    MAX_COMPRESSED_BYTES,
    MAX_DECODED_BYTES,
    MAX_RECORDS,
    SCHEMA,
    BatchAnswer,
    Enrolled,
    EnrolRequest,
    Heartbeat,
    LiveFigures,
)
from contracts.queue.places import Places
from web.service.openapi import refusals

LONGEST_SPAN_DAYS = 400
LATELY_DAYS = 60
"""The number of days whose serving times are sent."""


@get("/v1/meta", tags=["Halls"], sync_to_thread=False)
def meta(now: Now) -> Meta:
    """Return time, schemas and limits; needs no token."""
    return Meta(now, batch_intake.OLDEST_SCHEMA, SCHEMA, MAX_RECORDS, MAX_COMPRESSED_BYTES, MAX_DECODED_BYTES, CODINGS)


@post("/v1/enrol", tags=["Halls"], responses=refusals(401, 413, 422, 429))
async def enrol(
    request: CentreRequest,
    data: RequestBody[EnrolRequest],
    engine: Database,
    setup: Secrets,
    attempts: Guesses,
    now: Now,
) -> Enrolled:
    """Spend a pairing code; show token and settings key this one time."""
    tries = attempts.enrol
    with tries.counted(address_of(request), now):
        await asyncio.sleep(tries.brake_s(now))
        hall, token = await sync_to_thread(registry.enrol, engine, data.code, now=now)
    return Enrolled(hall, token, settings_key(setup.key, hall, token))


class Batches(Controller):
    """Accepts the batches of a hall's outbox."""

    path = "/v1/halls/{hall:str}/streams"
    tags = ("Halls",)

    @put(
        "/{stream:str}/batches/{name:str}",
        request_max_body_size=MAX_COMPRESSED_BYTES,
        responses=refusals(409, 413, 415, 422, 426),
    )
    async def take_batch(
        self,
        request: CentreRequest,
        hall: FromPath[str],
        stream: FromPath[str],
        name: FromPath[str],
        content_digest: Annotated[str, HeaderParameter(name="Content-Digest")],
        engine: Database,
        pressure: Uploads,
        rules: Rules,
        now: Now,
    ) -> BatchAnswer:
        """Take a batch in: each record once, whatever arrives twice; answered after the commit."""
        with pressure.uploading(hall):
            coding, content = request.coding, await request.body()
            incoming = batch_intake.Incoming(hall, stream, name, content_digest, content, request.clock, coding)
            with pressure.held():
                return await sync_to_thread(batch_intake.accept, engine, incoming, now=now, rules=rules)

    @get(sync_to_thread=True)
    def streams(self, hall: FromPath[str], engine: Database) -> Streams:
        """Return the hall's streams, each with its cursor."""
        return Streams(day_figures.hall_streams(engine, hall))


class Contact(Controller):
    """How a hall is now; the last word wins."""

    path = "/v1/halls/{hall:str}"
    tags = ("Halls",)

    @put("/live", status_code=204, sync_to_thread=True, responses=refusals(413, 422))
    def take_live(self, hall: FromPath[str], data: RequestBody[LiveFigures], engine: Database, now: Now) -> None:
        """Keep the hall's live figures; the last ones win."""
        heartbeats.note_live(engine, hall, data, now=now)

    @put(
        "/places",
        status_code=204,
        request_max_body_size=MAX_COMPRESSED_BYTES,
        sync_to_thread=True,
        responses=refusals(413, 422),
    )
    def take_places(self, hall: FromPath[str], data: RequestBody[Places], engine: Database, now: Now) -> None:
        """Keep where the visits in the hall stand, for visitors' own pages; the last ones win."""
        note_places(engine, hall, data, now=now)

    @post("/heartbeat", status_code=204, sync_to_thread=True, responses=refusals(413, 422))
    def take_heartbeat(self, hall: FromPath[str], data: RequestBody[Heartbeat], engine: Database, now: Now) -> None:
        """Keep how the hall's outbox stands."""
        heartbeats.note_heartbeat(engine, hall, data, now=now)


class Comparison(Controller):
    """What a hall compares with, and learns from other halls."""

    path = "/v1/halls/{hall:str}"
    tags = ("Halls",)

    @get("/digests", sync_to_thread=True, responses=refusals(422))
    def digests(
        self,
        hall: FromPath[str],
        first: Annotated[date, QueryParameter(name="from")],
        last: Annotated[date, QueryParameter(name="to")],
        engine: Database,
    ) -> Digests:
        """Return count and digest of each service day from `from` to `to`."""
        if not 0 <= (last - first).days <= LONGEST_SPAN_DAYS:
            raise BodyError("bad_span", f"ask for 1 to {LONGEST_SPAN_DAYS} days, `from` first")
        return Digests(day_figures.day_digests(engine, hall, first, last))

    @get("/serving-times", sync_to_thread=True)
    def serving_times(self, hall: FromPath[str], engine: Database, now: Now) -> ServingTimes:
        """Return how long each service recently took in the other halls: a new hall estimates its waits from it."""
        since = now.date() - timedelta(days=LATELY_DAYS)
        return ServingTimes(day_figures.serving_elsewhere(engine, hall, since))


HALL_ROUTES = (meta, enrol, Batches, Contact, Comparison)
