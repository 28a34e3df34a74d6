"""Which kiosk prints a paper for somebody at a counter."""

from __future__ import annotations

from collections.abc import Sequence

from contracts.queue.queues_view import DeviceNow
from hall.kernel.moment import Moment
from hall.people.model.identity_ports import HasIdentities
from hall.people.routes.device_states import DEVICE_STATES
from hall.platform.web.request import HallRequest

IN_ORDER = ("ok", "degraded")
"""States of a kiosk that prints, the better one first."""


def devices_heard(request: HallRequest, work: HasIdentities, now: Moment) -> Sequence[DeviceNow]:
    """Return the hall's devices and which of them are silent."""
    return request.parts.get(DEVICE_STATES).told(work.identities.devices(), now)


def best_kiosk(devices: Sequence[DeviceNow]) -> DeviceNow | None:
    """Return the kiosk that prints: one in order before one in trouble, then by its name; none that is silent.

    The agent sends the visitor there for the paper: a kiosk that is off would print it when the visitor has gone.
    """
    able = [one for one in devices if one.kind == "kiosk" and one.state in IN_ORDER and not one.silent]
    return min(able, key=lambda one: (IN_ORDER.index(one.state), one.name, one.device), default=None)
