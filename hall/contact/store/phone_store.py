"""Sealed telephone numbers in the database."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date, datetime

from sqlalchemy import Connection, delete, select

from hall.kernel.ids import VisitId
from hall.platform.db.tables.visitors import visit_phone
from hall.platform.db.upsert import upsert


class SqlPhones:
    """One number for each visit; what is stored cannot be read without the key of its day."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, visit: VisitId, day: date, sealed: bytes, until: datetime) -> None:
        """Keep the number of a visit, in place of an older one, until an instant."""
        values = {"visit": visit, "service_day": day, "sealed": sealed, "until_at": until}
        upsert(self._connection, visit_phone, values, key=("visit",))

    def sealed(self, visit: VisitId) -> tuple[date, bytes] | None:
        """Return the service day and the sealed number, or None."""
        mine = select(visit_phone.c.service_day, visit_phone.c.sealed).where(visit_phone.c.visit == visit)
        row = self._connection.execute(mine).first()
        return None if row is None else (row.service_day, bytes(row.sealed))

    def of_day(self, day: date) -> Sequence[tuple[VisitId, bytes]]:
        """Return the sealed numbers of a service day's visits."""
        mine = select(visit_phone.c.visit, visit_phone.c.sealed).where(visit_phone.c.service_day == day)
        return [(VisitId(row.visit), bytes(row.sealed)) for row in self._connection.execute(mine)]

    def erase(self, visit: VisitId) -> bool:
        """Erase the number of a visit; say whether there was one."""
        return bool(self._connection.execute(delete(visit_phone).where(visit_phone.c.visit == visit)).rowcount)

    def erase_until(self, now: datetime) -> int:
        """Erase every number whose time is over; return how many."""
        return self._connection.execute(delete(visit_phone).where(visit_phone.c.until_at <= now)).rowcount

    def days(self) -> Set[date]:
        """Return the service days of which a number is kept."""
        return set(self._connection.execute(select(visit_phone.c.service_day).distinct()).scalars())
