"""Complaints and suggestions in the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, case, or_, select, update

from contracts.words.complaints import ComplaintState, ComplaintWay, Nature
from hall.complaints.model.complaint import Complaint, EarlierAnswer
from hall.complaints.store.tables import complaint
from hall.kernel.ids import VisitId
from hall.platform.db.legal_holds import COMPLAINT, VISIT, held
from hall.platform.db.upsert import upsert
from hall.queue.store.running_number import next_of

_OPEN = [state.value for state in ComplaintState if state is not ComplaintState.CLOSED]


class SqlComplaints:
    """One row for each, numbered by a line of each year."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, year: int) -> int:
        """Return the next running number of the year, from 1; only a restored hall leaves a gap."""
        return next_of(self._connection, f"complaint-{year}")

    def find(self, number: str) -> Complaint | None:
        """Return the one with this number, or None."""
        return next(iter(self._all(select(complaint).where(complaint.c.number == number))), None)

    def of_visit(self, visit: VisitId) -> Sequence[Complaint]:
        """Return those of a visit, the oldest first."""
        mine = select(complaint).where(complaint.c.visit == visit)
        return self._all(mine.order_by(complaint.c.received_at, complaint.c.number))

    def open(self, limit: int) -> Sequence[Complaint]:
        """Return at most `limit` that are not closed, the oldest first."""
        mine = select(complaint).where(complaint.c.state.in_(_OPEN))
        return self._all(mine.order_by(complaint.c.received_at, complaint.c.number).limit(limit))

    def closed(self, limit: int) -> Sequence[Complaint]:
        """Return at most `limit` that are closed, the one closed last at the head."""
        mine = select(complaint).where(complaint.c.state == ComplaintState.CLOSED.value)
        return self._all(mine.order_by(complaint.c.closed_at.desc(), complaint.c.number).limit(limit))

    def of_days(self, first: date, last: date) -> Sequence[Complaint]:
        """Return those that came on the service days from `first` to `last`."""
        mine = select(complaint).where(complaint.c.service_day.between(first, last))
        return self._all(mine.order_by(complaint.c.received_at, complaint.c.number))

    def save(self, one: Complaint) -> None:
        """Store a new or changed one."""
        values = {
            "number": one.number, "nature": one.nature.value, "way": one.way.value, "text": one.text,
            "service_day": one.service_day, "received_at": one.received, "received_by": one.received_by,
            "service": one.service, "visit": one.visit, "state": one.state.value, "handed_to": one.handed_to,
            "handed_on_at": one.handed_on, "answer": one.answer, "answered_at": one.answered,
            "answered_by": one.answered_by, "closed_at": one.closed, "told": one.told, "earlier": _earlier_text(one),
        }  # fmt: skip
        upsert(self._connection, complaint, values, key=("number",))

    def forget_texts(self, before: datetime) -> int:
        """Erase what was written and answered in those closed before this instant; return of how many.

        One that stands under a legal hold stays whole, and so does one of a visit that does.
        """
        free = (
            complaint.c.number.not_in(held(COMPLAINT)),
            or_(complaint.c.visit.is_(None), complaint.c.visit.not_in(held(VISIT))),
        )
        old = update(complaint).where(complaint.c.closed_at < before, complaint.c.text != "", *free)
        answer = case((complaint.c.answer.is_not(None), ""), else_=None)
        return self._connection.execute(old.values(text="", answer=answer, earlier=None)).rowcount

    def _all(self, query: Select[Any]) -> list[Complaint]:
        return [_read(row) for row in self._connection.execute(query)]


def _earlier_text(one: Complaint) -> str | None:
    if not (one.handed_before or one.answers_before):
        return None
    return json.dumps([one.handed_before, [[was.text, was.by] for was in one.answers_before]], ensure_ascii=False)


def _read(row: Row[Any]) -> Complaint:
    handed, answers = json.loads(row.earlier) if row.earlier else ((), ())
    return Complaint(
        row.number, Nature(row.nature), ComplaintWay(row.way), row.text, row.service_day, row.received_at,
        row.received_by, row.service, row.visit, ComplaintState(row.state), row.handed_to, row.handed_on_at,
        row.answer, row.answered_at, row.answered_by, row.closed_at, row.told,
        tuple(handed), tuple(EarlierAnswer(*was) for was in answers),
    )  # fmt: skip
