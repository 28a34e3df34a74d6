"""From what the agent asked for to the command that is posted: path below the hall's base and body. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.administration.agents import OwnPinRequest
from contracts.complaints.answers import ComplaintRequest
from contracts.enquiries.answers import AnswerRequest, EnquiryRequest, HandOnRequest
from contracts.queue.bodies import (
    BeginRequest,
    BreakRequest,
    CallChosenRequest,
    CallNextRequest,
    ContinueRequest,
    FinishRequest,
    LaneRequest,
    ParkRequest,
    RecallRequest,
    ReinstateRequest,
    ResumeRequest,
    SignInRequest,
    TransactionDone,
    TransferRequest,
    WalkUpRequest,
)
from contracts.requests.bodies import NewRequest
from contracts.words.hall import Lane, LaneReason, Outcome
from counter_client.state.actions import Action
from counter_client.state.state import Paper, Sheet

Body = (
    AnswerRequest
    | ComplaintRequest
    | EnquiryRequest
    | HandOnRequest
    | OwnPinRequest
    | BeginRequest
    | BreakRequest
    | CallChosenRequest
    | CallNextRequest
    | ContinueRequest
    | FinishRequest
    | LaneRequest
    | ParkRequest
    | RecallRequest
    | ReinstateRequest
    | ResumeRequest
    | SignInRequest
    | TransferRequest
    | WalkUpRequest
    | None
)

COUNTER_WORDS = {
    Action.RESUME_WORK: "resume-work",
    Action.NO_BREAK: "resume-work",
    Action.SIGN_OUT: "sign-out",
}


@dataclass(frozen=True)
class Post:
    """One command. Equal posts are the same wish: a retry of one that got no answer keeps its idempotency key."""

    action: Action
    path: str
    body: Body = None
    ticket: str = ""


def plain(action: Action, counter: int, *, ticket: str = "") -> Post:
    """Return the command of an action that needs only the counter."""
    word = COUNTER_WORDS.get(action, action.value)
    return Post(action, f"/counters/{counter}/{word}", None, ticket)


def call_next(counter: int, *, sure: bool = False, auto: bool = False) -> Post:
    """Return the call of the next visitor; `sure`: the agent was asked, `auto`: the automatic call after a finish."""
    body = CallNextRequest(sure=sure, auto=auto, pressed=not auto)
    return Post(Action.CALL_NEXT, f"/counters/{counter}/call-next", body)


def begin(counter: int, *, ticket: str) -> Post:
    """Return the begin of serving who was called."""
    return Post(Action.BEGIN, f"/counters/{counter}/begin", BeginRequest(pressed=True), ticket)


def look(counter: int, *, ticket: str) -> Post:
    """Return a recall for which the boards flash whole: the visitor may not hear."""
    return Post(Action.LOOK, f"/counters/{counter}/recall", RecallRequest(look=True), ticket)


def sign_in(counter: int, agent: str, pin: str, *, move: bool = False) -> Post:
    """Return the sign-in of `agent`; `move`: from another counter, with the visits that he has parked there."""
    return Post(Action.SIGN_IN, f"/counters/{counter}/sign-in", SignInRequest(agent, pin, move))


def finish(counter: int, outcome: Outcome, *, ticket: str, quantity: int = 1, receipt: bool = True) -> Post:
    """Return the finish of the visit in hand; `receipt`: a kiosk prints what there is to print."""
    body = FinishRequest(outcome, receipt=receipt, transactions=done(quantity))
    return Post(Action.FINISH, f"/counters/{counter}/finish", body, ticket)


def documents_missing(counter: int, sheet: Sheet, *, receipt: bool = True) -> Post:
    """Return the finish of a visit whose documents are missing: those of the list, and the one that was typed."""
    named = (*sheet.finish.missing, *([sheet.note.strip()] if sheet.note.strip() else []))
    body = FinishRequest(
        Outcome.DOCUMENTS_MISSING, receipt=receipt, transactions=done(sheet.finish.quantity), missing=named
    )
    return Post(Action.FINISH, f"/counters/{counter}/finish", body, sheet.ticket)


def register(
    counter: int,
    requests: tuple[NewRequest, ...],
    *,
    ticket: str,
    quantity: int = 1,
    receipt: bool = True,
    phone: str | None = None,
) -> Post:
    """Return the finish that registers requests; `phone`: the telephone number for the reply, with consent."""
    body = FinishRequest(
        Outcome.REQUEST_REGISTERED, requests=requests, receipt=receipt, transactions=done(quantity), phone=phone
    )
    return Post(Action.FINISH, f"/counters/{counter}/finish", body, ticket)


def done(quantity: int) -> tuple[TransactionDone, ...]:
    """Return what was done; one transaction of the stage's service needs no word.

    >>> done(1), done(3)
    ((), (TransactionDone(quantity=3, service=None, topic=None),))
    """
    return (TransactionDone(quantity),) if quantity > 1 else ()


def go_on(counter: int, service: str, *, ticket: str, quantity: int = 1) -> Post:
    """Return the begin of the visitor's next service at this counter."""
    body = ContinueRequest(service, transactions=done(quantity))
    return Post(Action.CONTINUE, f"/counters/{counter}/continue", body, ticket)


def go_on_elsewhere(counter: int, service: str, *, ticket: str, quantity: int = 1) -> Post:
    """Return the end of this service and the wait for the visitor's next one, which another counter serves."""
    body = TransferRequest(service, outcome=Outcome.COMPLETED, transactions=done(quantity))
    return Post(Action.TRANSFER, f"/counters/{counter}/transfer", body, ticket)


def park(counter: int, remind_in_min: int | None, *, ticket: str) -> Post:
    """Return the setting aside of the visit in hand, with a reminder after `remind_in_min` minutes."""
    return Post(Action.PARK, f"/counters/{counter}/park", ParkRequest(remind_in_min), ticket)


def pause(counter: int, reason: str, minutes: int | None, *, after_visit: bool, ask_first: bool) -> Post:
    """Return the begin of a break; `after_visit`: when the visit in hand leaves.

    `ask_first`: not yet where nobody else would serve those who wait, or where others should be back from prayer first.
    """
    body = BreakRequest(reason, minutes, after_visit=after_visit, unless_last=ask_first, in_turn=ask_first)
    return Post(Action.BREAK, f"/counters/{counter}/break", body)


def print_again(paper: Paper) -> Post:
    """Return the wish that a kiosk prints the counter's newest paper once more."""
    if paper.visit:
        return Post(Action.REPRINT, f"/visits/{paper.visit}/return-slip")
    return Post(Action.REPRINT, f"/requests/{paper.request}/receipt")


def walk_up(counter: int, service: str, reason: str) -> Post:
    """Return the begin of serving somebody without a ticket."""
    return Post(Action.WALK_UP, f"/counters/{counter}/walk-up", WalkUpRequest(service, reason))


def call_chosen(counter: int, visit: str, reason: str, *, ticket: str, sure: bool = False) -> Post:
    """Return the call of a given visit, out of order for a reason; without one it must be next anyway."""
    body = CallChosenRequest(visit, reason, sure, pressed=True)
    return Post(Action.CALL_CHOSEN, f"/counters/{counter}/call", body, ticket)


def resume(counter: int, visit: str, *, ticket: str) -> Post:
    """Return the call of a parked visit."""
    return Post(Action.RESUME, f"/counters/{counter}/resume", ResumeRequest(visit), ticket)


def reinstate(visit: str, reason: str | None, *, ticket: str) -> Post:
    """Return the reinstatement of a missed visit; a reason is needed past the hall's limit."""
    return Post(Action.REINSTATE, f"/visits/{visit}/reinstate", ReinstateRequest(reason), ticket)


def give_priority(visit: str, reason: LaneReason, *, ticket: str) -> Post:
    """Return the command that gives a waiting visit priority."""
    return Post(Action.GIVE_PRIORITY, f"/visits/{visit}/lane", LaneRequest(Lane.PRIORITY, reason), ticket)


def take_priority(visit: str, reason: LaneReason, *, ticket: str) -> Post:
    """Return the command that takes priority back; the hall knows which lane the visit then has."""
    return Post(Action.TAKE_PRIORITY, f"/visits/{visit}/lane", LaneRequest(Lane.STANDARD, reason), ticket)


def undo(visit: str, *, ticket: str) -> Post:
    """Return the undoing of a no-show, a finish or a transfer."""
    return Post(Action.UNDO, f"/visits/{visit}/undo", None, ticket)
