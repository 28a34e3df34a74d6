"""What the centre receives of a survey: the face and what it was about, and no word that the visitor wrote.

Written words may name people; they stay in the hall. The visit's own record says who served it.
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.centre.outbox_entry import encode_body
from contracts.codec.message import Message
from contracts.codec.reader import to_json

KIND = "survey"


class SurveyRecord(Message, frozen=True):
    """A visitor's answer at revision `rev`, from 1; the centre keeps the highest of each visit.

    `face` is 1 to 5; `reason` and `way` are words of contracts.words.surveys; `service` is that of the last stage and
    `hour` the hall's own hour, 0 to 23, in which the visit ended.
    """

    hall: str
    visit: str
    service_day: date
    rev: int
    service: str
    hour: int
    face: int
    way: str
    given_at: datetime
    reason: str | None = None


def encode_survey(record: SurveyRecord) -> bytes:
    """Return the outbox entry's body of a survey.

    >>> at = datetime.fromisoformat("2026-11-24T06:00:00+00:00")
    >>> one = SurveyRecord("h", "v", date(2026, 11, 24), 1, "lands", 10, 5, "phone", at)
    >>> b'"face":5' in encode_survey(one)
    True
    """
    return encode_body({"kind": KIND, **to_json(record)})
