"""Facts about enquiries; their texts are in none."""

from __future__ import annotations

from dataclasses import dataclass

from hall.kernel.facts import Fact


@dataclass(frozen=True, slots=True)
class EnquiryReceived(Fact):
    """Somebody asked something; `left_open` where it was not answered at once."""

    enquiry: int
    topic: str
    channel: str
    by: str
    left_open: bool


@dataclass(frozen=True, slots=True)
class EnquiryHandedOn(Fact):
    """Somebody else finds the answer and calls back."""

    enquiry: int
    to: str
    by: str


@dataclass(frozen=True, slots=True)
class EnquiryAnswered(Fact):
    """The answer was entered."""

    enquiry: int
    by: str


@dataclass(frozen=True, slots=True)
class EnquiryPhoneLeft(Fact):
    """The person who asked agreed to be called back; no fact contains the number."""

    enquiry: int
    by: str


@dataclass(frozen=True, slots=True)
class EnquiryPhoneRead(Fact):
    """Somebody read the number, to call back."""

    enquiry: int
    by: str


@dataclass(frozen=True, slots=True)
class EnquiryPhoneErased(Fact):
    """The number was erased: the consent was withdrawn, or the person who asked has the answer."""

    enquiry: int
    by: str


@dataclass(frozen=True, slots=True)
class EnquiryConfirmed(Fact):
    """The person who asked has the answer; `age_s` is how long the enquiry was open."""

    enquiry: int
    by: str
    age_s: int
