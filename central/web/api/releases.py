"""Routes by which a hall learns which release it should have, gets its file in parts, and says how it ended."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get, put
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery, PathParameter, RequestBody

from central.errors import NotFoundError
from central.releases import rollout
from central.releases.files import FOLDER, read_part
from central.web.dependencies import Config, Database, Now
from contracts.releases import MOST_PARTS, OfferedRelease, ReleaseResult
from web.service.openapi import refusals

_NOTHING = ResponseSpec(None, generate_examples=False, description="The hall should have no release of the centre")
Part = Annotated[int, PathParameter(ge=0, lt=MOST_PARTS)]


class Releases(Controller):
    """The release that one hall should have."""

    path = "/v1/halls/{hall:str}/release"
    tags = ("Halls",)

    @get(sync_to_thread=True, responses={**refusals(422), 204: _NOTHING})
    def offered_release(
        self, hall: FromPath[str], engine: Database, system: FromQuery[str]
    ) -> Response[OfferedRelease | None]:
        """Return the release that the hall should have, in the file for its system; 204 where there is none."""
        found = rollout.offered(engine, hall, system)
        return Response(found) if found else Response(None, status_code=204)

    @get(
        "/{version:str}/{system:str}/parts/{part:int}",
        media_type="application/octet-stream",
        sync_to_thread=True,
        responses=refusals(404, 422),
    )
    def release_part(
        self,
        hall: FromPath[str],
        version: FromPath[str],
        system: FromPath[str],
        part: Part,
        engine: Database,
        config: Config,
    ) -> bytes:
        """Return one part of the file, while the hall should have it."""
        found = rollout.offered(engine, hall, system)
        if found is None or found.version != version:
            raise NotFoundError("release_not_offered", "this hall should not have this release now: ask again which")
        return read_part(config.data / FOLDER, found.name, found.size, part)

    @put("/{version:str}/result", status_code=204, sync_to_thread=True, responses=refusals(404, 422))
    def take_result(
        self, hall: FromPath[str], version: FromPath[str], data: RequestBody[ReleaseResult], engine: Database, now: Now
    ) -> None:
        """Keep how far the release is in the hall; a failure stops the roll-out."""
        rollout.note_result(engine, hall, version, data, now=now)
