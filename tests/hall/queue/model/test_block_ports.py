"""The memory hall keeps one block for each service and device."""

from __future__ import annotations

from hall.kernel.ids import DeviceId
from hall.queue.model.numbers.number_block import NumberBlock
from tests.helpers.example_hall import HOUSING, LANDS, new_hall


def test_a_block_is_kept_until_it_is_dropped():
    work = new_hall().work()
    lands, housing = NumberBlock(LANDS, DeviceId("k1"), 900, 999), NumberBlock(HOUSING, DeviceId("k1"), 900, 999)
    work.blocks.add(lands)
    work.blocks.add(housing)
    work.blocks.drop(lands)
    assert list(work.blocks.all()) == [housing]
