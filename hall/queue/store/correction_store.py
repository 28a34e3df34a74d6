"""Corrections with both values, in the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from contracts.codec.reader import instant_text
from contracts.words.hall import Outcome, VisitState
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.db.tables.trust import visit_correction
from hall.platform.db.upsert import upsert
from hall.queue.model.corrections.amendment import StageValues
from hall.queue.model.corrections.ports import StoredCorrection


class SqlCorrections:
    """The corrections over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_visit(self, visit: VisitId) -> Sequence[StoredCorrection]:
        """Return those of one visit, by number."""
        query = select(visit_correction).where(visit_correction.c.visit == visit)
        return self._all(query.order_by(visit_correction.c.number))

    def between(self, first: date, last: date) -> Sequence[StoredCorrection]:
        """Return those of visits of these service days, the newest first."""
        query = select(visit_correction).where(visit_correction.c.service_day.between(first, last))
        return self._all(query.order_by(visit_correction.c.at.desc(), visit_correction.c.number.desc()))

    def save(self, correction: StoredCorrection) -> None:
        """Store a new correction, or one that was taken back."""
        values = {
            "visit": correction.visit, "number": correction.number, "service_day": correction.service_day,
            "ticket": correction.ticket, "position": correction.position, "reason": correction.reason,
            "remark": correction.remark, "by": correction.by, "at": correction.at,
            "before": _text(correction.before), "after": _text(correction.after),
            "taken_back_by": correction.taken_back_by, "taken_back_at": correction.taken_back_at,
        }  # fmt: skip
        upsert(self._connection, visit_correction, values, key=("visit", "number"))

    def _all(self, query: Select[Any]) -> list[StoredCorrection]:
        return [
            StoredCorrection(
                VisitId(row.visit), row.number, row.service_day, row.ticket, row.position, row.reason, row.remark,
                row.by, row.at, _values(row.before), _values(row.after), row.taken_back_by, row.taken_back_at,
            )
            for row in self._connection.execute(query)
        ]  # fmt: skip


def _text(values: StageValues) -> str:
    return json.dumps(
        {
            "service": values.service,
            "state": values.state.value,
            "outcome": values.outcome.value if values.outcome else None,
            "begun": _moment_text(values.begun),
            "ended": _moment_text(values.ended),
            "served_s": values.served_s,
        },
        ensure_ascii=False,
    )


def _values(text: str) -> StageValues:
    read = json.loads(text)
    return StageValues(
        ServiceCode(read["service"]),
        VisitState(read["state"]),
        Outcome(read["outcome"]) if read["outcome"] else None,
        _moment(read["begun"]),
        _moment(read["ended"]),
        read["served_s"],
    )


def _moment_text(moment: Moment | None) -> list[str | int] | None:
    return [instant_text(moment.at), moment.monotonic_ns, moment.boot] if moment else None


def _moment(read: list[Any] | None) -> Moment | None:
    return Moment(datetime.fromisoformat(read[0]), read[1], read[2]) if read else None
