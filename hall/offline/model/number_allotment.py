"""Which numbers a kiosk is given to keep for when the hall service is away; pure.

>>> from hall.kernel.ids import ServiceCode
>>> lands = Service(ServiceCode("L"), "L", {})
>>> first = allot_numbers(lands, DeviceId("k1"), [], size=100, kiosks=2, last_given=None)
>>> second = allot_numbers(lands, DeviceId("k2"), [first], size=100, kiosks=2, last_given=None)
>>> (first.first, first.last), (second.first, second.last), line_end(lands, [first, second])
((900, 999), (800, 899), 799)
"""

from __future__ import annotations

from collections.abc import Sequence

from hall.kernel.ids import DeviceId
from hall.kernel.settings import Service
from hall.queue.model.numbers.number_block import NumberBlock, line_end


def allot_numbers(
    service: Service,
    device: DeviceId,
    taken: Sequence[NumberBlock],
    *,
    size: int,
    kiosks: int,
    last_given: int | None,
) -> NumberBlock | None:
    """Return a block for one of `kiosks` devices below those taken, or None where there is no room.

    At least half of the range stays the hall's own, and what the hall has given today is never within a block; where
    the rest is too small for `size` numbers each, the kiosks share it.
    """
    ceiling = line_end(service, taken)
    own = (service.last_number - service.first_number + 2) // 2
    floor = max(service.first_number + own, (last_given or 0) + 1)
    room = ceiling - floor + 1
    without = max(1, kiosks - len({block.device for block in taken}))
    length = min(size, room // without)
    return NumberBlock(service.code, device, ceiling - length + 1, ceiling) if length > 0 else None


def fits(block: NumberBlock, service: Service) -> bool:
    """Return whether the block still lies within the service's numbers, after a change of the set-up."""
    return service.first_number < block.first <= block.last <= service.last_number
