"""Request bodies about requests and working days. Additive only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from contracts.words.requests import RequestSource


@dataclass(frozen=True)
class NewRequest:
    """One request to register: in FinishRequest, at most 10 of them.

    `external` is the number of the ministry's own system, which the visitor then reads in place of the hall's.
    """

    subject: str
    directorate: str
    topic: str = "other"
    external: str | None = None
    urgent: bool = False


@dataclass(frozen=True)
class IntakeRequest:
    """POST /requests: a request that came by the ministry's platform or by e-mail."""

    subject: str
    directorate: str
    source: RequestSource
    topic: str = "other"
    external: str | None = None
    urgent: bool = False


@dataclass(frozen=True)
class ReferRequest:
    """POST /requests/{number}/refer: to the directorate it was registered for, or to this one."""

    directorate: str | None = None


@dataclass(frozen=True)
class ReplyRequest:
    """POST /requests/{number}/reply: what the visitor is told; no names in it, other halls read it too."""

    text: str


@dataclass(frozen=True)
class DecideRequest:
    """POST /requests/{number}/decide: an urgent one, decided in the hall under a delegated power."""

    decision: str
    decided_by: str
    power: str
    day: date | None = None


@dataclass(frozen=True)
class WithdrawRequest:
    """POST /requests/{number}/withdraw: it was registered by mistake."""

    reason: str


@dataclass(frozen=True)
class RequestPhoneRequest:
    """POST /requests/{number}/phone: where the reply is told, with the visitor's consent, and in which language."""

    phone: str
    language: str = "ar"


@dataclass(frozen=True)
class HolidayRequest:
    """POST /holidays: nobody works from `first` to `last`; with an `occasion` they stand for its expected days."""

    first: date
    last: date
    names: dict[str, str]
    occasion: str | None = None
    source: str = ""


@dataclass(frozen=True)
class HijriOffsetRequest:
    """POST /hijri-offset: days to add to the printed Hijri calendar, -2 to 2."""

    days: int
