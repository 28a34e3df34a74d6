"""Devices' signs of life and pictures of their screens, taken in without the writer: nothing of them is stored."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from hall.devices.routes.devices import acting_device, path_device
from hall.devices.workers.heartbeats import HEARTBEATS, Picture, media_type_of
from hall.platform.refusals import PictureUnknownError
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import NO_STORE, PREFIX, Call, HallRoute, documented
from hall.platform.web.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["devices"])


@routes.post("/devices/{device}/alive", status_code=204, openapi_extra=documented(status=204))
async def alive(call: Call) -> Response:
    """Hear that a device is alive."""
    device = acting_device(call)
    await call.read(Nothing)
    call.parts.get(HEARTBEATS).beat(device, call.parts.clock.now())
    return Response(None, 204, NO_STORE)


@routes.post("/devices/{device}/picture", status_code=204, openapi_extra=documented(status=204))
async def show(call: Call) -> Response:
    """Keep what a device's screen shows, in the place of its picture before."""
    device = acting_device(call)
    content = await call.raw()
    media_type = media_type_of(content)
    if media_type is None:
        raise field_invalid("picture", "the body must be a PNG or a JPEG")
    call.parts.get(HEARTBEATS).show(device, Picture(content, media_type, call.parts.clock.now()))
    return Response(None, 204, NO_STORE)


@routes.get("/devices/{device}/picture", openapi_extra=documented())
async def picture(call: Call) -> Response:
    """Return the newest picture of a device's screen."""
    found = call.parts.get(HEARTBEATS).picture(path_device(call), call.parts.clock.now())
    if found is None:
        raise PictureUnknownError("this device has sent no picture of its screen in the last minutes")
    return Response(found.content, 200, NO_STORE, found.media_type)
