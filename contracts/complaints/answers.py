"""Complaints and suggestions as the hall service is asked for them and tells them. Additive only."""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message, Request
from contracts.words.complaints import ComplaintState, ComplaintWay, Nature


class ComplaintRequest(Request, frozen=True):
    """POST /complaints and POST /place/complaint: what is brought forward, without names; at most 1,000 letters."""

    nature: Nature
    text: str
    service: str | None = None
    """What it is about; with a visit, and from the visitor's page, it is the service of the visit."""
    visit: str | None = None
    """The visit of the person who complains, where staff take it in while he is served; three a visit."""


class ComplaintTaken(Message, frozen=True):
    """Its number, under which it is followed."""

    number: str
    nature: Nature


class FollowedComplaint(Message, frozen=True):
    """Answer of GET /complaints/{number}/state: its state, for anybody who has the number; without its text."""

    number: str
    nature: Nature
    state: ComplaintState
    received_on: date
    answered_on: date | None
    closed_on: date | None


class ComplaintView(Message, frozen=True):
    """One complaint or suggestion; `age_s` runs from its receipt until it is closed."""

    number: str
    nature: Nature
    way: ComplaintWay
    state: ComplaintState
    text: str
    service: str | None
    service_names: dict[str, str]
    visit: str | None
    service_day: date
    received_at: datetime
    received_by: str
    age_s: int
    handed_to: str | None
    handed_on_at: datetime | None
    answer: str | None
    answered_at: datetime | None
    answered_by: str | None
    closed_at: datetime | None


class WrittenWords(Message, frozen=True):
    """What a visitor wrote in the survey, with neither visit nor face nor hour."""

    service_day: date
    service_names: dict[str, str]
    words: str


class ComplaintsView(Message, frozen=True):
    """Answer of GET /complaints: the open ones, the oldest first, those closed last, and figures of the days asked for.

    `reply_s` is the median time from receipt to the answer of those that came on these days and are answered.
    """

    at: datetime
    first: date
    last: date
    open: tuple[ComplaintView, ...]
    closed: tuple[ComplaintView, ...]
    complaints: int
    suggestions: int
    answered: int
    reply_s: float | None
    written: tuple[WrittenWords, ...] = ()
    """What visitors wrote in the survey on these days, the newest day first."""
