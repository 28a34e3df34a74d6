"""Finish a visit, with the requests that it registers."""

from __future__ import annotations

from dataclasses import fields, replace

from fastapi import APIRouter
from starlette.responses import Response

from contracts.hall_answers import VisitView
from contracts.hall_requests import FinishRequest
from contracts.request_answers import FinishedVisit
from contracts.request_bodies import NewRequest
from contracts.request_words import RequestSource
from hall.application.finish import Finish, finish
from hall.application.register_request import Register
from hall.application.requests_query import registered_view
from hall.application.visit_view import visit_view
from hall.domain.moment import Moment
from hall.service.call import PREFIX, Call, HallRoute, documented, said
from hall.service.endings import done_by, fresh_code, missing_given, slip_view
from hall.service.ports import Answer, ServiceWork
from hall.service.problems import field_invalid
from hall.service.receipts import ask_for
from hall.service.return_slips import ask_for_slip

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["counters"])
MOST = 10
"""Requests that one visit registers at a time."""


@routes.post("/counters/{n}/finish", openapi_extra=documented(FinishRequest, FinishedVisit))
async def end(call: Call) -> Response:
    """The visit is done, with an outcome and what it registers."""
    body = await call.read(FinishRequest)
    asked = (*([body.request] if body.request else []), *body.requests)
    if len(asked) > MOST:
        raise field_invalid("requests", f"at most {MOST} requests are registered with one visit")
    counter, registered, codes = call.counter(), tuple(map(_register, asked)), tuple(fresh_code() for _ in range(3))
    missing = missing_given(body.missing)

    def run(work: ServiceWork, now: Moment) -> Answer:
        done = done_by(body.transactions, work.visits.at_counter(counter))
        command = Finish(counter, body.outcome, body.topics, registered, done, missing, codes)
        visit = finish(command, work=work, now=now)
        kept = work.requests.of_visit(visit.id)
        made = tuple(registered_view(one) for one in kept)
        at = ask_for([one.number for one in kept], call.caller.name, work) if asked and body.receipt else None
        slip = work.returns.of_visit(visit.id)
        slip_at = ask_for_slip(slip, call.caller.name, work) if slip and body.receipt else None
        view = visit_view(visit, notes=True)
        view = view if slip is None else replace(view, return_slip=slip_view(slip, work, now))
        told = {one.name: getattr(view, one.name) for one in fields(VisitView)}
        done_at, slip_on = at.name if at else None, slip_at.name if slip_at else None
        return said(200, FinishedVisit(**told, requests=made, receipt_at=done_at, slip_at=slip_on))

    return await call.run(run)


def _register(asked: NewRequest) -> Register:
    return Register(
        subject(asked.subject, "requests.subject"), asked.topic, asked.directorate, RequestSource.HALL, "",
        asked.external, asked.urgent,
    )  # fmt: skip


def subject(text: str, field: str) -> str:
    """Return what a request is about; refuse an empty one."""
    if not text.strip():
        raise field_invalid(field, "expected what the request is about")
    return text.strip()
