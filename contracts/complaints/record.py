"""What the centre receives of a complaint or suggestion: its number, its source and its state, without its text."""

from __future__ import annotations

from datetime import date, datetime

from contracts.centre.outbox_entry import encode_body
from contracts.codec.message import Message
from contracts.codec.reader import to_json

KIND = "complaint"


class ComplaintRecord(Message, frozen=True):
    """A complaint or suggestion at revision `rev`, from 1; the centre keeps the highest of each number.

    `nature`, `way` and `state` are words of contracts.words.complaints.
    """

    hall: str
    number: str
    service_day: date
    rev: int
    nature: str
    way: str
    state: str
    received_at: datetime
    service: str | None = None
    handed_on_at: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None


def encode_complaint(record: ComplaintRecord) -> bytes:
    """Return the outbox entry's body of a complaint or suggestion.

    >>> at = datetime.fromisoformat("2026-11-24T06:00:00+00:00")
    >>> one = ComplaintRecord("h", "H-C26-000019", date(2026, 11, 24), 1, "complaint", "phone", "received", at)
    >>> b'"kind":"complaint"' in encode_complaint(one)
    True
    """
    return encode_body({"kind": KIND, **to_json(record)})
