"""Numbers kept for kiosks in the database, as a port of the application."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from hall.adapters.lane_memory import LaneMemory
from hall.adapters.tables_kept import number_block
from hall.domain.ids import DeviceId, ServiceCode
from hall.domain.number_block import NumberBlock

_ALL = select(number_block).order_by(number_block.c.service, number_block.c.first.desc())


class SqlBlocks:
    """One block for each service and device; the lane remembers them, as each issue asks for them."""

    def __init__(self, connection: Connection, memory: LaneMemory) -> None:
        self._connection = connection
        self._memory = memory

    def all(self) -> Sequence[NumberBlock]:
        """Return every block."""
        if self._memory.blocks is None:
            rows = self._connection.execute(_ALL)
            self._memory.blocks = tuple(
                NumberBlock(ServiceCode(row.service), DeviceId(row.device), row.first, row.last) for row in rows
            )
        return self._memory.blocks

    def add(self, block: NumberBlock) -> None:
        """Store a new block."""
        self._memory.touched, self._memory.blocks = True, None
        values = {"service": block.service, "device": block.device, "first": block.first, "last": block.last}
        self._connection.execute(insert(number_block), values)

    def drop(self, block: NumberBlock) -> None:
        """Give the numbers back to the hall's own line."""
        self._memory.touched, self._memory.blocks = True, None
        mine = (number_block.c.service == block.service) & (number_block.c.device == block.device)
        self._connection.execute(delete(number_block).where(mine))
