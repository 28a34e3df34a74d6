"""Register a request: its number, the clock of its referral, and the first word of it to the centre."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from contracts.words.requests import RequestSource, RequestState
from hall.calendar.service_day import local
from hall.calendar.working_days import calendar_of, latest_referral
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasOutbox, HasSettings, RecordsFacts
from hall.kernel.request_number import is_own_number, request_number, tidy_number
from hall.requests.commands.request_record import request_record
from hall.requests.model.facts import RequestRegistered
from hall.requests.model.ports import HasRequests
from hall.requests.model.refusals import ExternalTakenError
from hall.requests.model.request import TAKEN_BACK, Request


@dataclass(frozen=True)
class Register:
    """What is registered, by whom; with `visit` and `counter` where a visit registers it."""

    subject: str
    topic: str
    directorate: str
    source: RequestSource
    by: str
    external: str | None = None
    urgent: bool = False
    visit: VisitId | None = None
    counter: int | None = None


class RequestWork(HasOutbox, HasRequests, HasSettings, RecordsFacts, Protocol):
    """What registering a request, and moving it on, reads and writes."""


def register(command: Register, *, work: RequestWork, now: Moment) -> Request:
    """Give the request its number and its date. The platform's own number again is the same request.

    So is what the visit registered before its finish was taken back. The number of another withdrawn one is the new
    one's from now on.
    """
    settings = work.settings
    settings.choices.topic(command.topic)
    settings.choices.offered_directorate(command.directorate)
    external = tidy_number(command.external) or None if command.external else None
    before = _taken_back(command, external, work)
    if before is not None:
        return _again(before, command, work, now)
    known = work.requests.find(external) if external else None
    if known is not None and _sent_again(known, command):
        return known  # withdrawn or not: a client that lost our answer sends the same again
    if known is not None and known.state is not RequestState.WITHDRAWN:
        raise ExternalTakenError(f"the request {known.number} has the number {known.external} already")
    if known is not None:
        # It was registered by mistake: the ministry's number is free for the request that it belongs to.
        store_request(replace(known, external=None), work)
    if external and is_own_number(external):
        raise ExternalTakenError(f"{external} is a number that halls give themselves")
    day = local(now, settings).date()
    due = latest_referral(day, calendar_of(settings))
    hall = settings.requests.prefix or settings.hall.upper()
    made = Request(
        number=request_number(hall, day.year, work.requests.next_number(day.year)),
        source=command.source, topic=command.topic, subject=command.subject.strip(), directorate=command.directorate,
        service_day=day, registered=now.at, registered_by=command.by, printed_latest=due.day, latest=due.day,
        latest_expected=due.expected, external=external, visit=command.visit, counter=command.counter,
        urgent=command.urgent,
    )  # fmt: skip
    kept = store_request(made, work)
    work.record(RequestRegistered(kept.number, kept.source.value, kept.topic, kept.directorate, due.day, command.by))
    return kept


def _taken_back(command: Register, external: str | None, work: HasRequests) -> Request | None:
    """Return what the visit registered before its finish was taken back, where it is the same request.

    Of several of one topic it is the one of the same subject: a number stays with what it was given for.
    """
    if command.visit is None:
        return None
    asked = (command.topic, command.directorate, external)
    same = [
        one
        for one in work.requests.of_visit(command.visit)
        if one.withdrawn_why == TAKEN_BACK and (one.topic, one.directorate, one.external) == asked
    ]
    return min(same, key=lambda one: one.subject != command.subject.strip(), default=None)


def _again(before: Request, command: Register, work: RequestWork, now: Moment) -> Request:
    due = latest_referral(before.service_day, calendar_of(work.settings))
    made = before.register_again(
        command.subject.strip(), command.by, command.counter, now.at, urgent=command.urgent
    ).due(due)  # fmt: skip
    kept = store_request(made, work)
    work.record(RequestRegistered(kept.number, kept.source.value, kept.topic, kept.directorate, due.day, command.by))
    return kept


def store_request(request: Request, work: RequestWork) -> Request:
    """Store the request and tell the centre its next revision, both in this command's transaction."""
    told = replace(request, told=request.told + 1)
    work.requests.save(told)
    work.outbox.tell_request(request_record(told, work.settings))
    return told


def _sent_again(known: Request, command: Register) -> bool:
    """Return whether the platform has sent the known request once more."""
    asked = (command.source, command.topic, command.directorate, command.subject.strip())
    return command.source is RequestSource.PLATFORM and asked == (
        known.source, known.topic, known.directorate, known.subject
    )  # fmt: skip
