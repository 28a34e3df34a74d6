"""Numbers kept for a kiosk at the top of a service's range, for when the hall service is away; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hall.kernel.ids import DeviceId, ServiceCode
from hall.kernel.settings import Service


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """The numbers `first` to `last` of a service that one kiosk gives out, again on every service day."""

    service: ServiceCode
    device: DeviceId
    first: int
    last: int

    def holds(self, number: int) -> bool:
        """Return whether the number is one of these."""
        return self.first <= number <= self.last


def line_end(service: Service, blocks: Iterable[NumberBlock]) -> int:
    """Return the last number of the hall's own line: the one below all blocks of the service."""
    within = [block.first for block in blocks if service.first_number < block.first <= service.last_number]
    return min([service.last_number + 1, *within]) - 1
