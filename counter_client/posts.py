"""From what the agent asked for to the command that is posted: path below the hall's base and body. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_requests import (
    BreakRequest,
    CallChosenRequest,
    CallNextRequest,
    FinishRequest,
    LaneRequest,
    RecallRequest,
    ReinstateRequest,
    ResumeRequest,
    SignInRequest,
    TransferRequest,
    WalkUpRequest,
)
from contracts.hall_words import Lane, LaneReason, Outcome
from contracts.request_bodies import NewRequest
from counter_client.actions import Action
from counter_client.inputs import Sheet, TargetKind

Body = (
    BreakRequest
    | CallChosenRequest
    | CallNextRequest
    | FinishRequest
    | LaneRequest
    | RecallRequest
    | ReinstateRequest
    | ResumeRequest
    | SignInRequest
    | TransferRequest
    | WalkUpRequest
    | None
)

COUNTER_WORDS = {Action.RESUME_WORK: "resume-work", Action.SIGN_OUT: "sign-out"}


@dataclass(frozen=True)
class Post:
    """One command. Equal posts are the same wish: a retry of one that got no answer keeps its idempotency key."""

    action: Action
    path: str
    body: Body = None
    ticket: str = ""


def plain(action: Action, counter: int, *, ticket: str = "") -> Post:
    """Return the command of an action that needs nothing but the counter."""
    word = COUNTER_WORDS.get(action, action.value)
    return Post(action, f"/counters/{counter}/{word}", None, ticket)


def call_next(counter: int, *, sure: bool = False, auto: bool = False) -> Post:
    """Return the call of the next visitor; `sure`: the agent was asked, `auto`: it comes by itself after a finish."""
    body = CallNextRequest(sure=sure, auto=auto) if sure or auto else None
    return Post(Action.CALL_NEXT, f"/counters/{counter}/call-next", body)


def look(counter: int, *, ticket: str) -> Post:
    """Return a recall for which the boards flash whole: the visitor may not hear."""
    return Post(Action.LOOK, f"/counters/{counter}/recall", RecallRequest(look=True), ticket)


def sign_in(counter: int, agent: str, pin: str, *, move: bool = False) -> Post:
    """Return the sign-in of `agent`; `move`: from the counter where he is signed in, with what is parked there."""
    return Post(Action.SIGN_IN, f"/counters/{counter}/sign-in", SignInRequest(agent, pin, move))


def finish(counter: int, outcome: Outcome, *, ticket: str) -> Post:
    """Return the finish of the visit in hand."""
    return Post(Action.FINISH, f"/counters/{counter}/finish", FinishRequest(outcome), ticket)


def register(counter: int, request: NewRequest, *, ticket: str) -> Post:
    """Return the finish that registers a request."""
    body = FinishRequest(Outcome.REQUEST_REGISTERED, requests=(request,))
    return Post(Action.FINISH, f"/counters/{counter}/finish", body, ticket)


def pause(counter: int, reason: str, *, after_visit: bool = False) -> Post:
    """Return the begin of a break; `after_visit`: when the visit in hand leaves."""
    return Post(Action.BREAK, f"/counters/{counter}/break", BreakRequest(reason, after_visit=after_visit))


def walk_up(counter: int, service: str, reason: str) -> Post:
    """Return the begin of serving somebody without a ticket."""
    return Post(Action.WALK_UP, f"/counters/{counter}/walk-up", WalkUpRequest(service, reason))


def call_chosen(counter: int, visit: str, reason: str, *, ticket: str, sure: bool = False) -> Post:
    """Return the call of a given visit out of order."""
    return Post(Action.CALL_CHOSEN, f"/counters/{counter}/call", CallChosenRequest(visit, reason, sure), ticket)


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
    """Return the undoing of a no-show or a finish."""
    return Post(Action.UNDO, f"/visits/{visit}/undo", None, ticket)


def transfer(counter: int, sheet: Sheet) -> Post:
    """Return the transfer that a filled sheet asks for; the sheet has a target."""
    target, kind = sheet.target, sheet.target_kind
    body = TransferRequest(
        service=target if kind is TargetKind.SERVICE else None,
        counter=int(target) if kind is TargetKind.COUNTER and target else None,
        agent=target if kind is TargetKind.AGENT else None,
        position=sheet.position,
        reason=sheet.reason,
        note=sheet.note.strip() or None,
    )
    return Post(Action.TRANSFER, f"/counters/{counter}/transfer", body, sheet.ticket)
