"""Keep what comes in elsewhere for a hall, each thing once, under numbers that only grow; its words not for long.

A number is the millisecond in which a thing came, or the next free one. A hall asks for what is after the last number
it has: a centre restored from yesterday's copy goes on above all that it had given out since; no new thing stays below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, or_, select, update

from central.errors import BodyError, NotFoundError
from central.store.tables.downlink import inbox
from central.store.tables.halls import hall
from contracts.centre.inbox_items import SURVEY
from contracts.centre.settings_document import InboxItem

MOST = 100
"""Things told in one answer."""
WORDS_FOR = timedelta(days=7)
"""How long a visitor's text stays after its hall has taken it: the hall may be restored from a copy."""
LOOKED_BACK = timedelta(days=400)
"""How far behind the newest taken item the centre looks for texts to erase: each poll of a hall looks again."""


@dataclass(frozen=True)
class Waiting:
    """Items that a hall has not taken yet: how many, and when the oldest of them came."""

    items: int
    since: datetime


def put(
    engine: Engine, hall_id: str, kind: str, key: str, body: Mapping[str, Any], *, now: datetime,
    strict: bool = False, about: str | None = None,
) -> int:  # fmt: skip
    """Keep one thing for a hall and return its number; the same `key` again is the same thing, from any sender.

    `about`: by what it is found again, of an answer the digest of its ticket's code.

    Where it is `strict`, the same key with another body is refused: BodyError `key_taken`.

    The hall's row is locked meanwhile: of two that come together no reader sees the second alone.
    """
    with engine.begin() as connection:
        return put_in(connection, hall_id, kind, key, body, now=now, strict=strict, about=about)


def put_in(
    connection: Connection, hall_id: str, kind: str, key: str, body: Mapping[str, Any], *, now: datetime,
    strict: bool = False, about: str | None = None,
) -> int:  # fmt: skip
    """Do what `put` does within a transaction: an act for many halls is kept for all of them or for none."""
    locked = select(hall.c.hall).where(hall.c.hall == hall_id).with_for_update()
    if connection.execute(locked).first() is None:
        raise NotFoundError("hall_unknown", f"hall {hall_id!r:.60} is not known here")
    same = select(inbox.c.number, inbox.c.body).where(inbox.c.hall == hall_id, inbox.c.key == key)
    if (known := connection.execute(same).one_or_none()) is not None:
        if strict and known.body != dict(body):
            raise BodyError("key_taken", f"{key:.80} came before with another content", status=409)
        return int(known.number)
    last = select(func.max(inbox.c.number)).where(inbox.c.hall == hall_id)
    number = max((connection.execute(last).scalar_one() or 0) + 1, _ms(now))
    row = {"hall": hall_id, "number": number, "kind": kind, "key": key, "body": dict(body), "received_at": now}
    connection.execute(insert(inbox).values(**row, about=about))
    return number


def after(engine: Engine, hall_id: str, number: int, *, most: int = MOST) -> Sequence[InboxItem]:
    """Return the hall's things after `number`, in order."""
    found = select(inbox).where(inbox.c.hall == hall_id, inbox.c.number > number).order_by(inbox.c.number).limit(most)
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(found).all()
    return [InboxItem(row.number, row.kind, row.body, row.received_at) for row in rows]


def said_about(engine: Engine, hall_id: str, about: str) -> Sequence[Mapping[str, Any]]:
    """Return what came in about something, the oldest first."""
    mine = (inbox.c.hall == hall_id, inbox.c.about == about)
    query = select(inbox.c.body).where(*mine).order_by(inbox.c.number)
    with engine.connect().execution_options(read_only=True) as connection:
        return connection.execute(query).scalars().all()


def waiting(engine: Engine) -> Mapping[str, Waiting]:
    """Return what each hall has not taken yet; halls that have taken everything are left out."""
    query = (
        select(inbox.c.hall, func.count().label("items"), func.min(inbox.c.received_at).label("since"))
        .join(hall, hall.c.hall == inbox.c.hall)
        .where(inbox.c.number > func.coalesce(hall.c.inbox_taken, 0))
        .group_by(inbox.c.hall)
    )
    with engine.connect().execution_options(read_only=True) as connection:
        return {row.hall: Waiting(row.items, row.since) for row in connection.execute(query)}


def note_taken(engine: Engine, hall_id: str, taken: int) -> None:
    """Keep up to which number a hall has taken its inbox; of a hall restored from a copy, how far it had been."""
    mine = (hall.c.hall == hall_id, or_(hall.c.inbox_taken.is_(None), hall.c.inbox_taken < taken))
    with engine.connect().execution_options(read_only=True) as connection:
        behind = connection.execute(select(hall.c.hall).where(*mine)).first() is not None
    if taken and behind:  # a hall looks every few seconds, and hardly ever there is something new
        with engine.begin() as connection:
            connection.execute(update(hall).where(*mine).values(inbox_taken=taken))


def forget_words(engine: Engine, hall_id: str, taken: int, *, now: datetime) -> int:
    """Erase what visitors wrote in things up to the number `taken` by the hall, a week after; return in how many.

    Written words may name people, and belong to the hall alone. The face and the rest of the thing stay.
    """
    first = taken - LOOKED_BACK // timedelta(milliseconds=1)
    old = (
        inbox.c.hall == hall_id, inbox.c.number.between(first, taken), inbox.c.kind == SURVEY,
        inbox.c.received_at < now - WORDS_FOR, inbox.c.body["words"].as_string().is_not(None),
    )  # fmt: skip
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(select(inbox.c.number, inbox.c.body).where(*old)).all()
    if rows:
        with engine.begin() as connection:
            for row in rows:
                mine = (inbox.c.hall == hall_id, inbox.c.number == row.number)
                connection.execute(update(inbox).where(*mine).values(body={**row.body, "words": None, "said": ""}))
    return len(rows)


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
