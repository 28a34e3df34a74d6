"""Request bodies about requests and working days. Additive only."""

from __future__ import annotations

from datetime import date

from contracts.codec.message import Request
from contracts.words.requests import RequestSource


class NewRequest(Request, frozen=True):
    """One request to register: in FinishRequest, at most 10 of them.

    `external` is the number of the ministry's own system, which the visitor then reads in place of the hall's.
    """

    subject: str
    directorate: str
    topic: str = "other"
    external: str | None = None
    urgent: bool = False


class IntakeRequest(Request, frozen=True):
    """POST /requests: a request that came by the ministry's platform or by e-mail."""

    subject: str
    directorate: str
    source: RequestSource
    topic: str = "other"
    external: str | None = None
    urgent: bool = False


class ReferRequest(Request, frozen=True):
    """POST /requests/{number}/refer: to the directorate it was registered for, or to this one."""

    directorate: str | None = None


class ReplyRequest(Request, frozen=True):
    """POST /requests/{number}/reply: the reply to the visitor; no names in it, other halls read it too."""

    text: str


class DecideRequest(Request, frozen=True):
    """POST /requests/{number}/decide: an urgent one, decided in the hall under a delegated power."""

    decision: str
    decided_by: str
    power: str
    day: date | None = None
    amount_omr: int | None = None
    """What the decision is worth, in whole Omani rials; needed where the power has a limit."""


class WithdrawRequest(Request, frozen=True):
    """POST /requests/{number}/withdraw: it was registered by mistake."""

    reason: str


class RequestPhoneRequest(Request, frozen=True):
    """POST /requests/{number}/phone: where the reply is sent, with the visitor's consent, and in which language."""

    phone: str
    language: str = "ar"


class HolidayRequest(Request, frozen=True):
    """POST /holidays: nobody works from `first` to `last`; with an `occasion` they stand for its expected days."""

    first: date
    last: date
    names: dict[str, str]
    occasion: str | None = None
    source: str = ""


class HijriOffsetRequest(Request, frozen=True):
    """POST /hijri-offset: days to add to the printed Hijri calendar, -2 to 2."""

    days: int
