"""What the commands of one group leave to be written together: before anything may ask for it, at last at the end.

The number of the newest fact moves with each fact, and a count with each call; the end alone counts. Facts and answers
are rows that nobody reads while the group lasts: one statement for all of them costs a third of one for each. Whoever
asks the database anything on the writer's connection meanwhile finds all of it written (`prepared.write_late`); only
statements that cannot touch these tables leave it for later.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from sqlalchemy import Connection

from hall.adapters.prepared import Prepared

Parameters = Mapping[str, Any]
Kept = dict[Prepared, dict[Hashable, Parameters]]


class LateWrites:
    """The rows that are left for later, in the order in which they came; a command that is undone takes its own back.

    Where a command has them written and is undone, the database takes back those of its neighbours, too: `back_to` has
    them again.
    """

    def __init__(self) -> None:
        self._kept: Kept = {}
        self._rows = 0

    def add(self, statement: Prepared, row: Parameters) -> None:
        """Leave one more row to a statement."""
        self._rows += 1
        self._kept.setdefault(statement, {})[self._rows] = row

    def put(self, statement: Prepared, name: Hashable, row: Parameters) -> None:
        """Leave a row to a statement in the place of what was left under this name."""
        self._kept.setdefault(statement, {})[name] = row

    def found(self, statement: Prepared, name: Hashable) -> Parameters | None:
        """Return what is left to the statement under this name."""
        return self._kept.get(statement, {}).get(name)

    def write(self, connection: Connection) -> None:
        """Write all of it."""
        kept, self._kept = self._kept, {}
        for statement, rows in kept.items():
            statement.run_many(connection, rows.values())

    def forget(self) -> None:
        """Leave nothing: the transaction is gone."""
        self._kept = {}

    def mark(self) -> Kept:
        """Return what is left now, for `back_to`."""
        return {statement: rows.copy() for statement, rows in self._kept.items()}

    def back_to(self, mark: Kept) -> None:
        """Leave for later what was left at the mark, and no more."""
        self._kept = mark
