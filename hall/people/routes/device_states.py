"""The state of the hall's devices, for capabilities that must not import how it is found out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from contracts.queue.queues_view import DeviceNow
from hall.kernel.moment import Moment
from hall.platform.web.dependencies import DependencyKey


class DeviceStates(Protocol):
    """Knows the last reported state of devices."""

    def told(self, devices: Iterable[DeviceNow], now: Moment) -> tuple[DeviceNow, ...]:
        """Return these devices, each with its last reported state."""
        ...


DEVICE_STATES = DependencyKey[DeviceStates]("device states")
