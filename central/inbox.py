"""Keep what comes in elsewhere for a hall, each thing once, under numbers without a gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, func, insert, select

from central.errors import BodyError, NotFoundError
from central.tables import hall
from central.tables_down import inbox
from contracts.settings_document import InboxItem

MOST = 100
"""Things told in one answer."""


def put(
    engine: Engine, hall_id: str, kind: str, key: str, body: Mapping[str, Any], *, now: datetime, strict: bool = False
) -> int:
    """Keep one thing for a hall and return its number; the same `key` again is the same thing, whoever sends it.

    Where it is `strict`, the same key with another body is refused: BodyError `key_taken`.

    The hall's row is locked meanwhile: of two that come together no reader sees the second alone.
    """
    with engine.begin() as connection:
        locked = select(hall.c.hall).where(hall.c.hall == hall_id).with_for_update()
        if connection.execute(locked).first() is None:
            raise NotFoundError("hall_unknown", f"hall {hall_id!r:.60} is not known here")
        same = select(inbox.c.number, inbox.c.body).where(inbox.c.hall == hall_id, inbox.c.key == key)
        if (known := connection.execute(same).one_or_none()) is not None:
            if strict and known.body != dict(body):
                raise BodyError("key_taken", f"{key:.80} came before with another content", status=409)
            return int(known.number)
        last = select(func.max(inbox.c.number)).where(inbox.c.hall == hall_id)
        number = (connection.execute(last).scalar_one() or 0) + 1
        row = {"hall": hall_id, "number": number, "kind": kind, "key": key, "body": dict(body), "received_at": now}
        connection.execute(insert(inbox).values(row))
        return number


def after(engine: Engine, hall_id: str, number: int, *, most: int = MOST) -> Sequence[InboxItem]:
    """Return the hall's things after `number`, in order."""
    found = select(inbox).where(inbox.c.hall == hall_id, inbox.c.number > number).order_by(inbox.c.number).limit(most)
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(found).all()
    return [InboxItem(row.number, row.kind, row.body, row.received_at) for row in rows]
