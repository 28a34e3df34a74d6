"""Where a visitor stands at the kiosk: steps, choices and the idle reset, as a pure state machine.

>>> session = open_services(Session(language="ar"))
>>> session = choose_service(session, "A", asks_kind=False, visit="v1")
>>> (session.step, session.visit)
(<Step.ISSUING: 'issuing'>, 'v1')
>>> idle(session, 400.0, LIMITS) is session
True
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from contracts.hall_answers import IssuedTicket
from contracts.hall_words import PrintState, VisitorKind
from kiosk.assist import Assist


class Step(Enum):
    """What the visitor is doing."""

    WELCOME = "welcome"
    CATEGORIES = "categories"
    SERVICES = "services"
    VISITOR_KIND = "visitor_kind"
    ISSUING = "issuing"
    TICKET = "ticket"
    REFUSED = "refused"


@dataclass(frozen=True)
class Limits:
    """Seconds without a touch after which a session is reset; `notice_s` before that the visitor is asked."""

    idle_reset_s: float
    ticket_reset_s: float
    notice_s: float


LIMITS = Limits(idle_reset_s=50.0, ticket_reset_s=40.0, notice_s=20.0)


@dataclass(frozen=True)
class Session:
    """One visitor's session; `visit` is the id of the visit asked for, the same at each try to issue it."""

    language: str
    step: Step = Step.WELCOME
    category: str | None = None
    priority: bool = False
    service: str | None = None
    visitor_kind: VisitorKind | None = None
    visit: str | None = None
    ticket: IssuedTicket | None = None
    printing: PrintState | None = None
    prints: int = 0
    """How often the ticket shown was given to the printer."""
    slot: str = ""
    """`waits` when the ticket shown has been lying in the slot for long."""
    refusal: str | None = None
    closes_in_s: int | None = None
    """Seconds until the reset, once it is announced; None before."""
    assist: Assist = field(default_factory=Assist)
    """The help this visitor has switched on; the next one begins without."""

    @property
    def untouched(self) -> bool:
        """Whether a reset would take nothing away from anybody."""
        return self.step is Step.WELCOME and self.assist == Assist()


def choose_language(session: Session, language: str) -> Session:
    """Speak `language`; on the welcome screen this also begins."""
    session = replace(session, language=language, closes_in_s=None)
    return open_services(session) if session.step is Step.WELCOME else session


def open_services(session: Session, *, by_category: bool = False) -> Session:
    """Show what is offered: its categories first where the services are many."""
    step = Step.CATEGORIES if by_category else Step.SERVICES
    return replace(session, step=step, category=None, service=None, visitor_kind=None, visit=None, refusal=None)


def choose_category(session: Session, category: str) -> Session:
    """Show the services of one category."""
    return replace(session, step=Step.SERVICES, category=category)


def toggle_priority(session: Session) -> Session:
    """Ask for priority, or take it back. The reason is neither asked nor kept."""
    return replace(session, priority=not session.priority)


def choose_service(session: Session, service: str, *, asks_kind: bool, visit: str) -> Session:
    """Ask for a ticket of `service` under the new id `visit`, or ask first who the visitor is."""
    step = Step.VISITOR_KIND if asks_kind else Step.ISSUING
    return replace(session, step=step, service=service, visit=visit, refusal=None)


def choose_kind(session: Session, kind: VisitorKind) -> Session:
    """Ask for the ticket, now that it is known who the visitor is."""
    return replace(session, step=Step.ISSUING, visitor_kind=kind)


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


def back(session: Session, *, by_category: bool) -> Session:
    """Go one step back; from a ticket or a refusal that is the start, ready for the next visitor."""
    if session.step is Step.ISSUING:
        return session
    again = open_services(session, by_category=by_category)
    if session.step is Step.VISITOR_KIND:
        return again if session.category is None else choose_category(again, session.category)
    if session.step is Step.SERVICES and session.category is not None:
        return again
    return replace(session, step=Step.WELCOME, category=None, priority=False)


def idle(session: Session, idle_s: float, limits: Limits) -> Session | None:
    """Return the session after `idle_s` seconds without a touch: unchanged, announcing its end, or None: start anew.

    While a ticket is being issued nothing ends: the visitor waits for us.
    """
    if session.step is Step.ISSUING:
        return session
    reset_s = limits.ticket_reset_s if session.step in {Step.TICKET, Step.REFUSED} else limits.idle_reset_s
    left_s = reset_s - idle_s
    if left_s <= 0:
        return None
    announced = left_s <= limits.notice_s and not session.untouched
    closes_in_s = max(1, round(left_s)) if announced else None
    return session if closes_in_s == session.closes_in_s else replace(session, closes_in_s=closes_in_s)
