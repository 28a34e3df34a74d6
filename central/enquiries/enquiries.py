"""Store the enquiries of all halls at their newest revision, and keep the counts of each month in step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, case, delete, func, insert, select

from central.store.merge import merge_newest
from central.store.tables.enquiries import enquiry, enquiry_month, enquiry_topic
from central.store.tables.halls import hall
from contracts.codec.reader import ContractError, from_json
from contracts.enquiries.record import EnquiryRecord
from contracts.words.enquiries import EnquiryState

ANSWERED = (EnquiryState.ANSWERED.value, EnquiryState.CONFIRMED.value)
LONGEST_TOPIC = 64
LONGEST_S = 2**31 - 1
_KEPT = tuple(column.name for column in enquiry.c if not column.primary_key)


def enquiry_row(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of an enquiry or raise ContractError; `body` also keeps the fields that newer halls add."""
    record = from_json(EnquiryRecord, value)
    if not 1 <= record.rev < 2**31:
        raise ContractError("rev", f"{record.rev} is out of range")
    if not 1 <= record.number < 2**62:
        raise ContractError("number", f"{record.number} is out of range")
    if not 0 < len(record.topic) <= LONGEST_TOPIC:
        raise ContractError("topic", f"expected 1 to {LONGEST_TOPIC} characters")
    return {
        "hall": record.hall,
        "number": record.number,
        "rev": record.rev,
        "service_day": record.service_day,
        "month": record.service_day.replace(day=1),
        "topic": record.topic,
        "channel": record.channel.value,
        "state": record.state.value,
        "left_open": record.left_open,
        "asked_at": record.received_at,
        "reply_s": _reply_s(record),
        "body": {name: item for name, item in value.items() if name != "kind"},
    }


def merge_enquiries(connection: Connection, rows: Sequence[Mapping[str, Any]], *, now: datetime) -> None:
    """Store each enquiry unless a newer revision of it is there, and count their months again."""
    if not rows:
        return
    # The hall's row is locked while a batch is stored; entries from quarantine wait for it too.
    halls = sorted({row["hall"] for row in rows})
    connection.execute(select(hall.c.hall).where(hall.c.hall.in_(halls)).order_by(hall.c.hall).with_for_update())
    merge_newest(connection, enquiry, _KEPT, [{**row, "received_at": now} for row in rows])
    topics = {(row["hall"], row["topic"]): row["body"]["topic_names"] for row in rows}
    named = [{"hall": one, "topic": topic, "names": names} for (one, topic), names in topics.items()]
    merge_newest(connection, enquiry_topic, ("names",), named, by=None)
    for one, month in sorted({(row["hall"], row["month"]) for row in rows}):
        _count(connection, one, month)


def _count(connection: Connection, hall_id: str, month: date) -> None:
    where = (enquiry_month.c.hall == hall_id, enquiry_month.c.month == month)
    connection.execute(delete(enquiry_month).where(*where))
    columns = (enquiry.c.hall, enquiry.c.month, enquiry.c.topic, enquiry.c.channel)
    counted = (
        select(*columns, *sums())
        .where(enquiry.c.hall == hall_id, enquiry.c.month == month)
        .group_by(*columns)
    )  # fmt: skip
    connection.execute(insert(enquiry_month).from_select([column.name for column in enquiry_month.c], counted))


def sums() -> tuple[Any, ...]:
    """Return what is counted of enquiries, in the order of a month's columns."""
    answered = func.sum(case((enquiry.c.state.in_(ANSWERED), 1), else_=0))
    left_open = func.sum(case((enquiry.c.left_open, 1), else_=0))
    return (
        func.count(),
        answered,
        left_open,
        func.count(enquiry.c.reply_s),
        func.coalesce(func.sum(enquiry.c.reply_s), 0),
    )


def _reply_s(record: EnquiryRecord) -> int | None:
    if not record.left_open or record.answered_at is None:
        return None
    return min(LONGEST_S, max(0, round((record.answered_at - record.received_at).total_seconds())))
