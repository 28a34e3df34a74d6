"""Each store of a piece of work sees what this work has stored; each has its own tests."""

from __future__ import annotations

from sqlalchemy import Engine

from hall.composition.sql_stores import SqlStores
from hall.kernel.ids import DeviceId, ServiceCode
from hall.queue.model.numbers.number_block import NumberBlock
from tests.hall.queue.store.test_visit_rows import at
from tests.helpers.stored_hall import SETTINGS


def test_every_store_is_there_and_works_in_the_same_transaction(engine: Engine) -> None:
    block = NumberBlock(ServiceCode("L"), DeviceId("kiosk-1"), 100, 120)
    names = [name for name, member in vars(SqlStores).items() if isinstance(member, property)]
    assert len(names) >= 20
    with engine.begin() as connection:
        stores = SqlStores(connection, at(0), SETTINGS)
        assert all(getattr(stores, name) is not None for name in names)
        stores.blocks.add(block)
        assert list(stores.blocks.all()) == [block]
        assert list(SqlStores(connection, at(0), SETTINGS).blocks.all()) == [block]
