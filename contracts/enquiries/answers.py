"""Enquiries as the hall service is asked for them and tells them. Additive only."""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message, Request
from contracts.words.enquiries import Channel, EnquiryState


class EnquiryRequest(Request, frozen=True):
    """POST /enquiries. Answered at once: topic and channel are all (two keys). With `question` it is left open."""

    topic: str
    channel: Channel
    question: str | None = None
    phone: str | None = None
    """The number to call back, with consent, of one that is left open."""


class EnquiryPhoneRequest(Request, frozen=True):
    """POST /enquiries/{number}/phone: the number to call back, with consent; null: the consent is taken back."""

    phone: str | None


class EnquiryPhoneView(Message, frozen=True):
    """Answer of GET /enquiries/{number}/phone: whom to call; each reading is recorded."""

    phone: str


class HandOnRequest(Request, frozen=True):
    """POST /enquiries/{number}/hand-on: who finds the answer (an agent, a directorate, a person)."""

    to: str


class AnswerRequest(Request, frozen=True):
    """POST /enquiries/{number}/answer: what was found."""

    text: str


class EnquiryView(Message, frozen=True):
    """An enquiry; `age_s` runs from its receipt until it is confirmed."""

    number: int
    topic: str
    topic_names: dict[str, str]
    channel: Channel
    state: EnquiryState
    service_day: date
    received_at: datetime
    received_by: str
    age_s: int
    question: str | None
    handed_to: str | None
    answer: str | None
    answered_at: datetime | None
    answered_by: str | None
    confirmed_at: datetime | None
    phone: bool = False
    """Whether a number to call back is kept; the number itself is not sent."""


class EnquiryCount(Message, frozen=True):
    """How many enquiries of a topic came by a channel."""

    topic: str
    topic_names: dict[str, str]
    channel: Channel
    many: int


class EnquiriesView(Message, frozen=True):
    """Answer of GET /enquiries: the open ones, the oldest first, and the counts of the days asked for."""

    at: datetime
    first: date
    last: date
    open: tuple[EnquiryView, ...]
    counts: tuple[EnquiryCount, ...]
