"""The blocks of ticket numbers that are reserved for kiosks, in the database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from hall.kernel.ids import DeviceId, ServiceCode
from hall.platform.db.tables.kept import number_block
from hall.queue.model.numbers.number_block import NumberBlock

_ALL = select(number_block).order_by(number_block.c.service, number_block.c.first.desc())


class SqlBlocks:
    """The number blocks: one for each service and device."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[NumberBlock]:
        """Return every block."""
        rows = self._connection.execute(_ALL)
        return [NumberBlock(ServiceCode(row.service), DeviceId(row.device), row.first, row.last) for row in rows]

    def add(self, block: NumberBlock) -> None:
        """Store a new block."""
        values = {"service": block.service, "device": block.device, "first": block.first, "last": block.last}
        self._connection.execute(insert(number_block), values)

    def drop(self, block: NumberBlock) -> None:
        """Delete a block; the hall can use its numbers again."""
        mine = (number_block.c.service == block.service) & (number_block.c.device == block.device)
        self._connection.execute(delete(number_block).where(mine))
