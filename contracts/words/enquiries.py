"""The closed lists of words about enquiries; values travel as they stand here."""

from __future__ import annotations

from enum import Enum


class Channel(Enum):
    """How an enquiry came."""

    HALL = "hall"
    CALL_CENTRE = "call_centre"
    EMAIL = "email"
    PLATFORM = "platform"
    SOCIAL = "social"


class EnquiryState(Enum):
    """Where an enquiry stands."""

    RECEIVED = "received"
    HANDED_ON = "handed_on"
    """Somebody else finds the answer and calls back."""
    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    """The person who asked says that it is answered; one that was answered at once is confirmed at once."""
