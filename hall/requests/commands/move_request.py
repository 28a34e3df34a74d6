"""Move a request on: refer it, enter the reply, decide it in the hall, withdraw it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from contracts.words.requests import RequestState
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.kernel.ports import HasOutbox, HasSettings, RecordsFacts
from hall.kernel.refusals import RequestUnknownError
from hall.kernel.request_number import is_own_number, looks_own, of_digits, tidy_number
from hall.requests.commands.register_request import RequestWork, store_request
from hall.requests.model.facts import (
    ReplyTold,
    RequestDecided,
    RequestPhoneLeft,
    RequestReferred,
    RequestReplied,
    RequestWithdrawn,
)
from hall.requests.model.ports import HasRequestMessages, HasRequests
from hall.requests.model.powers import refuse_beyond_power
from hall.requests.model.refusals import RequestNumberError, RequestStateError
from hall.requests.model.request import Decision, Request

LONGEST_DAYS = 365
"""A number is not kept longer than this for a reply that never comes."""


@dataclass(frozen=True)
class Refer:
    """Send it to the directorate it was registered for, or to another one."""

    number: str
    directorate: str | None
    by: str


@dataclass(frozen=True)
class Reply:
    """Enter what the directorate answered."""

    number: str
    text: str
    by: str


@dataclass(frozen=True)
class Decide:
    """Enter what was decided in the hall; `day` None: today."""

    number: str
    text: str
    decided_by: str
    power: str
    day: date | None
    by: str
    amount_omr: int | None = None


@dataclass(frozen=True)
class Withdraw:
    """Take back what was registered by mistake."""

    number: str
    why: str
    by: str


@dataclass(frozen=True)
class Tell:
    """The visitor has received the reply: by a message (`message`) or in a call by an agent."""

    number: str
    by: str


@dataclass(frozen=True)
class LeaveNumber:
    """Keep a telephone number, which `seal` seals under a day and the request's number."""

    number: str
    seal: Callable[[date, str], bytes]
    language: str
    by: str


def refer(command: Refer, *, work: RequestWork, now: Moment) -> Request:
    """Refer it; the same directorate again changes nothing, another one refers it again."""
    known = find_request(command.number, work)
    directorate, lists = command.directorate or known.directorate, work.settings.choices
    if directorate == known.directorate:
        lists.directorate(directorate)
    else:
        lists.offered_directorate(directorate)
    moved = known.refer(directorate, command.by, now.at)
    if moved == known:
        return known
    work.record(RequestReferred(known.number, directorate, command.by))
    return store_request(moved, work)


def reply(command: Reply, *, work: RequestWork, now: Moment) -> Request:
    """Enter the reply; the same text again changes nothing."""
    known = find_request(command.number, work)
    if known.reply == command.text.strip():
        return known
    moved = known.answered(command.text.strip(), command.by, now.at)
    work.record(RequestReplied(known.number, command.by))
    return store_request(moved, work)


def decide(command: Decide, *, work: RequestWork, now: Moment) -> Request:
    """Enter the decision and its delegated power; raise what says that the power does not allow it."""
    known = find_request(command.number, work)
    day = command.day or local(now, work.settings).date()
    decision = Decision(
        command.text.strip(), " ".join(command.decided_by.split()), command.power, day, command.amount_omr
    )
    if known.decision == decision:
        return known
    refuse_beyond_power(decision, work.settings.choices.power(command.power))
    moved = known.decide(decision)
    work.record(RequestDecided(known.number, decision.by, decision.power, day, command.by, decision.amount_omr))
    return store_request(moved, work)


class FindRequestWork(HasRequests, HasSettings, Protocol):
    """What finding a request reads."""


class MoveRequestWork(HasRequestMessages, HasOutbox, HasRequests, HasSettings, RecordsFacts, Protocol):
    """What withdrawing a request, and telling its visitor, reads and writes."""


def withdraw(command: Withdraw, *, work: MoveRequestWork, now: Moment) -> Request:
    """Withdraw it; its number stays spent, and a telephone number left for the reply is erased."""
    known = find_request(command.number, work)
    moved = known.withdraw(command.why.strip())
    work.messages.keep_request_phone_until(known.number, now.at)
    work.record(RequestWithdrawn(known.number, command.by))
    return store_request(moved, work)


def note_told(command: Tell, *, work: MoveRequestWork, now: Moment) -> Request:
    """Mark that the visitor has the reply; a second time changes nothing. His number is kept for the set days."""
    known = find_request(command.number, work)
    moved = known.tell(command.by, now.at)
    if moved == known:
        return known
    work.messages.keep_request_phone_until(known.number, now.at + timedelta(days=work.settings.requests.phone_days))
    work.record(ReplyTold(known.number, command.by))
    return store_request(moved, work)


class RequestPhoneWork(FindRequestWork, HasRequestMessages, RecordsFacts, Protocol):
    """What leaving a telephone number for a request reads and writes."""


def leave_number(command: LeaveNumber, *, work: RequestPhoneWork, now: Moment) -> Request:
    """Store a sealed number for the reply, replacing an older one; after the reply it is kept for the set days only."""
    known = find_request(command.number, work)
    if known.state is RequestState.WITHDRAWN:
        raise RequestStateError(f"request {known.shown} is withdrawn; there is no reply to tell")
    day = local(now, work.settings).date()
    until = now.at + timedelta(days=work.settings.requests.phone_days if known.visitor_told else LONGEST_DAYS)
    work.messages.keep_request_phone(known.number, day, command.seal(day, known.number), command.language, until)
    work.record(RequestPhoneLeft(known.number, command.by))
    return known


def _found_by_digits(typed: str, work: FindRequestWork) -> Request | None:
    """Return the hall's own request of which only the digits were typed: letters are slow under an Arabic keyboard."""
    number = of_digits(work.settings.requests.prefix or work.settings.hall.upper(), typed)
    # With a digit that does not fit it may still be the ministry's own number of another hall's request.
    return work.requests.find(number) if number is not None and is_own_number(number) else None


def find_request(number: str, work: FindRequestWork) -> Request:
    """Return the request with this number, as a person types it; raise RequestUnknownError.

    RequestNumberError where a number of ours that is not here has a slip in it: the ministry's own may look like one.
    """
    typed = tidy_number(number)
    known = work.requests.find(typed) or _found_by_digits(typed, work)
    if known is None:
        if looks_own(typed) and not is_own_number(typed):
            raise RequestNumberError(f"a digit of {typed} is wrong")
        raise RequestUnknownError(f"this hall has no request {tidy_number(number)}")
    return known
