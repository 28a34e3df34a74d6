"""Facts about requests and working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hall.kernel.facts import Fact
from hall.kernel.ids import DeviceId


@dataclass(frozen=True, slots=True)
class RequestRegistered(Fact):
    """A request received its number and the latest date for its referral; `source` says where it came from."""

    number: str
    source: str
    topic: str
    directorate: str
    latest: date
    by: str


@dataclass(frozen=True, slots=True)
class RequestReferred(Fact):
    """The hall sent a request to the directorate that decides."""

    number: str
    directorate: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestReplied(Fact):
    """The directorate replied; no fact contains the text."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestDecided(Fact):
    """The hall decided an urgent request under this delegated power."""

    number: str
    decided_by: str
    power: str
    day: date
    by: str
    amount_omr: int | None = None


@dataclass(frozen=True, slots=True)
class RequestWithdrawn(Fact):
    """Somebody withdrew a request that was registered by mistake."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestDateMoved(Fact):
    """The latest referral date of an open request has changed; its receipt still has the date `printed`."""

    number: str
    printed: date
    was: date
    latest: date


@dataclass(frozen=True, slots=True)
class HolidayAnnounced(Fact):
    """Somebody entered a holiday; `moved` is the number of requests whose date has changed because of it."""

    first: date
    last: date
    occasion: str | None
    by: str
    moved: int


@dataclass(frozen=True, slots=True)
class HolidayTakenBack(Fact):
    """A day that was entered as a holiday is a working day again."""

    day: date
    by: str
    moved: int


@dataclass(frozen=True, slots=True)
class HijriOffsetSet(Fact):
    """The moon was seen earlier or later than printed."""

    days: int
    by: str
    moved: int


@dataclass(frozen=True, slots=True)
class ReceiptAsked(Fact):
    """A kiosk is to print the receipt of a request; `receipt` is its number."""

    receipt: str
    at_device: DeviceId
    by: str


@dataclass(frozen=True, slots=True)
class ReplyTold(Fact):
    """The visitor has the reply: `by` is the agent who called, or `message`."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestPhoneLeft(Fact):
    """Somebody entered the telephone number that gets the reply to a request; no fact contains the number."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestPhoneRead(Fact):
    """Somebody read the telephone number of a request, to call; no fact contains the number."""

    number: str
    by: str
