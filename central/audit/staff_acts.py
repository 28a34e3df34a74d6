"""What the centre's staff may do: release from quarantine, enter training hours; each is written down with its doer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central.errors import BodyError, NotFoundError
from central.intake.batch_intake import IngestRules, retry_quarantine
from central.store.tables.halls import hall, quarantine
from central.store.tables.rollups import centre_act, training_hours

CONSOLE = "command line"
"""Who acts at the centre's own machine."""
MOST_HOURS = 10_000
SHOWN = 200
SHOWN_BYTES = 400


@dataclass(frozen=True)
class Held:
    """One entry in quarantine, with the beginning of what came."""

    id: int
    hall: str
    seq: int
    reason: str
    received_at: datetime
    bytes: int
    beginning: str


def held(engine: Engine) -> Sequence[Held]:
    """Return the open entries, the newest first, at most `SHOWN`."""
    found = select(quarantine).where(quarantine.c.resolved_at.is_(None)).order_by(quarantine.c.id.desc()).limit(SHOWN)
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(found).all()
    return [
        Held(row.id, row.hall, row.seq, row.reason, row.received_at, len(row.body),
             bytes(row.body[:SHOWN_BYTES]).decode("utf-8", "replace"))
        for row in rows
    ]  # fmt: skip


def read_again(engine: Engine, entry: int, *, who: str, now: datetime, rules: IngestRules) -> bool:
    """Read one entry again and say whether it was stored this time; NotFoundError for one that is not held."""
    one = _held(engine, entry)
    stored, _ = retry_quarantine(engine, now=now, rules=rules, only=entry)
    with engine.begin() as connection:
        note(connection, "read_again", who=who, now=now, hall_id=one.hall, detail=f"{one.seq}: {one.reason}")
    return stored == 1


def set_aside(engine: Engine, entry: int, *, who: str, now: datetime) -> None:
    """Take one entry out of the open ones for good: its bytes stay, it is not stored. NotFoundError as above."""
    one = _held(engine, entry)
    with engine.begin() as connection:
        connection.execute(update(quarantine).where(quarantine.c.id == entry).values(resolved_at=now))
        note(connection, "set_aside", who=who, now=now, hall_id=one.hall, detail=f"{one.seq}: {one.reason}")


def enter_training(
    engine: Engine, hall_id: str, month: date, *, hours: int, people: int, who: str, now: datetime
) -> None:
    """Keep how many hours of training a hall's people had in a month, in place of what was entered before."""
    if not (0 <= hours <= MOST_HOURS and 0 <= people <= MOST_HOURS):
        raise BodyError("invalid", f"hours and people are whole numbers from 0 to {MOST_HOURS}")
    with engine.begin() as connection:
        if connection.execute(select(hall.c.hall).where(hall.c.hall == hall_id)).first() is None:
            raise NotFoundError("hall_unknown", f"hall {hall_id!r:.60} is not known here")
        row = {"hours": hours, "people": people, "entered_by": who, "entered_at": now}
        dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(
            dialect.insert(training_hours)
            .values(hall=hall_id, month=month.replace(day=1), **row)
            .on_conflict_do_update(index_elements=["hall", "month"], set_=row)
        )
        detail = f"{month:%Y-%m}: {hours} h, {people}"
        note(connection, "training_entered", who=who, now=now, hall_id=hall_id, detail=detail)


def trained(engine: Engine, first: date, last: date) -> tuple[int, int] | None:
    """Return hours and people trained in the months of a period, or None where nothing was entered."""
    query = select(func.sum(training_hours.c.hours), func.sum(training_hours.c.people)).where(
        training_hours.c.month.between(first.replace(day=1), last)
    )
    with engine.connect().execution_options(read_only=True) as connection:
        hours, people = connection.execute(query).one()
    return None if hours is None else (int(hours), int(people))


@dataclass(frozen=True)
class Act:
    """One act, as it was written down."""

    id: int
    at: datetime
    who: str
    action: str
    hall: str | None
    detail: str


def acts_before(engine: Engine, before: int | None, *, most: int = SHOWN) -> tuple[Sequence[Act], bool]:
    """Return the acts with a number below `before`, the newest first, and whether there are older ones still."""
    query = select(centre_act).order_by(centre_act.c.id.desc()).limit(most + 1)
    if before is not None:
        query = query.where(centre_act.c.id < before)
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(query).all()
    return [Act(row.id, row.at, row.who, row.action, row.hall, row.detail) for row in rows[:most]], len(rows) > most


def note(connection: Connection, action: str, *, who: str, now: datetime, hall_id: str | None, detail: str) -> None:
    """Write an act down, in the transaction of what it does."""
    row = {"at": now, "who": who, "action": action, "hall": hall_id, "detail": detail}
    connection.execute(insert(centre_act), [row])


def _held(engine: Engine, entry: int) -> Held:
    query = select(quarantine).where(quarantine.c.id == entry, quarantine.c.resolved_at.is_(None))
    with engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        raise NotFoundError("not_held", "this entry is not in quarantine any more")
    return Held(row.id, row.hall, row.seq, row.reason, row.received_at, len(row.body), "")
