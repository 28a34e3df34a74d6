"""The emblem's files for screens, pages and paper; anybody in the hall sees them, so no token is asked for."""

from __future__ import annotations

from litestar import Response, Router, get
from litestar.params import FromPath

from common.brand.brand import emblem_file
from hall.platform.refusals import PictureUnknownError
from hall.platform.web.request import HallRequest

_FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}


@get("/brand/{ground:str}", media_type="image/*")
async def show_emblem(request: HallRequest, ground: FromPath[str]) -> Response[bytes]:
    """Return the emblem's file for a ground: light, dark or paper."""
    file = emblem_file(request.parts.settings().brand.emblems.get(ground, ""))
    if file is None:
        raise PictureUnknownError("this hall has no emblem for this ground")
    return Response(file[1], headers=_FOR_A_DAY, media_type=file[0])


routes = Router("/", route_handlers=[show_emblem], tags=["hall"])
