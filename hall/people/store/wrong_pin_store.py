"""Wrong PINs in the database, so that a restart of the hall forgets none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.engine import Row

from hall.people.model.wrong_pins import FORGOTTEN_AFTER, LONGEST_WAIT, PinTries
from hall.platform.db.tables.kept import pin_tries
from hall.platform.db.upsert import upsert


class SqlPinTries:
    """Wrong PINs by subject, over one connection."""

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._at = at

    def of(self, subject: str) -> PinTries:
        """Return what is kept of a subject, or nothing wrong."""
        row = self._connection.execute(select(pin_tries).where(pin_tries.c.subject == subject)).first()
        return PinTries() if row is None else _tries(row)

    def keep(self, subject: str, tries: PinTries) -> None:
        """Keep this of a subject, and drop the subjects that are forgotten by now."""
        old = pin_tries.c.last_try_at < self._at - FORGOTTEN_AFTER - LONGEST_WAIT
        self._connection.execute(delete(pin_tries).where(old))
        values = {
            "subject": subject,
            "wrong": tries.wrong,
            "locks": tries.locks,
            "locked_until": tries.locked_until,
            "last_try_at": tries.last_try_at or self._at,
        }
        upsert(self._connection, pin_tries, values, key=("subject",))

    def forget(self, subject: str) -> None:
        """Forget a subject."""
        self._connection.execute(delete(pin_tries).where(pin_tries.c.subject == subject))

    def locked(self) -> Mapping[str, PinTries]:
        """Return the subjects that were locked and are kept."""
        rows = self._connection.execute(select(pin_tries).where(pin_tries.c.locks > 0))
        return {row.subject: _tries(row) for row in rows}


def _tries(row: Row[tuple[object, ...]]) -> PinTries:
    return PinTries(row.wrong, row.locks, row.locked_until, row.last_try_at)
