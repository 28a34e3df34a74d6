"""What the centre receives of a request: enough to follow it up from any hall, without its content.

The text of the request, names and telephone numbers stay in the hall. `reply` is what the visitor gets.
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.centre.outbox_entry import encode_body
from contracts.codec.message import Message
from contracts.codec.reader import to_json

KIND = "request"


class RequestRecord(Message, frozen=True):
    """A request as the hall stood by it at revision `rev`, from 1; the centre keeps the highest of each number.

    `state` and `source` are words of contracts.words.requests; `directorate` comes with its texts by language tag, so
    that another hall, whose list may differ, can name it.
    """

    hall: str
    number: str
    service_day: date
    rev: int
    source: str
    topic: str
    directorate: str
    directorate_names: dict[str, str]
    state: str
    registered_at: datetime
    printed_latest: date
    latest: date
    latest_expected: bool
    external: str | None = None
    visit: str | None = None
    urgent: bool = False
    referred_at: datetime | None = None
    replied_at: datetime | None = None
    reply: str | None = None
    decided_on: date | None = None


class KnownRequest(Message, frozen=True):
    """Part of the answer to GET /v1/requests/{number}: a record as the centre has it since `received_at`."""

    hall: str
    number: str
    directorate: str
    directorate_names: dict[str, str]
    state: str
    registered_at: datetime
    printed_latest: date
    latest: date
    latest_expected: bool
    external: str | None = None
    reply: str | None = None
    replied_at: datetime | None = None
    received_at: datetime | None = None


def encode_request(record: RequestRecord) -> bytes:
    """Return the outbox entry's body of a request.

    >>> day = date(2026, 11, 24)
    >>> at = datetime.fromisoformat("2026-11-24T06:00:00+00:00")
    >>> one = RequestRecord("h", "H-26-000019", day, 1, "hall", "t", "d", {}, "registered", at, day, day, False)
    >>> b'"kind":"request"' in encode_request(one)
    True
    """
    return encode_body({"kind": KIND, **to_json(record)})
