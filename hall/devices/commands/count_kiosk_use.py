"""Count how a kiosk was used: the counts of a report are added once, however often it comes."""

from __future__ import annotations

from contracts.devices.kiosk_use import KioskUseRequest
from hall.devices.model.kiosk_use_ports import HasKioskUse
from hall.kernel.ids import DeviceId


def count_kiosk_use(device: DeviceId, request: KioskUseRequest, *, work: HasKioskUse) -> None:
    """Add what the kiosk counted, unless this report was counted already.

    An idempotency key lives until its service day is over. A kiosk that was cut off for a week repeats its last report
    after that, so the last one is kept with the counters.
    """
    if work.kiosk_use.last_report(device) != request.report:
        work.kiosk_use.add(device, request.report, request.counts)
