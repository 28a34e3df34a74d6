"""Numbers kept for a kiosk, for when this service is away."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.offline import ReservedNumbers
from hall.devices.routes.devices import check_known, path_device
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.offline.commands.reserve_numbers import ReserveNumbers, reserve_numbers
from hall.offline.work import OfflineWork
from hall.platform.security.access import Role, own_device
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["devices"])


@routes.post("/devices/{device}/numbers", openapi_extra=documented(answer=ReservedNumbers))
async def reserve(call: Call) -> Response:
    """Keep a block of each service's numbers for a kiosk, and tell it on which days it may give them."""
    await call.read(Nothing)
    device = path_device(call)
    own_device(call.caller, device)
    status_url = f"{call.parts.public_url}/t#"

    def run(work: OfflineWork, now: Moment) -> Answer:
        check_known(device, work)
        devices = work.identities.devices()
        kiosks = frozenset(DeviceId(one.device) for one in devices if one.kind == Role.KIOSK.value)
        return said(200, reserve_numbers(ReserveNumbers(device, kiosks, status_url), work=work, now=now))

    return await call.run(run)
