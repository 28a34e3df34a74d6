"""Numbers kept for kiosks, on both databases."""

from __future__ import annotations

from sqlalchemy import Engine

from hall.composition.sql_work import SqlWork
from hall.kernel.ids import DeviceId, ServiceCode
from hall.queue.model.numbers.number_block import NumberBlock
from tests.hall.queue.store.test_visit_rows import at
from tests.helpers.stored_hall import SETTINGS

L, K1, K2 = ServiceCode("L"), DeviceId("k1"), DeviceId("k2")


def test_blocks_are_kept_and_given_back(engine: Engine) -> None:
    with engine.begin() as connection:
        work = SqlWork(connection, at(0), SETTINGS)
        low, high = NumberBlock(L, K2, 800, 899), NumberBlock(L, K1, 900, 999)
        work.blocks.add(low)
        work.blocks.add(high)
        assert work.blocks.all() == [high, low]
        work.blocks.drop(high)
        assert SqlWork(connection, at(1), SETTINGS).blocks.all() == [low]
