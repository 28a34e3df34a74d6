"""Numbers kept for a kiosk, for when this service is away."""

from __future__ import annotations

from litestar import Response, Router, post
from litestar.di import NamedDependency

from contracts.offline import ReservedNumbers
from hall.devices.routes.devices import DEVICE, check_known
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.offline.commands.reserve_numbers import ReserveNumbers, reserve_numbers
from hall.offline.work import OfflineWork
from hall.platform.security.access import Role, own_device
from hall.platform.web.answers import said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest


@post("/devices/{device:str}/numbers", status_code=200)
async def reserve_ticket_numbers(
    request: HallRequest, device_id: NamedDependency[DeviceId], key: OptionalKey
) -> Response[ReservedNumbers]:
    """Keep a block of each service's numbers for a kiosk, and tell it on which days it may give them."""
    own_device(request.caller, device_id)
    status_url = f"{request.parts.public_url}/t#"

    def run(work: OfflineWork, now: Moment) -> Answer:
        check_known(device_id, work)
        devices = work.identities.devices()
        kiosks = frozenset(DeviceId(one.device) for one in devices if one.kind == Role.KIOSK.value)
        return said(200, reserve_numbers(ReserveNumbers(device_id, kiosks, status_url), work=work, now=now))

    return await request.run(run, key)


routes = Router("/", route_handlers=[reserve_ticket_numbers], dependencies=DEVICE, tags=["devices"])
