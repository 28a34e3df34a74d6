"""Delete records that only explain how something happened, when nobody needs them any more.

What stays whatever its age: the last session of each person (when somebody was last here), what a hall has not taken
from its inbox yet, and of each stream where it stands.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine, Table, and_, delete, exists, or_, select, tuple_

from central.store.tables.downlink import inbox
from central.store.tables.halls import audit, batch, hall, quarantine
from central.store.tables.people import staff_session
from central.store.tables.rollups import centre_act
from central.store.tables.satisfaction import survey

AT_ONCE = 5_000
"""Rows deleted in one transaction: nobody waits for longer than that takes."""


def prune_sessions(engine: Engine, *, before: datetime) -> int:
    """Delete the sessions last seen before this instant but the last one of each person; return how many."""
    newer = staff_session.alias("newer")
    another = exists().where(newer.c.person == staff_session.c.person, newer.c.seen_at > staff_session.c.seen_at)
    of_token = staff_session.c.person.is_(None)
    return _delete_portions(engine, staff_session, staff_session.c.seen_at < before, or_(of_token, another))


def prune_batches(engine: Engine, *, before: datetime, at_once: int = AT_ONCE) -> int:
    """Delete the journal of batches received before this instant; return how many."""
    return _delete_portions(engine, batch, batch.c.received_at < before, at_once=at_once)


def prune_inbox(engine: Engine, *, before: datetime) -> int:
    """Delete what came for halls before this instant and was taken by them; return how much."""
    taken = exists().where(hall.c.hall == inbox.c.hall, hall.c.inbox_taken >= inbox.c.number)
    return _delete_portions(engine, inbox, inbox.c.received_at < before, taken)


def prune_quarantine(engine: Engine, *, before: datetime) -> int:
    """Delete the entries put into quarantine before this instant, open ones too; return how many."""
    return _delete_portions(engine, quarantine, quarantine.c.received_at < before)


def prune_audit(engine: Engine, *, before: datetime) -> int:
    """Delete the audit facts of halls from before this instant; return how many."""
    return _delete_portions(engine, audit, audit.c.at < before)


def prune_acts(engine: Engine, *, before: datetime) -> int:
    """Delete what the centre's staff did before this instant; return how many acts."""
    return _delete_portions(engine, centre_act, centre_act.c.at < before)


def prune_surveys(engine: Engine, *, before: date) -> int:
    """Delete the single answers to surveys from before this day, the first of a month; the counts of months stay."""
    return _delete_portions(engine, survey, survey.c.service_day < before)


def _delete_portions(engine: Engine, table: Table, *where: Any, at_once: int = AT_ONCE) -> int:  # noqa: ANN401 - SQLAlchemy's conditions share no type
    keys = list(table.primary_key.columns)
    found = select(*keys).where(and_(*where)).limit(at_once)
    total = 0
    while True:
        with engine.begin() as connection:
            gone = connection.execute(delete(table).where(tuple_(*keys).in_(found))).rowcount
        total += gone
        if gone < at_once:
            return total
