"""Answers of the hall service; docs/contract.md has the paths and roles.

Additive only. All instants are aware UTC; `_s` fields are seconds; `names` are texts by language tag (`ar`, `en`).
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import field

from contracts.codec.message import Message
from contracts.day.closures import ClosingNow
from contracts.requests.answers import RegisteredRequest
from contracts.surveys.answers import SurveyView
from contracts.words.hall import Lane, NextAction, Outcome, VisitorKind, VisitState


class StageView(Message, frozen=True):
    """One wait-and-serve part of a visit."""

    service: str
    state: VisitState
    counter: int | None
    agent: str | None
    issued_at: datetime
    called_at: datetime | None
    begun_at: datetime | None
    ended_at: datetime | None
    outcome: Outcome | None
    note: str | None = None
    """What the agent who transferred the visit wrote for the agent who serves this stage; only agents get it."""
    remind_at: datetime | None = None
    """When its counter is reminded of the parked visit."""
    goes_back: bool = False
    """When this stage is done, the visit waits again for the agent who transferred it."""
    marks: tuple[str, ...] = ()
    """What looks wrong about it: begun_late, short, long; told to agents and staff only."""
    quantity: int = 0
    """Transactions done in it; 0 before it ended."""
    parked_since: datetime | None = None
    """Since when it is set aside at its counter."""


class ReturnView(Message, frozen=True):
    """A return code as it stands: `state` is good, used or expired."""

    code: str
    ticket: str
    service: str
    made_on: date
    last_day: date
    missing: tuple[str, ...]
    state: str


class VisitView(Message, frozen=True):
    """The visit as every answer about one visit gives it, at top level."""

    visit: str
    ticket: str
    service: str
    lane: Lane
    state: VisitState
    counter: int | None
    issued_at: datetime
    stages: tuple[StageView, ...]
    group: str | None = None
    """Visits with the same group are one family or company and go to one counter."""
    why: dict[str, str] | None = None
    """Why it was next at its newest call, one sentence by language; told to agents only."""
    return_slip: ReturnView | None = None
    """The code to come back with, in the answer to the finish that found documents missing."""
    visitor_kind: VisitorKind | None = None
    """Who the visitor is, where the service asked; told to agents and staff only."""


class FinishedVisit(VisitView, frozen=True):
    """Answer of finish: the visit, and the requests registered with it, with their latest referral dates."""

    requests: tuple[RegisteredRequest, ...] = ()
    receipt_at: str | None = None
    """The name of the kiosk that prints the receipts; None where none can, or none was asked for."""
    slip_at: str | None = None
    """The name of the kiosk that prints the code to come back with; None as above."""


class NumberedVisits(Message, frozen=True):
    """Answer of GET /visits/by-number: the visits of the service day with this number, those in the hall first."""

    at: datetime
    visits: tuple[VisitView, ...]


class WhyView(Message, frozen=True):
    """Answer of GET /visits/{visit}/why; `word` is null for a visit that was chosen, resumed or not called yet."""

    visit: str
    word: str | None
    why: dict[str, str]


class LanesView(Message, frozen=True):
    """Answer of GET /lanes: minutes by which each lane is ahead; `turns` where lanes are called by turns instead."""

    head_starts_min: dict[str, int]
    turns: dict[str, int]


class AskView(Message, frozen=True):
    """Something that the agent is asked: `begin` (called long ago) or `still_serving`, for this number of seconds."""

    kind: str
    seconds: int


class WaitRange(Message, frozen=True):
    """An expected wait in seconds: a range right four times in five, and its middle."""

    low_s: int
    likely_s: int
    high_s: int


class IssuedTicket(Message, frozen=True):
    """Answer 201 of POST /visits. `wait` is None where nothing honest can be said (no counter open, no history).

    `staffed`: a counter is open for the service. `begins_at`: else, local HH:MM at which counters open later today.
    """

    visit: str
    ticket: str
    service: str
    lane: Lane
    issued_at: datetime
    people_ahead: int
    wait: WaitRange | None
    status_url: str
    staffed: bool = True
    begins_at: str = ""


class BoardCall(Message, frozen=True):
    """One call as the board shows it; `recalls` counts how often it was announced again, last at `recalled_at`."""

    visit: str
    ticket: str
    service: str
    counter: int
    called_at: datetime
    recalls: int
    recalled_at: datetime | None = None


class BoardView(Message, frozen=True):
    """Answer of GET /board: calls now shown (visit still called), newest first; recent ones after them.

    `serving` are the calls whose visitor is at the counter now: what a counter's own sign shows.
    """

    stream: str
    seq: int
    calls: tuple[BoardCall, ...]
    recent: tuple[BoardCall, ...]
    notices: tuple[dict[str, str], ...]
    serving: tuple[BoardCall, ...] = ()


class WaitingRow(Message, frozen=True):
    """One waiting visit in an agent's list; `effective_wait_s` is what ranks it; `held` while it is held out."""

    visit: str
    ticket: str
    service: str
    lane: Lane
    issued_at: datetime
    waited_s: int
    effective_wait_s: int
    held: bool


class SessionView(Message, frozen=True):
    """An agent at a counter; state working or on_break."""

    agent: str
    names: dict[str, str]
    state: str
    since: datetime
    break_reason: str | None
    signed_in_at: datetime
    served: int
    break_asked: str | None = None
    """The reason of a break that begins when the visit in hand leaves."""
    break_until: datetime | None = None
    help_since: datetime | None = None
    """Since when the hall head is called to the counter."""
    auto_call_at: datetime | None = None
    """When the client asks for the next visitor automatically (`auto`), unless the agent stops it."""


class PrayerTurnView(Message, frozen=True):
    """A service whose counters at prayer, or about to go, are enough: it is not this agent's turn yet."""

    service: str
    away: int
    """How many others who serve it are at prayer, or go when the visit in hand leaves."""
    back: str | None
    """The hall's time (`HH:MM`) at which the first of them is due back; None where nobody said for how long."""


class WorkplaceView(Message, frozen=True):
    """Answer of GET /counters/{n}: all an agent needs.

    `waiting` is the head of the list in the order in which it would be called, 40 at most; `by_lane` counts all of it.
    """

    counter: int
    stream: str
    seq: int
    session: SessionView | None
    current: VisitView | None
    waiting: tuple[WaitingRow, ...]
    parked: tuple[VisitView, ...]
    services: tuple[str, ...]
    missed: tuple[VisitView, ...]
    at: datetime | None = None
    """The hall's instant of this answer: a program's timers run by it, whatever the clock of its computer says."""
    asks: tuple[AskView, ...] = ()
    last_for: tuple[str, ...] = ()
    """Services that nobody else serves now: a break here leaves them without a counter."""
    away: int = 0
    """Other agents of the hall who are on a break now."""
    by_lane: dict[str, int] = field(default_factory=dict)
    """How many wait for this counter, by lane; a lane in which nobody waits is not there."""
    prayer_turns: tuple[PrayerTurnView, ...] = ()
    """Services for which a prayer break now would be out of turn."""
    next_action: str = NextAction.NONE
    """A NextAction, or a step of a newer hall that this program does not know."""

    @property
    def knows_next(self) -> bool:
        """Return whether this program knows the step that the hall names as the next one."""
        return self.next_action in set(NextAction)

    @property
    def all_waiting(self) -> int:
        """How many wait for this counter, those beyond the head of the list too."""
        return max(sum(self.by_lane.values()), len(self.waiting))


class SignedIn(Message, frozen=True):
    """Answer of sign-in: the token of the counter session."""

    token: str
    counter: int
    agent: str
    first: bool = False
    """The agent never signed in at this hall before."""


class Paired(Message, frozen=True):
    """Answer of a spent pairing code: the device's token, told this once."""

    device: str
    kind: str
    token: str
    counter: int | None


class PairingCode(Message, frozen=True):
    """A fresh pairing code (8 characters) and when it dies."""

    code: str
    expires_at: datetime
    cells: tuple[str, ...] = ()
    """The code as a QR code row by row, 1 for a dark cell and 0 for a light one."""


class NewestCall(Message, frozen=True):
    """The newest call of a service as the board shows it; `stands`: its visitor is still expected."""

    ticket: str
    counter: int
    stands: bool


class PlaceView(Message, frozen=True):
    """Answer of GET /api/v1/place for the visitor's page (header `Visit-Code`): place, wait and call only.

    `recalls`: how often the call was repeated, so that the phone tells each of them.
    """

    ticket: str
    service: str
    state: VisitState
    people_ahead: int
    wait: WaitRange | None
    counter: int | None
    hall_names: dict[str, str]
    service_names: dict[str, str]
    digits: str = "western"
    recalls: int = 0
    survey: SurveyView | None = None
    """The visitor's own answer, where there is a visit to ask about; only for the page that has the code."""
    staffed: bool = True
    begins_at: str = ""
    """As on the ticket (IssuedTicket), while the visit waits."""
    language: str | None = None
    """The language in which the ticket was taken; the page opens in it."""
    newest_call: NewestCall | None = None
    """Whose turn it is in the visit's service, while the visit waits: what the board shows."""
    late: bool = False
    """The visitor reported to be late, and others are still called first."""
    undo_s: int = 0
    """Seconds in which the visitor may take back his own cancel."""
    pictogram: str = ""
    """The name of the service's drawn sign; empty where it has none."""
    at: datetime | None = None
    """When the hall answered; only for the page that has the code."""
    time_zone: str = ""
    """The hall's time zone, in which that page shows `at`: the phone may be set to another."""
    closing: ClosingNow | None = None
    """The sudden closure of the hall that holds now."""


class ScannedVisit(Message, frozen=True):
    """Answer of GET /visits/by-code: whose ticket a device in the hall has read, and how it stands."""

    visit: str
    place: PlaceView


class FieldProblem(Message, frozen=True):
    """One field of a request that is wrong."""

    field: str
    problem: str


class Problem(Message, frozen=True):
    """An RFC 9457 problem document; `code` is stable and is what programs act on."""

    title: str
    status: int
    code: str
    detail: str
    type: str = "about:blank"
    fields: tuple[FieldProblem, ...] = ()
    retry_after_s: int | None = None
    """How long to wait, as the header Retry-After says it, too."""
