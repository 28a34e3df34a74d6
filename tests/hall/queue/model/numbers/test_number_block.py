"""A block holds its numbers, and the hall's own line ends below all blocks."""

from __future__ import annotations

import pytest

from hall.kernel.ids import DeviceId, ServiceCode
from hall.kernel.settings import Service
from hall.queue.model.numbers.number_block import NumberBlock, line_end

L = ServiceCode("L")


@pytest.mark.parametrize(("number", "holds"), [(899, False), (900, True), (999, True), (1000, False)])
def test_a_block_holds_its_numbers(number: int, holds: bool):
    assert NumberBlock(L, DeviceId("k1"), 900, 999).holds(number) is holds


def test_the_halls_own_line_ends_below_the_lowest_block_within_its_range():
    lands = Service(L, "L", {}, first_number=1, last_number=999)
    blocks = [NumberBlock(L, DeviceId("k1"), 900, 999), NumberBlock(L, DeviceId("k2"), 800, 899)]
    assert line_end(lands, blocks) == 799
    assert line_end(lands, [NumberBlock(L, DeviceId("k3"), 1000, 1099)]) == 999
