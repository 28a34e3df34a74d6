"""How kiosks were used: each reports what it counted, about nobody."""

from __future__ import annotations

import re
from datetime import date, timedelta

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.devices.kiosk_use import KioskUseRequest, UseCount
from hall.calendar.service_day import local
from hall.devices.commands.count_kiosk_use import count_kiosk_use
from hall.devices.routes.devices import DEVICE, check_known
from hall.devices.work import DevicesWork
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.bodies import check_text
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

MOST = 100_000
"""Of one counter in one report; a kiosk that was cut off for a year has counted less."""
LONGEST_AGO = timedelta(days=400)
LONGEST_ID = 64
_KEY = re.compile(r"[a-z_-]{0,32}")


@post("/devices/{device:str}/use", status_code=204)
async def report_kiosk_use(
    request: HallRequest, data: JSONBody[KioskUseRequest], acting_device: NamedDependency[DeviceId], key: OptionalKey
) -> Response[None]:
    """Add what a kiosk has counted."""
    check_text(data.report, "report")
    if not 0 < len(data.report) <= LONGEST_ID:
        raise field_invalid("report", f"expected 1 to {LONGEST_ID} letters")

    def run(work: DevicesWork, now: Moment) -> Answer:
        check_known(acting_device, work)
        today = local(now, work.settings).date()
        for at, one in enumerate(data.counts):
            _check(one, f"counts[{at}]", today)
        count_kiosk_use(acting_device, data, work=work)
        return NO_CONTENT

    return await request.run(run, key)


def _check(one: UseCount, path: str, today: date) -> None:
    if not 0 <= one.hour <= 23:
        raise field_invalid(f"{path}.hour", "expected an hour from 0 to 23")
    if not 1 <= one.many <= MOST:
        raise field_invalid(f"{path}.many", f"expected a number from 1 to {MOST}")
    if _KEY.fullmatch(one.key) is None:
        raise field_invalid(f"{path}.key", "expected at most 32 small letters")
    if not today - LONGEST_AGO <= one.day <= today + timedelta(days=1):
        raise field_invalid(f"{path}.day", "expected a day of the last year")


routes = Router("/", route_handlers=[report_kiosk_use], dependencies=DEVICE, tags=["devices"])
