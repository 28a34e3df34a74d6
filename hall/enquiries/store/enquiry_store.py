"""Enquiries in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select

from contracts.words.enquiries import Channel, EnquiryState
from hall.enquiries.model.enquiry import Enquiry
from hall.enquiries.store.tables import enquiry, enquiry_phone
from hall.platform.db.upsert import upsert
from hall.queue.store.running_number import next_of

LINE = "enquiry"


class SqlEnquiries:
    """One row for each enquiry, numbered from a separate sequence."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self) -> int:
        """Return the next running number, from 1; only a restored hall leaves a gap."""
        return next_of(self._connection, LINE)

    def chosen_topics(self) -> Set[str]:
        """Return which topics any enquiry names."""
        return set(self._connection.execute(select(enquiry.c.topic).distinct()).scalars())

    def find(self, number: int) -> Enquiry | None:
        """Return the enquiry with this number, or None."""
        row = self._connection.execute(select(enquiry).where(enquiry.c.number == number)).first()
        return None if row is None else _read(row)

    def open(self, limit: int) -> Sequence[Enquiry]:
        """Return at most `limit` enquiries that are not confirmed, the oldest first."""
        states = [state.value for state in EnquiryState if state is not EnquiryState.CONFIRMED]
        mine = select(enquiry).where(enquiry.c.state.in_(states))
        ordered = mine.order_by(enquiry.c.received_at, enquiry.c.number).limit(limit)
        return [_read(row) for row in self._connection.execute(ordered)]

    def counts(self, first: date, last: date) -> Mapping[tuple[str, Channel], int]:
        """Return how many came by topic and channel on the service days from `first` to `last`."""
        mine = select(enquiry.c.topic, enquiry.c.channel, func.count()).where(
            enquiry.c.service_day.between(first, last)
        )
        rows = self._connection.execute(mine.group_by(enquiry.c.topic, enquiry.c.channel))
        return {(topic, Channel(channel)): many for topic, channel, many in rows}

    def save(self, one: Enquiry) -> None:
        """Store a new or changed enquiry."""
        values = {
            "number": one.number, "topic": one.topic, "channel": one.channel.value, "service_day": one.service_day,
            "received_at": one.received, "received_by": one.received_by, "state": one.state.value,
            "question": one.question, "handed_to": one.handed_to, "answer": one.answer, "answered_at": one.answered,
            "answered_by": one.answered_by, "confirmed_at": one.confirmed,
            "told": one.told,
        }  # fmt: skip
        upsert(self._connection, enquiry, values, key=("number",))

    def keep_phone(self, number: int, day: date, sealed: bytes, until: datetime) -> None:
        """Keep the number to call back, in place of an older one, until an instant."""
        values = {"number": number, "day": day, "sealed": sealed, "until_at": until}
        upsert(self._connection, enquiry_phone, values, key=("number",))

    def phone(self, number: int) -> tuple[date, bytes] | None:
        """Return day and sealed number, or None."""
        row = self._connection.execute(select(enquiry_phone).where(enquiry_phone.c.number == number)).first()
        return None if row is None else (row.day, bytes(row.sealed))

    def with_phone(self) -> Set[int]:
        """Return the enquiries for which a number is kept."""
        return set(self._connection.execute(select(enquiry_phone.c.number)).scalars())

    def erase_phone(self, number: int) -> bool:
        """Erase the number of an enquiry; say whether there was one."""
        mine = delete(enquiry_phone).where(enquiry_phone.c.number == number)
        return bool(self._connection.execute(mine).rowcount)

    def erase_phones_until(self, now: datetime) -> int:
        """Erase every number whose time is over; return how many."""
        return self._connection.execute(delete(enquiry_phone).where(enquiry_phone.c.until_at <= now)).rowcount

    def phone_days(self) -> Set[date]:
        """Return the days under whose keys numbers are sealed."""
        return set(self._connection.execute(select(enquiry_phone.c.day).distinct()).scalars())


def _read(row: Row[Any]) -> Enquiry:
    return Enquiry(
        row.number, row.topic, Channel(row.channel), row.service_day, row.received_at, row.received_by,
        EnquiryState(row.state), row.question, row.handed_to, row.answer, row.answered_at, row.answered_by,
        row.confirmed_at, row.told,
    )  # fmt: skip
