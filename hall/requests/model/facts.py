"""Facts about requests and working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hall.kernel.facts import Fact
from hall.kernel.ids import DeviceId


@dataclass(frozen=True, slots=True)
class RequestRegistered(Fact):
    """A request got its number and the date by which it must be referred; `source` is how it came in."""

    number: str
    source: str
    topic: str
    directorate: str
    latest: date
    by: str


@dataclass(frozen=True, slots=True)
class RequestReferred(Fact):
    """A request was sent to the directorate that decides."""

    number: str
    directorate: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestReplied(Fact):
    """The directorate answered; the text itself is in no fact."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestDecided(Fact):
    """An urgent request was decided in the hall, under this delegated power."""

    number: str
    decided_by: str
    power: str
    day: date
    by: str


@dataclass(frozen=True, slots=True)
class RequestWithdrawn(Fact):
    """A request that was registered by mistake was withdrawn."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestDateMoved(Fact):
    """The latest referral date of an open request is another one now; the receipt still says `printed`."""

    number: str
    printed: date
    was: date
    latest: date


@dataclass(frozen=True, slots=True)
class HolidayAnnounced(Fact):
    """Somebody entered days on which nobody works; `moved` requests have another date since."""

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
    """The receipt of a request is to be printed at a kiosk; `receipt` is its number."""

    receipt: str
    at_device: DeviceId
    by: str


@dataclass(frozen=True, slots=True)
class ReplyTold(Fact):
    """The visitor has the reply: `by` is the agent who called, or `message`."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestPhoneRead(Fact):
    """Somebody read the telephone number of a request, to call; the number itself is in no fact."""

    number: str
    by: str
