"""Views of requests: the lists, one request, and the state of a request for a visitor who asks by number."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from contracts.codec.message import replace
from contracts.requests.answers import DecisionView, RegisteredRequest, RequestStatus, RequestView
from contracts.words.requests import RequestList, RequestState
from hall.calendar.service_day import local
from hall.calendar.working_days import Calendar, calendar_of
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.request_settings import names_of
from hall.kernel.settings import HallSettings
from hall.requests.model.ports import HasRequestMessages, HasRequests
from hall.requests.model.request import BY_MESSAGE, Request

LIMIT = 500
"""Requests of one list: more than a person works off in a week."""


class RequestsViewWork(HasRequestMessages, HasRequests, HasSettings, Protocol):
    """What the views of requests read."""


def requests_view(
    which: RequestList,
    directorate: str | None,
    *,
    work: RequestsViewWork,
    now: Moment,
    counters: Collection[CounterId] | None = None,
) -> tuple[RequestView, ...]:
    """Return a list of requests, of one directorate or of all; with `counters` only of what these registered."""
    today = local(now, work.settings).date()
    calendar = calendar_of(work.settings)
    listed = work.requests.listed(which, today, directorate, LIMIT, counters)
    return tuple(_told_view(_view(one, work.settings, calendar, today), one, work) for one in listed)


def request_view(request: Request, *, work: RequestsViewWork, now: Moment) -> RequestView:
    """Return one request."""
    view = _view(request, work.settings, calendar_of(work.settings), local(now, work.settings).date())
    return _told_view(view, request, work)


def request_status(request: Request, settings: HallSettings) -> RequestStatus:
    """Return where a request of this hall stands."""
    return RequestStatus(
        number=request.number,
        shown=request.shown,
        hall=settings.hall,
        state=request.state,
        directorate=request.directorate,
        directorate_names=names_of(settings.choices.directorates, request.directorate),
        registered_at=request.registered,
        printed_latest=request.printed_latest,
        latest=request.latest,
        latest_expected=request.latest_expected,
        reply=request.answer,
        replied_at=request.replied,
    )


def registered_view(request: Request) -> RegisteredRequest:
    """Return what the answer of a finish says of a request."""
    return RegisteredRequest(request.number, request.shown, request.latest, request.latest_expected)


def working_days_between(first: date, last: date, calendar: Calendar) -> int:
    """Return how many working days lie after `first`, up to `last`."""
    days = (first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
    return sum(calendar.works(day) for day in days)


def _told_view(view: RequestView, request: Request, work: RequestsViewWork) -> RequestView:
    """Return the view with the state of the visitor's message."""
    if request.answer is None:
        return replace(view, phone=work.messages.request_phone(request.number) is not None)
    message = work.messages.reply_message(request.number)
    by_message = message.state.value if message is not None and request.had_its_answer(message.made) else None
    told = "called" if request.visitor_told and request.visitor_told_by != BY_MESSAGE else by_message
    return replace(
        view,
        phone=work.messages.request_phone(request.number) is not None,
        reply_told=told,
        told_at=request.visitor_told,
        told_by=request.visitor_told_by,
    )


def _view(request: Request, settings: HallSettings, calendar: Calendar, today: date) -> RequestView:
    lists, decision = settings.choices, request.decision
    until = request.replied.astimezone(ZoneInfo(settings.time_zone)).date() if request.replied else today
    if decision is not None:
        until = decision.day
    return RequestView(
        number=request.number, shown=request.shown, external=request.external, source=request.source,
        topic=request.topic, topic_names=names_of(lists.topics, request.topic), subject=request.subject,
        directorate=request.directorate, directorate_names=names_of(lists.directorates, request.directorate),
        urgent=request.urgent, state=request.state, service_day=request.service_day,
        registered_at=request.registered, registered_by=request.registered_by, counter=request.counter,
        visit=request.visit, printed_latest=request.printed_latest, latest=request.latest,
        latest_expected=request.latest_expected,
        age_days=working_days_between(request.service_day, until, calendar),
        overdue=request.state is RequestState.REGISTERED and request.latest < today,
        referred_at=request.referred, referred_by=request.referred_by, reply=request.reply,
        replied_at=request.replied,
        decision=None if decision is None else DecisionView(
            decision.text, decision.by, decision.power, names_of(lists.powers, decision.power), decision.day,
            decision.amount_omr,
        ),
    )  # fmt: skip
