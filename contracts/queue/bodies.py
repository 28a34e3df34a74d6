"""Request bodies of the hall service; docs/contract.md has the paths, refusals and roles.

Additive only: a field is never renamed or given another meaning.
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import field

from contracts.codec.message import Request
from contracts.requests.bodies import NewRequest
from contracts.words.hall import (
    DeviceAct,
    Lane,
    LaneReason,
    Outcome,
    PrintState,
    TransferPosition,
    VisitInHand,
    VisitorKind,
)


class IssueRequest(Request, frozen=True):
    """POST /visits. `visit` is a UUIDv7 made by the issuer, so that a retry is the same visit."""

    service: str
    visitor_kind: VisitorKind | None = None
    priority: bool = False
    language: str | None = None
    phone: str | None = None
    appointment: str | None = None
    visit: str | None = None


class RecallRequest(Request, frozen=True):
    """POST /counters/{n}/recall. `look`: boards flash whole, for a visitor who cannot hear."""

    look: bool = False


class SignOutRequest(Request, frozen=True):
    """POST /counters/{n}/sign-out. `visit`: what happens to the visit in hand; without it such a visit refuses."""

    visit: VisitInHand | None = None


class HandInRequest(Request, frozen=True):
    """POST /visits/hand-in: a visit issued while the hall was away. The paper's number wins."""

    visit: str
    ticket: str
    code: str
    service: str
    service_day: date
    issued_at: datetime
    visitor_kind: VisitorKind | None = None
    priority: bool = False
    language: str | None = None


class BookRequest(Request, frozen=True):
    """POST /appointments: a slot with a service; `number` where the booking has one already, 6 to 12 digits."""

    service: str
    slot_at: datetime
    number: str | None = None


class CheckInRequest(Request, frozen=True):
    """POST /appointments/{number}/check-in. `visit` is a UUIDv7, so that a retry is the same visit."""

    visit: str | None = None
    language: str | None = None


class PhoneRequest(Request, frozen=True):
    """POST /visits/{visit}/phone: where messages about this turn go, with the visitor's consent; None erases it."""

    phone: str | None = None


class PrintRequest(Request, frozen=True):
    """POST /visits/{visit}/prints: one state of one attempt (`attempt` is made by the kiosk, a UUID).

    `copy`: the paper says that it is a reprint; `paper_mm`: how much of the roll a whole ticket took.
    """

    attempt: str
    state: PrintState
    device: str
    reason: str | None = None
    copy: bool = False
    paper_mm: int | None = None


class DeviceStateRequest(Request, frozen=True):
    """POST /devices/{id}/state: `state` ok, degraded or failed; `printer` and `paper` are words of the printer kit.

    A board tells how many `clips` its voices have, and how many of them are `synthetic`: no person has spoken them.
    """

    state: str
    printer: str | None = None
    paper: str | None = None
    reason: str | None = None
    version: str | None = None
    clips: int | None = None
    synthetic: int | None = None


class DeviceActRequest(Request, frozen=True):
    """POST /devices/{id}/acts: what was done at a device; `by` is the name that goes with the PIN, `took_s` how long.

    >>> DeviceActRequest(DeviceAct.PAPER_CHANGED, by="Salim", took_s=41).took_s
    41
    """

    act: DeviceAct
    by: str | None = None
    took_s: int | None = None


class SignInRequest(Request, frozen=True):
    """POST /counters/{n}/sign-in on an enrolled counter device.

    `move`: an agent who is signed in at another counter goes on here, with all that is parked there.
    """

    agent: str
    pin: str
    move: bool = False


class BreakRequest(Request, frozen=True):
    """POST /counters/{n}/break; `reason` is prayer, meal, personal, meeting or other.

    `minutes`: for how long, as the agent thinks. `after_visit`: while a visit is in hand, begin when it leaves.
    `unless_last`: refuse where nobody else would serve a service for which somebody waits. `in_turn`: refuse a prayer
    break while too many who serve one of the agent's services are at prayer.
    """

    reason: str
    minutes: int | None = None
    after_visit: bool = False
    unless_last: bool = False
    in_turn: bool = False


class CallNextRequest(Request, frozen=True):
    """POST /counters/{n}/call-next, all of it optional.

    `sure`: a second call within the hall's seconds is meant. `auto`: the automatic call after a finish.
    `pressed`: a person pressed a key or button, so that a double press is refused and a second call is asked about.
    """

    sure: bool = False
    auto: bool = False
    pressed: bool = False


class CallChosenRequest(Request, frozen=True):
    """POST /counters/{n}/call; the reason is from the hall's list, or empty for the visit that is next anyway.

    `sure` and `pressed` as for call-next.
    """

    visit: str
    reason: str
    sure: bool = False
    pressed: bool = False


class BeginRequest(Request, frozen=True):
    """POST /counters/{n}/begin, optional. `pressed`: a person pressed a key or button, a double press is refused."""

    pressed: bool = False


class ParkRequest(Request, frozen=True):
    """POST /counters/{n}/park, all of it optional: when the counter is to be reminded, and why it was set aside."""

    remind_in_min: int | None = None
    note: str | None = None


class WalkUpRequest(Request, frozen=True):
    """POST /counters/{n}/walk-up: serve someone without a ticket."""

    service: str
    reason: str
    visitor_kind: VisitorKind | None = None


class ReinstateRequest(Request, frozen=True):
    """POST /visits/{visit}/reinstate; the reason is needed past the limit."""

    reason: str | None = None


class LaneRequest(Request, frozen=True):
    """POST /visits/{visit}/lane: `priority` gives priority, `standard` takes it back.

    Taken back, the visit is in the lane its ticket would have had without: that of its service or its appointment.
    """

    lane: Lane
    reason: LaneReason


class ResumeRequest(Request, frozen=True):
    """POST /counters/{n}/resume: call a parked visit again."""

    visit: str


class TransactionDone(Request, frozen=True):
    """One thing done for the visitor, `quantity` times (1 to 999); without a service it is that of the stage."""

    quantity: int = 1
    service: str | None = None
    topic: str | None = None


class TransferRequest(Request, frozen=True):
    """POST /counters/{n}/transfer; exactly one of service, counter and agent.

    With an outcome the service in hand is done, and its transactions count; without one it only goes elsewhere.
    """

    service: str | None = None
    counter: int | None = None
    agent: str | None = None
    position: TransferPosition = TransferPosition.BY_ISSUE
    reason: str | None = None
    note: str | None = None
    and_back: bool = False
    """When that stage is done, the visit waits for this agent again, at the head."""
    outcome: Outcome | None = None
    transactions: tuple[TransactionDone, ...] = ()


class FinishRequest(Request, frozen=True):
    """POST /counters/{n}/finish; what the visit registers stands in `requests` (or, when it is one, in `request`).

    `missing`: with the outcome documents_missing, each document in a few words.
    """

    outcome: Outcome
    topics: tuple[str, ...] = ()
    request: NewRequest | None = None
    requests: tuple[NewRequest, ...] = ()
    receipt: bool = True
    """A kiosk prints receipts and return slip; a counter with its own printer prints them itself."""
    transactions: tuple[TransactionDone, ...] = ()
    missing: tuple[str, ...] = ()
    phone: str | None = None
    """With the visitor's consent: it gets the reply to what is registered, in the language of his ticket."""
    pressed: bool = False
    """A person pressed a key for it and answered no question: a double press is refused."""


class ContinueRequest(Request, frozen=True):
    """POST /counters/{n}/continue: this service is done, the next one begins at once at this counter."""

    service: str
    outcome: Outcome = Outcome.COMPLETED
    transactions: tuple[TransactionDone, ...] = ()


class GroupRequest(Request, frozen=True):
    """POST /visits/group: these waiting visits (two and more) go to one counter."""

    visits: tuple[str, ...]


class HeadStartRequest(Request, frozen=True):
    """POST /lanes/{lane}/head-start: whole minutes, 0 to 240."""

    minutes: int


class OpenDayRequest(Request, frozen=True):
    """POST /day/open: opening a closed day again brings back those whom the close ended, unless it says otherwise."""

    bring_back: bool = True


class CloseDayRequest(Request, frozen=True):
    """POST /day/close: what happens to each visit still waiting or parked (default for those not named).

    The choices are `carried_over` and `cancelled`. Without `end_serving` a visit at a counter refuses the close.
    """

    waiting: str = "carried_over"
    choices: dict[str, str] = field(default_factory=dict)
    end_serving: bool = False


class PairingCodeRequest(Request, frozen=True):
    """POST /devices/codes: let one device of `kind` (kiosk, board, counter, reader) enrol within ten minutes."""

    kind: str
    name: str
    counter: int | None = None


class DeviceNameRequest(Request, frozen=True):
    """POST /devices/{device}/name."""

    name: str


class KioskPauseRequest(Request, frozen=True):
    """POST /devices/pause: let one kiosk, or all without `device`, give no tickets, or give them again."""

    paused: bool
    device: str | None = None


class PairRequest(Request, frozen=True):
    """POST /devices/pair: spend a pairing code."""

    code: str
    kind: str


class SessionRequest(Request, frozen=True):
    """POST /session: the staff token from the link's fragment, for which the browser gets a cookie."""

    token: str
