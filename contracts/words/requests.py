"""The closed lists of words about requests and enquiries; values travel as they stand here."""

from __future__ import annotations

from enum import Enum


class RequestState(Enum):
    """Where a request stands."""

    REGISTERED = "registered"
    """It waits to be referred."""
    REFERRED = "referred"
    """It is with the directorate that decides."""
    REPLIED = "replied"
    """The directorate has answered."""
    DECIDED = "decided"
    """It was urgent and was decided in the hall."""
    WITHDRAWN = "withdrawn"
    """It was registered by mistake; its number is never given again."""


class RequestSource(Enum):
    """How a request came in."""

    HALL = "hall"
    PLATFORM = "platform"
    EMAIL = "email"


class RequestList(Enum):
    """What of the requests somebody asks for."""

    NOT_REFERRED = "not_referred"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    WITH_DIRECTORATE = "with_directorate"
    TO_TELL = "to_tell"
    """Answered, and the visitor is not told: somebody calls him."""
    ALL = "all"
