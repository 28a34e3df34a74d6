"""The survey after a visit as the hall service is asked and tells. Additive only.

An answer is tied to its visit and only the visitor reads it: everybody else reads figures of many.
"""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message, Request
from contracts.words.surveys import Face, SurveyReason

LONGEST_WORDS = 200
"""Characters that the visitor may write."""


class SurveyRequest(Request, frozen=True):
    """POST /place/survey: one face, and if the visitor likes what it was about, from the list or in own words."""

    face: Face
    reason: SurveyReason | None = None
    words: str | None = None


class TabletSurveyRequest(Request, frozen=True):
    """POST /counters/{n}/survey: what was given at the counter's tablet, about the visit that it asked about."""

    visit: str
    face: Face
    reason: SurveyReason | None = None


class SurveyView(Message, frozen=True):
    """The visitor's own answer. `open`: it may be given, or changed, until `until`."""

    open: bool
    until: datetime | None
    face: Face | None = None
    reason: SurveyReason | None = None
    words: str | None = None


class TabletAsk(Message, frozen=True):
    """The visit that a counter's tablet asks about: just finished there and not yet answered."""

    visit: str
    service_names: dict[str, str]
    until: datetime


class TabletView(Message, frozen=True):
    """Answer of GET /counters/{n}/survey; `ask` is null while there is nobody to ask."""

    at: datetime
    counter: int
    hall_names: dict[str, str]
    digits: str
    ask: TabletAsk | None
