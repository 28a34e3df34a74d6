"""The emblem's files for screens, pages and paper; anybody in the hall sees them, so no token is asked for."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from common.brand.brand import emblem_file
from hall.platform.refusals import PictureUnknownError
from hall.platform.web.call import PREFIX, Call, HallRoute, documented

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])
_FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}


@routes.get("/brand/{ground}", openapi_extra=documented())
async def emblem(call: Call) -> Response:
    """Return the emblem's file for a ground: light, dark or paper."""
    file = emblem_file(call.parts.settings().brand.emblems.get(call.path_params["ground"], ""))
    if file is None:
        raise PictureUnknownError("this hall has no emblem for this ground")
    return Response(file[1], 200, _FOR_A_DAY, file[0])
