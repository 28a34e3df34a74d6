"""Heartbeats of devices and screenshots of their screens; the writer is not used, because nothing is stored."""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import RawBody

from common.version import version_of_agent
from hall.devices.routes.devices import DEVICE
from hall.devices.workers.heartbeats import HEARTBEATS, Picture, media_type_of
from hall.kernel.ids import DeviceId
from hall.platform.refusals import PictureUnknownError
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest


@post("/devices/{device:str}/alive", status_code=204)
async def send_heartbeat(request: HallRequest, acting_device: NamedDependency[DeviceId]) -> Response[None]:
    """Note a device's heartbeat."""
    version = version_of_agent(request.headers.get("User-Agent", ""))
    request.parts.get(HEARTBEATS).beat(acting_device, request.parts.clock.now(), version)
    return Response(None)


@post("/devices/{device:str}/picture", status_code=204)
async def send_screen_picture(
    request: HallRequest, acting_device: NamedDependency[DeviceId], body: RawBody
) -> Response[None]:
    """Keep what a device's screen shows, in the place of its picture before."""
    media_type = media_type_of(body)
    if media_type is None:
        raise field_invalid("picture", "the body must be a PNG or a JPEG")
    request.parts.get(HEARTBEATS).show(acting_device, Picture(body, media_type, request.parts.clock.now()))
    return Response(None)


@get("/devices/{device:str}/picture", media_type="image/*")
async def show_screen_picture(request: HallRequest, device_id: NamedDependency[DeviceId]) -> Response[bytes]:
    """Return the newest picture of a device's screen."""
    found = request.parts.get(HEARTBEATS).picture(device_id, request.parts.clock.now())
    if found is None:
        raise PictureUnknownError("this device has sent no picture of its screen in the last minutes")
    return Response(found.content, media_type=found.media_type)


routes = Router(
    "/",
    route_handlers=[send_heartbeat, send_screen_picture, show_screen_picture],
    dependencies=DEVICE,
    tags=["devices"],
)
