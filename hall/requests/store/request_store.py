"""Requests in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Row, and_, bindparam, or_, select, true

from contracts.words.requests import RequestList, RequestSource, RequestState
from hall.kernel.ids import CounterId, VisitId
from hall.platform.db.upsert import upsert
from hall.queue.store.running_number import next_of
from hall.requests.model.ports import ChosenCodes
from hall.requests.model.request import Decision, Request
from hall.requests.store.tables import request

_WAITS = request.c.state == RequestState.REGISTERED.value
_OF_VISIT = (
    select(request).where(request.c.visit == bindparam("of")).order_by(request.c.registered_at, request.c.number)
)
_ANSWERED = request.c.state.in_((RequestState.REPLIED.value, RequestState.DECIDED.value))


class SqlRequests:
    """One row for each request; their running numbers are a line of each year."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, year: int) -> int:
        """Return the next running number of the year, from 1; only a restored hall leaves a gap."""
        return next_of(self._connection, f"request-{year}")

    def chosen_codes(self) -> ChosenCodes:
        """Return which topics, directorates and powers any request names."""
        return ChosenCodes(*(self._all_of(one) for one in (request.c.topic, request.c.directorate, request.c.power)))

    def _all_of(self, column: Column[str]) -> Set[str]:
        known = select(column).where(column.is_not(None)).distinct()
        return set(self._connection.execute(known).scalars())

    def find(self, number: str) -> Request | None:
        """Return the request with this number, ours or the ministry's, or None."""
        mine = select(request).where(or_(request.c.number == number, request.c.external == number))
        row = self._connection.execute(mine).first()
        return None if row is None else _read(row)

    def of_visit(self, visit: VisitId) -> Sequence[Request]:
        """Return what the visit has registered, oldest first."""
        return [_read(row) for row in self._connection.execute(_OF_VISIT, {"of": visit})]

    def listed(
        self,
        which: RequestList,
        today: date,
        directorate: str | None,
        limit: int,
        counters: Collection[CounterId] | None = None,
    ) -> Sequence[Request]:
        """Return those of a list, the one due first at the head; `all` begins with the newest."""
        wanted = {
            RequestList.NOT_REFERRED: _WAITS,
            RequestList.DUE_TODAY: and_(_WAITS, request.c.latest == today),
            RequestList.OVERDUE: and_(_WAITS, request.c.latest < today),
            RequestList.WITH_DIRECTORATE: request.c.state == RequestState.REFERRED.value,
            RequestList.TO_TELL: and_(_ANSWERED, request.c.visitor_told_at.is_(None)),
            RequestList.ALL: true(),
        }[which]
        mine = select(request).where(wanted)
        if directorate is not None:
            mine = mine.where(request.c.directorate == directorate)
        if counters is not None:
            mine = mine.where(request.c.counter.in_(sorted(counters)))
        newest_first = (request.c.registered_at.desc(), request.c.number.desc())
        by_date = (request.c.latest, request.c.registered_at, request.c.number)
        order = newest_first if which is RequestList.ALL else by_date
        return self._all(mine.order_by(*order).limit(limit))

    def not_referred(self) -> Sequence[Request]:
        """Return every request whose clock runs."""
        return self._all(select(request).where(_WAITS).order_by(request.c.number))

    def save(self, one: Request) -> None:
        """Store a new or changed request."""
        decision = one.decision
        values = {
            "number": one.number, "external": one.external, "source": one.source.value, "topic": one.topic,
            "subject": one.subject, "directorate": one.directorate, "service_day": one.service_day,
            "registered_at": one.registered, "registered_by": one.registered_by,
            "printed_latest": one.printed_latest, "latest": one.latest, "latest_expected": one.latest_expected,
            "visit": one.visit, "counter": one.counter, "urgent": one.urgent, "state": one.state.value,
            "referred_at": one.referred, "referred_by": one.referred_by, "reply": one.reply,
            "replied_at": one.replied, "replied_by": one.replied_by,
            "decision": decision.text if decision else None, "decided_by": decision.by if decision else None,
            "power": decision.power if decision else None, "decided_on": decision.day if decision else None,
            "decided_omr": decision.amount_omr if decision else None,
            "withdrawn_why": one.withdrawn_why, "visitor_told_at": one.visitor_told,
            "visitor_told_by": one.visitor_told_by, "told": one.told,
        }  # fmt: skip
        upsert(self._connection, request, values, key=("number",))

    def _all(self, query: Any) -> Sequence[Request]:  # noqa: ANN401 - SQLAlchemy's own generics say no more
        return [_read(row) for row in self._connection.execute(query)]


def _read(row: Row[Any]) -> Request:
    return Request(
        number=row.number, source=RequestSource(row.source), topic=row.topic, subject=row.subject,
        directorate=row.directorate, service_day=row.service_day, registered=row.registered_at,
        registered_by=row.registered_by, printed_latest=row.printed_latest, latest=row.latest,
        latest_expected=row.latest_expected, external=row.external,
        visit=VisitId(row.visit) if row.visit is not None else None, counter=row.counter, urgent=row.urgent,
        state=RequestState(row.state), referred=row.referred_at, referred_by=row.referred_by, reply=row.reply,
        replied=row.replied_at, replied_by=row.replied_by, decision=_decision(row), withdrawn_why=row.withdrawn_why,
        visitor_told=row.visitor_told_at, visitor_told_by=row.visitor_told_by, told=row.told,
    )  # fmt: skip


def _decision(row: Row[Any]) -> Decision | None:
    if row.decision is None:
        return None
    return Decision(row.decision, row.decided_by, row.power, row.decided_on, row.decided_omr)
