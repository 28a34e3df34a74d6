"""What a hall tells the centre of the visits in it, so that visitors' phones find their place there. Additive only.

No personal data: a visit is named by the digest of the code on its ticket, which only the ticket shows. Nobody else
can ask for it, and a reader learns a number, a service and a state.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import field

from contracts.codec.message import Message
from contracts.day.closures import ClosingNow
from contracts.queue.answers import NewestCall
from contracts.surveys.answers import SurveyView


class PlacedVisit(Message, frozen=True):
    """One visit of today as its visitor sees it; the expected wait (seconds) only while it waits.

    `survey` comes without what was written.
    """

    code: str
    ticket: str
    service: str
    state: str
    people_ahead: int = 0
    low_s: int | None = None
    likely_s: int | None = None
    high_s: int | None = None
    counter: int | None = None
    recalls: int = 0
    survey: SurveyView | None = None
    staffed: bool = True
    begins_at: str = ""
    language: str | None = None
    late: bool = False
    undo_until: datetime | None = None
    """Until when the visitor may take back his own cancel."""


class Places(Message, frozen=True):
    """PUT /v1/halls/{hall}/places: the visits in the hall at `at`, and those that ended lately. Last write wins."""

    at: datetime
    digits: str = "western"
    hall_names: dict[str, str] = field(default_factory=dict)
    service_names: dict[str, dict[str, str]] = field(default_factory=dict)
    visits: tuple[PlacedVisit, ...] = ()
    pictograms: dict[str, str] = field(default_factory=dict)
    """The drawn sign of each service that has one."""
    newest_calls: dict[str, NewestCall] = field(default_factory=dict)
    """The newest call of each service, as the hall's boards show it."""
    closing: ClosingNow | None = None
    """The sudden closure of the hall that holds now."""
