"""Numbers that run without a gap, one line each, moved in the transaction of what they number."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from hall.platform.db.tables.core import line


def next_of(connection: Connection, name: str) -> int:
    """Return the next number of the line `name` (at most 16 letters), from 1."""
    moved = connection.execute(update(line).where(line.c.name == name).values(last=line.c.last + 1))
    if not moved.rowcount:
        connection.execute(insert(line), {"name": name, "last": 1, "head": ""})
    return int(connection.execute(select(line.c.last).where(line.c.name == name)).scalar_one())
