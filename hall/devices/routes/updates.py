"""Releases for the hall's devices: which one a device may have, its file in parts, and how far it is there."""

from __future__ import annotations

import asyncio
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, PathParameter

from common.releases.order import is_at_least, order_of
from common.releases.release_file import is_system
from common.version import VERSION
from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow
from contracts.releases import (
    MOST_PARTS,
    DeviceRelease,
    DeviceReleaseResult,
    DeviceUpdate,
    HeardDevice,
    OfferedRelease,
    ReleaseQuestion,
)
from hall.calendar.service_day import DayState
from hall.calendar.update_time import why_not_now
from hall.devices.commands.give_release import begin_update, concerns, note_update, why_not_given
from hall.devices.routes.devices import DEVICE, check_known
from hall.devices.store.release_files import RELEASE_FILES
from hall.devices.work import DevicesWork
from hall.devices.workers.heartbeats import HEARTBEATS, Heartbeats
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.platform.refusals import ReleaseNotOfferedError
from hall.platform.web.answers import NO_CONTENT, said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

LONGEST_PROBLEM, LONGEST_CODE = 500, 40
Part = Annotated[int, PathParameter(ge=0, lt=MOST_PARTS)]


@get("/devices/{device:str}/alive")
async def show_heartbeat(request: HallRequest, acting_device: NamedDependency[DeviceId]) -> HeardDevice:
    """Return the device's newest heartbeat."""
    beats, now = request.parts.get(HEARTBEATS), request.parts.clock.now()
    last = beats.last(acting_device)
    return HeardDevice(beats.version(acting_device), None if last is None else now.seconds_since(last))


@post("/devices/{device:str}/release", status_code=200)
async def ask_for_release(
    request: HallRequest, data: JSONBody[ReleaseQuestion], acting_device: NamedDependency[DeviceId]
) -> Response[DeviceRelease]:
    """Return the release that the device may have, and give it its turn."""
    system = data.system
    if not is_system(system):
        raise field_invalid("system", "expected a system as release files name it, such as debian13")
    offer = await asyncio.to_thread(request.parts.get(RELEASE_FILES).offered, system, VERSION)
    beats, settings = request.parts.get(HEARTBEATS), request.parts.settings()

    def run(work: DevicesWork, now: Moment) -> Answer:
        device = check_known(acting_device, work)
        work.identities.note_system(acting_device, system)
        if offer is None or is_at_least(beats.version(acting_device) or device.version, offer.version):
            return said(200, DeviceRelease())
        refused = why_not_given(device, _with_versions(work, beats), offer.version, now.at)
        if refused is not None:
            return said(200, DeviceRelease(wait=refused))
        begin_update(device, offer.version, now.at, work=work)
        day = work.days.latest()
        is_closed = day is not None and day.state is DayState.CLOSED
        wait = why_not_now(day.day if day else None, settings, now.at, is_closed=is_closed)
        return said(200, DeviceRelease(offer, *(wait.code, wait.text) if wait else ()))

    return await request.run(run, None)


@get("/devices/{device:str}/release/{version:str}/{system:str}/parts/{part:int}", media_type="application/octet-stream")
async def read_release_part(
    request: HallRequest,
    acting_device: NamedDependency[DeviceId],
    version: FromPath[str],
    system: FromPath[str],
    part: Part,
) -> Response[bytes]:
    """Return one part of the file, while the device may have the release."""
    files, beats = request.parts.get(RELEASE_FILES), request.parts.get(HEARTBEATS)

    def read() -> tuple[OfferedRelease | None, bytes]:
        offer = files.offered(system, VERSION)
        if offer is None or offer.version != version:
            return None, b""
        try:
            return offer, files.read_part(offer, part)
        except OSError:
            return None, b""

    def is_given(work: DevicesWork, now: Moment) -> bool:
        device = check_known(acting_device, work)
        return why_not_given(device, _with_versions(work, beats), version, now.at) is None

    offer, content = await asyncio.to_thread(read)
    if offer is None or not content or not await request.ask(is_given):
        raise ReleaseNotOfferedError("this device should not have this release now: ask again which")
    return Response(content, media_type="application/octet-stream")


@post("/devices/{device:str}/release/{version:str}/result", status_code=204)
async def take_release_result(
    request: HallRequest,
    data: JSONBody[DeviceReleaseResult],
    acting_device: NamedDependency[DeviceId],
    version: FromPath[str],
    key: OptionalKey,
) -> Response[None]:
    """Keep how far a release is on the device; a failure keeps it from the other devices of the hall.

    A release that this hall does not give is refused: one device must not stop the next version in advance.
    """
    try:
        order_of(version)
    except ValueError as error:
        raise field_invalid("version", str(error)) from error
    files, beats = request.parts.get(RELEASE_FILES), request.parts.get(HEARTBEATS)
    is_offered = is_at_least(VERSION, version) and await asyncio.to_thread(files.offers, version)
    code, problem = data.code[:LONGEST_CODE], data.problem[:LONGEST_PROBLEM]

    def run(work: DevicesWork, now: Moment) -> Answer:
        device = check_known(acting_device, work)
        told = DeviceUpdate(version, data.state, now.at, code, problem)
        if not is_offered and not concerns(device, told, beats.version(acting_device) or device.version):
            raise ReleaseNotOfferedError("this hall does not give this device that release")
        note_update(device, told, work=work)
        return NO_CONTENT

    return await request.run(run, key)


def _with_versions(work: DevicesWork, beats: Heartbeats) -> list[DeviceNow]:
    """Return the devices with the versions that their newest heartbeats named."""
    return [replace(one, version=beats.version(one.device) or one.version) for one in work.identities.devices()]


routes = Router(
    "/",
    route_handlers=[show_heartbeat, ask_for_release, read_release_part, take_release_result],
    dependencies=DEVICE,
    tags=["devices"],
)
"""What a device's update asks."""
