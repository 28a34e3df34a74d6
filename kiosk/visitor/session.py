"""The state of a visitor at the kiosk: steps, choices and the idle reset, as a pure state machine.

>>> session = open_services(Session(language="ar"))
>>> session = choose_service(session, "A", asks=(), visit="v1")
>>> (session.step, session.visit)
(<Step.ISSUING: 'issuing'>, 'v1')
>>> idle(session, 400.0, Limits(idle_reset_s=50.0, ticket_reset_s=40.0, notice_s=20.0)) is session
True
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from contracts.queue.answers import IssuedTicket
from contracts.words.hall import PrintState, VisitorKind
from kiosk.visitor.help_options import Assist, closed


class Step(Enum):
    """What the visitor is doing."""

    WELCOME = "welcome"
    CATEGORIES = "categories"
    SERVICES = "services"
    INFORMATION = "information"
    """Reads what to bring, before a ticket is given."""
    VISITOR_KIND = "visitor_kind"
    LONG_WAIT = "long_wait"
    """Is asked whether he still takes a ticket."""
    ANOTHER = "another"
    """Is asked whether one more ticket is wanted, after several of the same service without a pause."""
    BOOKING = "booking"
    """Types the number of his appointment."""
    ISSUING = "issuing"
    TICKET = "ticket"
    PHONE = "phone"
    """Holds a ticket and types a telephone number for messages."""
    CONSENT = "consent"
    """Reads back the telephone number and agrees to messages, or not."""
    REFUSED = "refused"


class PhoneState(Enum):
    """The state of the telephone number that the holder of a ticket left."""

    NONE = "none"
    SENDING = "sending"
    KEPT = "kept"
    FAILED = "failed"


QUESTIONS = frozenset({Step.INFORMATION, Step.VISITOR_KIND, Step.LONG_WAIT})
"""What may be asked between the choice of a service and its ticket."""


@dataclass(frozen=True)
class Limits:
    """Seconds without a touch after which a session is reset; `notice_s` before that the visitor is asked."""

    idle_reset_s: float
    ticket_reset_s: float
    notice_s: float


@dataclass(frozen=True)
class Session:
    """One visitor's session; `visit` is the id of the visit asked for, the same at each try to issue it."""

    language: str
    step: Step = Step.WELCOME
    category: str | None = None
    zone: str | None = None
    """The zone whose services are shown; None: the kiosk's main screen."""
    priority: bool = False
    service: str | None = None
    visitor_kind: VisitorKind | None = None
    asks: tuple[Step, ...] = ()
    """What is asked, in order, between the choice of the service and its ticket."""
    booking: str = ""
    """The number of the appointment that the ticket is for."""
    visit: str | None = None
    ticket: IssuedTicket | None = None
    printing: PrintState | None = None
    prints: int = 0
    """How often the ticket shown was given to the printer."""
    slot: str = ""
    """`waits` when the ticket shown has been lying in the slot for long."""
    refusal: str | None = None
    refusal_at: str = ""
    """The time or day that the refusal tells."""
    typed: str = ""
    """What stands on the keypad."""
    note: str = ""
    """What is wrong with it, an id."""
    phone: PhoneState = PhoneState.NONE
    phone_shown: str = ""
    """The number that was left, masked."""
    closes_in_s: int | None = None
    """Seconds until the reset, once it is announced; None before."""
    assist: Assist = field(default_factory=Assist)
    """The help this visitor has switched on; the next one begins without."""

    @property
    def untouched(self) -> bool:
        """Whether a reset would take nothing away from anybody."""
        return self.step is Step.WELCOME and self.assist == Assist()


def choose_language(session: Session, language: str) -> Session:
    """Speak `language` from now on."""
    return replace(session, language=language, closes_in_s=None, assist=closed(session.assist))


def open_services(session: Session, *, by_category: bool = False, zone: str | None = None) -> Session:
    """Show what is offered, in `zone` or on the main screen: its categories first where the services are many."""
    step = Step.CATEGORIES if by_category else Step.SERVICES
    return replace(
        session,
        step=step, category=None, zone=zone, service=None, visitor_kind=None, asks=(), booking="", visit=None,
        refusal=None, typed="", note="",
    )  # fmt: skip


def choose_category(session: Session, category: str) -> Session:
    """Show the services of one category."""
    return replace(session, step=Step.SERVICES, category=category)


def toggle_priority(session: Session) -> Session:
    """Ask for priority, or take it back. The reason is neither asked nor kept."""
    return replace(session, priority=not session.priority)


def choose_service(session: Session, service: str, *, asks: tuple[Step, ...], visit: str) -> Session:
    """Ask for a ticket of `service` under the new id `visit`, or first what is to be asked."""
    return answered(replace(session, service=service, asks=asks, visit=visit, refusal=None))


def refuse(session: Session, service: str, code: str) -> Session:
    """Show at once why there is no ticket of `service`."""
    return replace(session, step=Step.REFUSED, service=service, refusal=code, closes_in_s=None)


def choose_kind(session: Session, kind: VisitorKind) -> Session:
    """Go on, now that it is known who the visitor is."""
    return answered(replace(session, visitor_kind=kind))


def answered(session: Session) -> Session:
    """Go on to what is asked after the step that was answered, or to the ticket."""
    asked = session.asks.index(session.step) + 1 if session.step in session.asks else 0
    # A question that the hall put in between (visitor_kind_needed) is the last one: all others were answered before.
    left = () if asked == 0 and session.step is Step.VISITOR_KIND else session.asks[asked:]
    return replace(session, step=left[0] if left else Step.ISSUING)


def ask_another(session: Session) -> Session:
    """Ask whether the ticket that was to be issued is wanted."""
    return replace(session, step=Step.ANOTHER, closes_in_s=None)


def issued(session: Session, ticket: IssuedTicket) -> Session:
    """Show the ticket; an answer for another visit than the one waited for changes nothing."""
    if session.step is not Step.ISSUING or ticket.visit != session.visit:
        return session
    return replace(session, step=Step.TICKET, ticket=ticket, printing=PrintState.NOT_STARTED, closes_in_s=None)


def refused(session: Session, visit: str, code: str) -> Session:
    """Show why there is no ticket; where the hall must know who the visitor is, ask that instead."""
    if session.step is not Step.ISSUING or session.visit != visit:
        return session
    if code == "visitor_kind_needed" and session.visitor_kind is None:
        return replace(session, step=Step.VISITOR_KIND)
    return replace(session, step=Step.REFUSED, refusal=code, closes_in_s=None)


def printing(session: Session, visit: str, state: PrintState) -> Session:
    """Follow the paper of the ticket shown."""
    if session.ticket is None or session.ticket.visit != visit:
        return session
    return replace(session, printing=state)


def handed_to_printer(session: Session, visit: str) -> Session:
    """Follow that the ticket shown is on its way to the printer once more."""
    if session.ticket is None or session.ticket.visit != visit:
        return session
    return replace(session, printing=PrintState.SENDING, prints=session.prints + 1, closes_in_s=None)


def slot_waits(session: Session, *, waits: bool) -> Session:
    """Follow whether the ticket shown lies in the slot and is not taken."""
    return replace(session, slot="waits" if waits else "")


def back(session: Session, *, by_category: bool, main_by_category: bool = False) -> Session:
    """Go one step back; from a ticket or a refusal that is the start, ready for the next visitor.

    `by_category` is about the zone that is shown, `main_by_category` about the main screen, which a zone goes back to.
    """
    if session.step is Step.ISSUING:
        return session
    again = open_services(session, by_category=by_category, zone=session.zone)
    if session.step in QUESTIONS:
        return _before(session) or (again if session.category is None else choose_category(again, session.category))
    if session.step is Step.SERVICES and session.category is not None:
        return again
    if session.step in {Step.SERVICES, Step.CATEGORIES} and session.zone is not None:
        return open_services(session, by_category=main_by_category)
    if session.step is Step.BOOKING:
        return again
    return replace(session, step=Step.WELCOME, category=None, zone=None, priority=False)


def _before(session: Session) -> Session | None:
    """Return the session at the question before this one, or None at the first."""
    at = session.asks.index(session.step) if session.step in session.asks else len(session.asks)
    return replace(session, step=session.asks[at - 1]) if at > 0 else None


def _ends_soon(session: Session) -> bool:
    """Return whether the screen ends sooner: the visitor needs it no longer, or it shows a telephone number."""
    printed = session.printing in {PrintState.CONFIRMED, PrintState.UNVERIFIED}
    return session.step in {Step.REFUSED, Step.CONSENT} or (session.step is Step.TICKET and printed)


def idle(session: Session, idle_s: float, limits: Limits) -> Session | None:
    """Return the session after `idle_s` seconds without a touch: unchanged, announcing its end, or None: begin again.

    While a ticket is being issued nothing ends: the visitor waits for us.
    """
    if session.step is Step.ISSUING:
        return session
    reset_s = limits.ticket_reset_s if _ends_soon(session) else limits.idle_reset_s
    left_s = reset_s - idle_s
    if left_s <= 0:
        return None
    announced = left_s <= limits.notice_s and not session.untouched
    closes_in_s = max(1, round(left_s)) if announced else None
    return session if closes_in_s == session.closes_in_s else replace(session, closes_in_s=closes_in_s)
