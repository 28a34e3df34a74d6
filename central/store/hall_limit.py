"""Limit what a connection reads and changes to the rows of some halls: the one place where a person's scope holds.

The limit is an option of the engine. Each statement that goes through it sees of every table with a column `hall` only
the rows of these halls, so no page and no query can forget it. Totals of all halls together (`rollups.ALL`) are of no
single hall: under a limit they are not seen.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Alias, Connection, Delete, Engine, Insert, SelectBase, Table, Update, event, select
from sqlalchemy.sql import visitors
from sqlalchemy.sql.util import ClauseAdapter

_HALLS = "halls"
_COLUMN = "hall"


def limited(engine: Engine, halls: Collection[str] | None) -> Engine:
    """Return the engine as somebody may use it who sees these halls; None: all."""
    return engine if halls is None else engine.execution_options(**{_HALLS: frozenset(halls)})


def is_limited(engine: Engine) -> bool:
    """Return whether not all halls are seen through this engine."""
    return _HALLS in engine.get_execution_options()


def keep_limits(engine: Engine) -> None:
    """Let limits hold for all statements of this engine."""

    @event.listens_for(engine, "before_execute", retval=True)
    def _limit(connection: Connection, statement: Any, many: Any, one: Any, _options: Any) -> Any:  # noqa: ANN401 - as SQLAlchemy gives them
        halls = connection.get_execution_options().get(_HALLS)
        return (statement if halls is None else _limited(statement, sorted(halls))), many, one


def _limited(statement: Any, halls: Collection[str]) -> Any:  # noqa: ANN401 - any statement
    if isinstance(statement, Update | Delete):
        target = statement.table
        mine = isinstance(target, Table) and _COLUMN in target.c
        return statement.where(target.c[_COLUMN].in_(halls)) if mine else statement
    if isinstance(statement, Insert):
        return statement  # what it is for was looked up through this engine before
    if not isinstance(statement, SelectBase):
        raise TypeError(f"no limit is known for a {type(statement).__name__}: write it as a select")
    tables = {one for one in visitors.iterate(statement) if isinstance(one, Table | Alias) and _COLUMN in one.c}
    for table in sorted(tables, key=lambda one: one.name):
        seen = select(table).where(table.c[_COLUMN].in_(halls)).subquery(table.name)
        statement = ClauseAdapter(seen).traverse(statement)
    return statement
