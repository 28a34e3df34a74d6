"""Messages and the sealed numbers left for requests in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from contracts.words.requests import RequestState
from hall.contact.model.message import OPEN, Message, MessageKind, MessageState
from hall.contact.store.tables import message, request_phone
from hall.kernel.ids import VisitId
from hall.platform.db.legal_holds import REQUEST, VISIT, held
from hall.platform.db.tables.visitors import visit_phone
from hall.platform.db.upsert import upsert
from hall.requests.store.tables import request

KEPT = timedelta(days=30)
"""How long a message is kept, with its text and its result."""


class SqlMessages:
    """One row for each message; at most one of a kind about a visit or a request."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, about: str, kind: MessageKind) -> Message | None:
        """Return the message of this kind about a visit or a request, or None."""
        mine = select(message).where(message.c.about == about, message.c.kind == kind.value)
        row = self._connection.execute(mine).first()
        return None if row is None else _read(row)

    def reply_message(self, number: str) -> Message | None:
        """Return the message that tells the reply to a request, or None."""
        return self.find(number, MessageKind.REPLY)

    def due(self, now: datetime, limit: int) -> Sequence[Message]:
        """Return at most `limit` open messages whose next try has come, the oldest first."""
        states = [state.value for state in OPEN]
        mine = select(message).where(message.c.state.in_(states), message.c.next_try_at <= now)
        ordered = mine.order_by(message.c.next_try_at, message.c.id).limit(limit)
        return [_read(row) for row in self._connection.execute(ordered)]

    def save(self, one: Message) -> None:
        """Store a new or changed message."""
        values = {
            "id": one.id, "kind": one.kind.value, "about": one.about, "language": one.language, "text": one.text,
            "made_at": one.made, "until_at": one.until, "next_try_at": one.next_try, "state": one.state.value,
            "tries": one.tries, "settled_at": one.settled,
        }  # fmt: skip
        upsert(self._connection, message, values, key=("id",))

    def turns_with_phone(self, day: date) -> Sequence[VisitId]:
        """Return the visits of the day whose visitor left a number."""
        mine = select(visit_phone.c.visit).where(visit_phone.c.service_day == day).order_by(visit_phone.c.visit)
        return [VisitId(visit) for visit in self._connection.execute(mine).scalars()]

    def keep_request_phone(self, number: str, day: date, sealed: bytes, language: str, until: datetime) -> None:
        """Keep the number left for a request, in place of an older one, until an instant."""
        values = {"number": number, "day": day, "sealed": sealed, "language": language, "until_at": until}
        upsert(self._connection, request_phone, values, key=("number",))

    def keep_request_phone_until(self, number: str, until: datetime) -> None:
        """Keep the number left for a request, if there is one, until this instant."""
        mine = update(request_phone).where(request_phone.c.number == number)
        self._connection.execute(mine.values(until_at=until))

    def replies_to_tell(self) -> Sequence[str]:
        """Return the numbers of answered requests whose visitor left a number and is not told."""
        answered = request.c.state.in_((RequestState.REPLIED.value, RequestState.DECIDED.value))
        mine = select(request.c.number).join(request_phone, request_phone.c.number == request.c.number)
        waiting = mine.where(answered, request.c.visitor_told_at.is_(None)).order_by(request.c.number)
        return list(self._connection.execute(waiting).scalars())

    def request_phone(self, number: str) -> tuple[date, bytes, str] | None:
        """Return day, sealed number and language, or None."""
        row = self._connection.execute(select(request_phone).where(request_phone.c.number == number)).first()
        return None if row is None else (row.day, bytes(row.sealed), row.language)

    def erase_until(self, now: datetime) -> int:
        """Erase numbers left for requests whose time is over and messages settled long ago; return how many numbers.

        What belongs to a request or visit that stands under a legal hold stays, also to a request of such a visit.
        """
        of_visits = select(request.c.number).where(request.c.visit.in_(held(VISIT)))
        requests = held(REQUEST).union(of_visits)
        free = (message.c.about.not_in(requests), message.c.about.not_in(held(VISIT)))
        self._connection.execute(delete(message).where(message.c.settled_at <= now - KEPT, *free))
        over = (request_phone.c.until_at <= now, request_phone.c.number.not_in(requests))
        return self._connection.execute(delete(request_phone).where(*over)).rowcount

    def phone_days(self) -> frozenset[date]:
        """Return the days whose keys are needed for numbers left for requests."""
        return frozenset(self._connection.execute(select(request_phone.c.day).distinct()).scalars())


def _read(row: Row[Any]) -> Message:
    return Message(
        row.id, MessageKind(row.kind), row.about, row.language, row.text, row.made_at, row.until_at, row.next_try_at,
        MessageState(row.state), row.tries, row.settled_at,
    )  # fmt: skip
