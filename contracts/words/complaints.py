"""The closed lists of words about complaints and suggestions; values travel as they stand here."""

from __future__ import annotations

from enum import Enum


class Nature(Enum):
    """What was brought forward."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"


class ComplaintState(Enum):
    """Where a complaint or suggestion stands."""

    RECEIVED = "received"
    HANDED_ON = "handed_on"
    """Somebody named finds the answer."""
    ANSWERED = "answered"
    CLOSED = "closed"
    """The person who complained has the answer, or left no way to reach him."""


class ComplaintWay(Enum):
    """How it came."""

    COUNTER = "counter"
    RECEPTION = "reception"
    PHONE = "phone"
    """From the visitor's own page."""
    OFFICE = "office"
    """Entered by the hall head."""
