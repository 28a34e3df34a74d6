"""Store a row under its key, whether it is there or not; the one writer makes update-then-insert safe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, insert, update


def upsert(connection: Connection, table: Table, values: dict[str, Any], *, key: Sequence[str]) -> bool:
    """Store `values` and say whether the row is new."""
    same = and_(*(table.c[name] == values[name] for name in key))
    changed = connection.execute(update(table).where(same).values(**values))
    if changed.rowcount:
        return False
    connection.execute(insert(table), values)
    return True
