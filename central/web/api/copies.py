"""Routes by which a hall leaves the sealed copy of its database at the centre, and gets it back."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get, put
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, PathParameter, RequestBody

from central.halls import hall_copies
from central.web.centre_request import CentreRequest
from central.web.dependencies import Database, Now
from contracts.centre.hall_copy import MOST_PARTS, PART_BYTES, HallCopy
from web.service.openapi import refusals

Part = Annotated[int, PathParameter(ge=0, lt=MOST_PARTS)]


class Copies(Controller):
    """The newest copy of one hall."""

    path = "/v1/halls/{hall:str}/copy"
    tags = ("Halls",)

    @put(
        "/{name:str}/parts/{part:int}",
        status_code=204,
        request_max_body_size=PART_BYTES,
        responses=refusals(404, 409, 413, 422),
    )
    async def take_part(
        self, request: CentreRequest, hall: FromPath[str], name: FromPath[str], part: Part, engine: Database
    ) -> None:
        """Keep one part of a copy."""
        await sync_to_thread(hall_copies.put_part, engine, hall, name, part, await request.body())

    @put(status_code=204, sync_to_thread=True, responses=refusals(409, 413, 422))
    def take_copy(self, hall: FromPath[str], data: RequestBody[HallCopy], engine: Database, now: Now) -> None:
        """Keep the copy whose parts are all here instead of the one before."""
        hall_copies.complete(engine, hall, data, now=now)

    @get(sync_to_thread=True, responses=refusals(404))
    def newest_copy(self, hall: FromPath[str], engine: Database) -> HallCopy:
        """Return the name and the digest of the hall's copy."""
        return hall_copies.newest(engine, hall)

    @get(
        "/{name:str}/parts/{part:int}",
        media_type="application/octet-stream",
        sync_to_thread=True,
        responses=refusals(404, 422),
    )
    def copy_part(self, hall: FromPath[str], name: FromPath[str], part: Part, engine: Database) -> bytes:
        """Return one part of the copy."""
        return hall_copies.part_of(engine, hall, name, part)
