"""Return codes in the database."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select

from hall.kernel.ids import ServiceCode, VisitId
from hall.platform.db.tables.visitors import return_slip
from hall.platform.db.upsert import upsert
from hall.queue.model.return_slip import ReturnSlip

_BY_CODE = select(return_slip).where(return_slip.c.code == bindparam("wanted"))
_OF_VISIT = select(return_slip).where(return_slip.c.visit == bindparam("wanted"))
_USED_BY = select(return_slip).where(return_slip.c.used_by == bindparam("wanted"))


class SqlReturns:
    """One row for each code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, code: str) -> ReturnSlip | None:
        """Return the slip with this code, or None."""
        return self._first(_BY_CODE, code)

    def of_visit(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip that this visit left, or None."""
        return self._first(_OF_VISIT, visit)

    def used_by(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip with which this visit's holder came back, or None."""
        return self._first(_USED_BY, visit)

    def save(self, slip: ReturnSlip) -> None:
        """Store a new or changed slip."""
        values = {
            "code": slip.code,
            "visit": slip.visit,
            "service": slip.service,
            "made_on": slip.made_on,
            "last_day": slip.last_day,
            "missing": json.dumps(slip.missing, ensure_ascii=False),
            "used_by": slip.used_by,
        }
        upsert(self._connection, return_slip, values, key=("code",))

    def drop(self, code: str) -> None:
        """Forget a slip: the finish that made it was taken back."""
        self._connection.execute(delete(return_slip).where(return_slip.c.code == code))

    def _first(self, query: Select[Any], wanted: str) -> ReturnSlip | None:
        row = self._connection.execute(query, {"wanted": wanted}).first()
        if row is None:
            return None
        used_by = VisitId(row.used_by) if row.used_by is not None else None
        missing = tuple(json.loads(row.missing))
        return ReturnSlip(
            row.code, VisitId(row.visit), ServiceCode(row.service), row.made_on, row.last_day, missing, used_by
        )
