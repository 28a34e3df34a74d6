"""Return codes in the database, as a port of the application."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select

from hall.adapters.prepared import Prepared
from hall.adapters.tables_visitors import return_slip
from hall.adapters.upsert import upsert
from hall.domain.ids import ServiceCode, VisitId
from hall.domain.return_slip import ReturnSlip

_LEFT_ONE = Prepared(select(return_slip.c.code).where(return_slip.c.visit == bindparam("visit")).limit(1))


class SqlReturns:
    """One row for each code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, code: str) -> ReturnSlip | None:
        """Return the slip with this code, or None."""
        return self._first(return_slip.c.code == code)

    def of_visit(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip that this visit left, or None."""
        # Each finish asks, and few visits have left one.
        if _LEFT_ONE.first(self._connection, {"visit": visit}) is None:
            return None
        return self._first(return_slip.c.visit == visit)

    def used_by(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip with which this visit's holder came back, or None."""
        return self._first(return_slip.c.used_by == visit)

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

    def _first(self, wanted: ColumnElement[bool]) -> ReturnSlip | None:
        row: Any = self._connection.execute(select(return_slip).where(wanted)).first()
        if row is None:
            return None
        used_by = VisitId(row.used_by) if row.used_by is not None else None
        missing = tuple(json.loads(row.missing))
        return ReturnSlip(
            row.code, VisitId(row.visit), ServiceCode(row.service), row.made_on, row.last_day, missing, used_by
        )
