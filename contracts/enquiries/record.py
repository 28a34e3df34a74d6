"""What the centre receives of an enquiry: topic, channel and how far its answer is; neither question nor answer."""

from __future__ import annotations

from datetime import date, datetime

from contracts.centre.outbox_entry import encode_body
from contracts.codec.message import Message
from contracts.codec.reader import to_json
from contracts.words.enquiries import Channel, EnquiryState

ENQUIRY_KIND = "enquiry"


class EnquiryRecord(Message, frozen=True):
    """An enquiry as the hall stood by it at revision `rev`, from 1; the centre keeps the highest of each number.

    `left_open` where it was not answered at once; only then do the instants tell of a time to reply. The topic comes
    with its texts by language tag: lists of topics differ from hall to hall.
    """

    hall: str
    number: int
    service_day: date
    rev: int
    topic: str
    topic_names: dict[str, str]
    channel: Channel
    state: EnquiryState
    left_open: bool
    received_at: datetime
    answered_at: datetime | None = None
    confirmed_at: datetime | None = None


def encode_enquiry(record: EnquiryRecord) -> bytes:
    """Return the outbox entry's body of an enquiry.

    >>> day = date(2026, 11, 24)
    >>> at = datetime.fromisoformat("2026-11-24T06:00:00+00:00")
    >>> one = EnquiryRecord("h", 7, day, 1, "plots", {}, Channel.EMAIL, EnquiryState.CONFIRMED, False, at)
    >>> b'"channel":"email"' in encode_enquiry(one)
    True
    """
    return encode_body({"kind": ENQUIRY_KIND, **to_json(record)})
