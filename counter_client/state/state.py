"""Everything the agent's screens are derived from, as one frozen value; `app` folds what happens into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from contracts.enquiries.answers import EnquiryView
from contracts.queue.answers import ReturnView, VisitView, WorkplaceView
from contracts.reporting.trust import AgentFigures
from contracts.requests.answers import RegisteredRequest, RequestStatus
from contracts.requests.bodies import NewRequest
from contracts.settings.hall_view import HallView
from contracts.words.complaints import Nature
from contracts.words.hall import UNDO_S
from counter_client.state.actions import Action
from counter_client.state.first_day import FirstDay
from counter_client.state.server_clock import ServerClock
from serial_devices.keypad.keys import Key

NEVER_S = float("-inf")
NOTE_MAX = 200
"""Characters a note may have."""
QUESTION_S = 0.4
"""How long a question is open before it takes an answer; within it a double press counts once."""
ANSWER_S = 3.0
"""How long after the hall's question the next call means that the agent is sure."""


class Tone(Enum):
    """How a notice is shown: in passing, as a success, as something to act on."""

    CALM = "calm"
    DONE = "done"
    WARNING = "warning"


@dataclass(frozen=True)
class Notice:
    """One sentence: `code`: a refusal's, or a word of `counter_client.texts.texts`; `ticket` where it names one."""

    tone: Tone
    code: str
    ticket: str = ""
    keys: str = ""
    """The hot keys it is about."""
    seconds: int = 0
    """The time it names."""
    target: str = ""
    """The name of the service, counter or agent to which a visit was sent; a counter may have none."""
    counter: int | None = None
    """The number of that counter."""


class ListKind(Enum):
    """The lists beside the current visit."""

    WAITING = "waiting"
    PARKED = "parked"
    MISSED = "missed"


class SheetKind(Enum):
    """The questions that are asked on a sheet over the workplace."""

    OUTCOME = "outcome"
    BREAK = "break"
    WALK_UP = "walk_up"
    CALL_CHOSEN = "call_chosen"
    REINSTATE = "reinstate"
    GIVE_PRIORITY = "give_priority"
    TAKE_PRIORITY = "take_priority"
    SIGN_OUT = "sign_out"
    OWN_DAY = "own_day"
    """The agent's own figures of the day; it asks nothing."""
    TRANSFER = "transfer"
    PARK = "park"
    BREAK_LENGTH = "break_length"
    BREAK_LAST = "break_last"
    """Nobody else serves a service for which somebody waits: does the agent confirm the break?"""
    BREAK_TURN = "break_turn"
    """Too many are at prayer, so it is not this agent's turn: does he confirm the break?"""
    NEXT_SERVICE = "next_service"
    MISSING = "missing"
    """Which documents are missing."""
    RETURN_CODE = "return_code"
    """The agent says to the visitor: the code to come back with."""
    SEARCH = "search"
    ENQUIRY_TOPIC = "enquiry_topic"
    ENQUIRY_CHANNEL = "enquiry_channel"
    ENQUIRY_OPEN = "enquiry_open"
    """By which channel came an enquiry that stays open?"""
    ENQUIRY_TEXT = "enquiry_text"
    """A text: an enquiry's question, its answer, who finds it, whom to call back; or a complaint's."""
    ENQUIRY_CONFIRM = "enquiry_confirm"
    """Does the enquirer have the answer?"""
    ENQUIRIES = "enquiries"
    """Those that are open."""
    COMPLAINT_NATURE = "complaint_nature"
    """A complaint or a suggestion? Its text is written on the sheet of texts."""
    COMPLAINT_TAKEN = "complaint_taken"
    """The agent says to the visitor: the number of the complaint or suggestion."""
    REQUEST_TOPIC = "request_topic"
    REQUEST_DIRECTORATE = "request_directorate"
    REQUEST_DETAILS = "request_details"
    """Its number in the ministry's own system, what it is about, the telephone for the reply; or another request."""
    REGISTERED = "registered"
    """The agent says to the visitor: the numbers of the requests, and the latest day of referral."""
    FOLLOW_UP = "follow_up"
    """Where a request stands, by its number."""
    PIN = "pin"
    """The agent's own PIN, the old one and the new one."""
    MORE = "more"
    """The menu of all that is done less often; it asks nothing."""


@dataclass(frozen=True)
class Search:
    """A search by number: `found` is None until the hall has answered for `digits`; `row` is the chosen visit."""

    digits: str = ""
    found: tuple[VisitView, ...] | None = None
    row: str | None = None


@dataclass(frozen=True)
class OpenEnquiries:
    """The open enquiries as the hall told them, the newest first: `found` is None until it has answered."""

    found: tuple[EnquiryView, ...] | None = None
    at: datetime | None = None
    """The hall's instant at which it told them."""
    row: int | None = None
    """The number of the chosen one."""
    called: int | None = None
    """The one whose telephone was asked for, to call back."""
    phone: str | None = None
    """Its telephone, None until the hall has told it, empty where it has none any more."""


@dataclass(frozen=True)
class FinishDraft:
    """What finishing the visit records."""

    quantity: int = 1
    """Transactions that were done."""
    missing: tuple[str, ...] = ()
    """Documents of the service's list that are missing, by their Arabic text."""


@dataclass(frozen=True)
class RequestDraft:
    """The request that is asked about, besides its topic and its words, and those before it."""

    more: bool = False
    """More is said of the request than its topic and directorate, or there is another one."""
    before: tuple[NewRequest, ...] = ()
    """What the finish registers besides it."""
    directorate: str | None = None
    """That decides it."""
    external: str = ""
    """Its number in the ministry's own system, as typed."""
    urgent: bool = False
    """It may be decided in the hall."""
    phone: str = ""
    """The telephone number for the replies, as typed."""


@dataclass(frozen=True)
class EnquiryDraft:
    """The enquiry that is left open, besides its topic."""

    channel: str | None = None
    question: str = ""
    """While the number to call back is asked."""


@dataclass(frozen=True)
class RequestLookup:
    """A request that a visitor asks about."""

    asked: str = ""
    """The number that was looked up last."""
    status: RequestStatus | None = None
    """Where it stands; None until the hall has told it."""


@dataclass(frozen=True)
class Result:
    """What the hall has done, for the agent to read out to the visitor."""

    slip: ReturnView | None = None
    """With the code to come back with."""
    registered: tuple[RegisteredRequest, ...] = ()
    number: str = ""
    """Of the complaint or suggestion."""
    printed_at: str | None = None
    """Where the return slip, or the receipt, is printed; None where nowhere."""


@dataclass(frozen=True)
class Sheet:
    """An open sheet with all that was chosen and typed on it so far; it closes only when the hall has taken it.

    What only one dialog needs is one field here, which keeps its value while other questions are asked, or a subclass
    in that dialog's package (`transfer.sheet`).
    """

    kind: SheetKind
    visit: str = ""
    ticket: str = ""
    service: str | None = None
    topic: str | None = None
    """Of the request that finishing registers, or of the enquiry."""
    reason: str | None = None
    note: str = ""
    """What is written in the sheet's field."""
    asks: Action = Action.ENQUIRY
    """What that text is for, on the sheet of texts."""
    minutes: int | None = None
    """Of the break that is asked about."""
    picked: str = ""
    """The answer that the arrow keys have come to, where there are more than digits."""
    notice: Notice | None = None
    finish: FinishDraft = field(default_factory=FinishDraft)
    request: RequestDraft = field(default_factory=RequestDraft)
    enquiry: EnquiryDraft = field(default_factory=EnquiryDraft)
    enquiries: OpenEnquiries | None = None
    search: Search | None = None
    lookup: RequestLookup = field(default_factory=RequestLookup)
    result: Result = field(default_factory=Result)


@dataclass(frozen=True)
class Paper:
    """The newest paper of this counter: the receipt of a request, the return slip of a visit, a complaint's number.

    Of a complaint, printed by this counter's own printer alone, it is all that is needed, with `nature` and `at`.
    """

    request: str = ""
    registered_by: str = ""
    """The visit whose newest finish registered the request."""
    visit: str = ""
    complaint: str = ""
    nature: Nature = Nature.COMPLAINT
    at: datetime | None = None


@dataclass(frozen=True)
class UndoOffer:
    """A no-show, finish or transfer of this counter that can be taken back until `until`."""

    visit: str
    ticket: str
    action: Action
    until: datetime


@dataclass(frozen=True)
class Practice:
    """A training with made-up visitors; `pin` is every agent's in it."""

    pin: str


@dataclass(frozen=True)
class SignInDraft:
    """Who signs in, or has signed in."""

    agent: str | None = None
    pin: str = ""
    """As typed; empty once the hall has taken it."""
    move: bool = False
    """The agent is signed in elsewhere and knows it: the next sign-in moves the session here."""


@dataclass(frozen=True)
class LinkState:
    """The last messages from the hall, and their times in monotonic seconds."""

    clock: ServerClock = field(default_factory=ServerClock)
    read_s: float = 0.0
    """When the workplace was read."""
    cut_off_s: float | None = None
    """Since when the hall is not reached; None on line."""


@dataclass(frozen=True)
class Listed:
    """The list that is shown beside the current visit, and its chosen row."""

    kind: ListKind = ListKind.WAITING
    row: str | None = None


@dataclass(frozen=True)
class Presses:
    """Monotonic seconds of what must not be taken for a second wish."""

    pressed_s: float = NEVER_S
    """Of the last press that did something."""
    asked_s: float = NEVER_S
    """At which the hall asked whether a second call is meant."""


@dataclass(frozen=True)
class Training:
    """Training with made-up visitors, and how far each agent got in it."""

    practice: Practice | None = None
    """The training that the program is in; None at work."""
    first_days: Mapping[str, FirstDay] = field(default_factory=dict)
    """By the sign-in name."""


@dataclass(frozen=True)
class ThisPc:
    """What this PC has and shows."""

    own_printer: bool = False
    """This counter prints its receipts and slips itself."""
    hot_keys: tuple[tuple[Key, str], ...] = ()
    """What its global hot keys ask for, with their names; those that it cannot have are not among them."""
    bar: bool = False
    """The small bar is shown, not the window."""


@dataclass(frozen=True)
class Inputs:
    """What the program knows; `now_s` is monotonic seconds. What belongs to one purpose is one value."""

    counter: int
    language: str
    now_s: float = 0.0
    link: LinkState = field(default_factory=LinkState)
    hall: HallView | None = None
    workplace: WorkplaceView | None = None
    signed_in: bool = False
    busy: Action | None = None
    notice: Notice | None = None
    undo: UndoOffer | None = None
    sign_in: SignInDraft = field(default_factory=SignInDraft)
    listed: Listed = field(default_factory=Listed)
    sheet: Sheet | None = None
    presses: Presses = field(default_factory=Presses)
    auto_due_s: float | None = None
    """Monotonic seconds at which the automatic call is due; None while there is none."""
    figures: AgentFigures | None = None
    """The agent's own day, read when it is shown: in the menu, and when sign-out is asked."""
    paper: Paper | None = None
    """What can be printed once more."""
    reminded: frozenset[str] = frozenset()
    """Parked visits whose reminder has come."""
    training: Training = field(default_factory=Training)
    pc: ThisPc = field(default_factory=ThisPc)

    @property
    def pressed_twice(self) -> bool:
        """Whether a press now belongs to the last one."""
        return self.now_s - self.presses.pressed_s < QUESTION_S

    @property
    def sure(self) -> bool:
        """Whether a call now is the answer to the hall's question whether a second one is meant."""
        return self.now_s - self.presses.asked_s < ANSWER_S

    @property
    def day_is_closed(self) -> bool:
        """Whether the service day is closed: nobody is called until the hall head opens it again."""
        return self.hall is not None and self.hall.day.state == "closed"

    @property
    def undo_s(self) -> int:
        """Seconds in which the hall takes a finish, a no-show or a cancel back."""
        return self.hall.undo_s if self.hall is not None else UNDO_S

    @property
    def now(self) -> datetime | None:
        """The hall's instant now, None before anything was heard from it."""
        return self.link.clock.now(local_s=self.now_s)

    @property
    def on_break(self) -> bool:
        """The signed-in agent is on a break."""
        session = self.workplace.session if self.workplace else None
        return session is not None and session.state == "on_break"
