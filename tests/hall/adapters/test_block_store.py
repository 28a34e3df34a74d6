"""Numbers kept for kiosks, on both databases."""

from __future__ import annotations

from sqlalchemy import Engine

from hall.adapters.lane_memory import LaneMemory
from hall.adapters.sql_work import SqlWork
from hall.domain.ids import DeviceId, ServiceCode
from hall.domain.number_block import NumberBlock
from tests.hall.adapters.conftest import SETTINGS
from tests.hall.adapters.test_visit_rows import at

L, K1, K2 = ServiceCode("L"), DeviceId("k1"), DeviceId("k2")


def test_blocks_are_kept_and_given_back(engine: Engine) -> None:
    memory = LaneMemory()
    with engine.begin() as connection:
        work = SqlWork(connection, at(0), SETTINGS, memory)
        low, high = NumberBlock(L, K2, 800, 899), NumberBlock(L, K1, 900, 999)
        work.blocks.add(low)
        work.blocks.add(high)
        assert work.blocks.all() == (high, low)
        assert work.blocks.all() is work.blocks.all(), "the lane remembers them"
        assert memory.touched
        work.blocks.drop(high)
        assert SqlWork(connection, at(1), SETTINGS, LaneMemory()).blocks.all() == (low,)
