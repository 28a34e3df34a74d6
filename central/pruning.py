"""Take away what only told how things came about, once it is of no use any more: ended sessions, batches, the inbox.

What stays whatever its age: the last session of each person (when somebody was last here), what a hall has not taken
from its inbox yet, and of each stream where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Table, and_, delete, exists, or_, select, tuple_

from central.tables import batch, hall
from central.tables_down import inbox
from central.tables_people import staff_session

AT_ONCE = 5_000
"""Rows taken away in one transaction: nobody waits for longer than that takes."""


@dataclass(frozen=True)
class Pruned:
    """How many rows were taken away."""

    sessions: int = 0
    batches: int = 0
    inbox: int = 0


def prune(engine: Engine, *, before: datetime, at_once: int = AT_ONCE) -> Pruned:
    """Take away what is older than `before`, at most `at_once` rows in a transaction, and return how much it was."""
    newer = staff_session.alias("newer")
    another = exists().where(newer.c.person == staff_session.c.person, newer.c.seen_at > staff_session.c.seen_at)
    of_token = staff_session.c.person.is_(None)
    taken = exists().where(hall.c.hall == inbox.c.hall, hall.c.inbox_taken >= inbox.c.number)
    return Pruned(
        sessions=_take_away(engine, staff_session, [staff_session.c.seen_at < before, or_(of_token, another)], at_once),
        batches=_take_away(engine, batch, [batch.c.received_at < before], at_once),
        inbox=_take_away(engine, inbox, [inbox.c.received_at < before, taken], at_once),
    )


def _take_away(engine: Engine, table: Table, where: Sequence[Any], at_once: int) -> int:
    keys = list(table.primary_key.columns)
    found = select(*keys).where(and_(*where)).limit(at_once)
    total = 0
    while True:
        with engine.begin() as connection:
            gone = connection.execute(delete(table).where(tuple_(*keys).in_(found))).rowcount
        total += gone
        if gone < at_once:
            return total
