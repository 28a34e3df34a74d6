"""How the hall's devices are, for whoever must not know how that is found out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from contracts.queue.queues_view import DeviceNow
from hall.kernel.moment import Moment
from hall.platform.web.dependencies import DependencyKey


class DeviceStates(Protocol):
    """Knows what devices have let hear of themselves."""

    def told(self, devices: Iterable[DeviceNow], now: Moment) -> tuple[DeviceNow, ...]:
        """Return these devices with what was heard of each."""
        ...


DEVICE_STATES = DependencyKey[DeviceStates]("device states")
