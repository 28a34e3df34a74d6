"""Finish a visit, with the requests that it registers, and take its last move back."""

from __future__ import annotations

from datetime import date

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.codec.message import asdict, replace
from contracts.queue.answers import FinishedVisit, VisitView
from contracts.queue.bodies import FinishRequest
from contracts.requests.bodies import NewRequest
from contracts.words.hall import VisitState
from contracts.words.requests import RequestSource, RequestState
from hall.kernel.callers import Answer
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.moment import Moment
from hall.kernel.request_number import tidy_number
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import Caller, Role
from hall.platform.web.answers import said
from hall.platform.web.bodies import given_phone
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.commands.counter.finish import Finish
from hall.queue.commands.reception.undo import Undo
from hall.queue.model.return_slip import ReturnSlip
from hall.queue.model.visit import Visit
from hall.queue.queries.visit_view import visit_view
from hall.queue.routes.endings import done_by, fresh_code, missing_given, slip_view
from hall.queue.routes.kiosk_for_paper import devices_heard
from hall.queue.routes.return_slips import ask_for_slip
from hall.queue.routes.tickets import visible_view
from hall.requests.commands.finish_with_requests import FinishWithRequests, finish_with_requests, undo_with_requests
from hall.requests.commands.move_request import LeaveNumber, leave_number
from hall.requests.commands.register_request import Register
from hall.requests.queries.requests import registered_view
from hall.requests.routes.receipts import ask_for
from hall.requests.work import RequestsWork

MOST = 10
"""Requests that one visit registers at a time."""


@post("/counters/{n:str}/finish", status_code=200, unstored_field="phone")
async def finish_visit(
    request: HallRequest, data: JSONBody[FinishRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[FinishedVisit]:
    """The visit is done, with an outcome and what it registers."""
    asked = (*([data.request] if data.request else []), *data.requests)
    if len(asked) > MOST:
        raise field_invalid("requests", f"at most {MOST} requests are registered with one visit")
    registered, codes = tuple(map(_register, asked)), tuple(fresh_code() for _ in range(3))
    missing, phone = missing_given(data.missing), given_phone(data.phone)
    if phone is not None and not asked:
        raise field_invalid("phone", "a number is kept only for the reply to what is registered")

    def sealed(day: date, number: str) -> bytes:
        return request.parts.security.phones.seal(day, number, phone or "")

    def run(work: RequestsWork, now: Moment) -> Answer:
        done = done_by(data.transactions, counter, work)
        command = Finish(counter, data.outcome, data.topics, done, missing, codes, data.pressed)
        visit = finish_with_requests(FinishWithRequests(command, registered), work=work, now=now)
        kept = [one for one in work.requests.of_visit(visit.id) if one.state is not RequestState.WITHDRAWN]
        made = tuple(registered_view(one) for one in kept)
        if phone is not None:
            fresh = [one.number for one in kept if one.registered == now.at]
            for fresh_number in fresh:
                left = LeaveNumber(fresh_number, sealed, visit.language or "ar", request.caller.name)
                leave_number(left, work=work, now=now)
        slip = work.returns.of_visit(visit.id)
        numbers = [one.number for one in kept] if asked else []
        papers = data.receipt and (numbers or slip)
        receipt_at, slip_at = _print(numbers, slip, request, work, now) if papers else (None, None)
        view = visit_view(visit, notes=True)
        view = view if slip is None else replace(view, return_slip=slip_view(slip, work, now))
        return said(200, FinishedVisit(**asdict(view), requests=made, receipt_at=receipt_at, slip_at=slip_at))

    return await request.run(run, key)


@post("/visits/{visit:str}/undo", status_code=200)
async def undo_visit(request: HallRequest, visit_id: NamedDependency[VisitId], key: OptionalKey) -> Response[VisitView]:
    """Take back the visit's cancel, finish or no-show."""
    command = Undo(visit_id, request.caller.name)

    def run(work: RequestsWork, now: Moment) -> Answer:
        _check_own_stage(request.caller, work.visits.get(command.visit))
        return said(200, visible_view(request, undo_with_requests(command, work=work, now=now)))

    return await request.run(run, key)


def _check_own_stage(caller: Caller, visit: Visit) -> None:
    """Refuse an agent who would take back what neither he nor his counter did; marks on paper belong to no counter."""
    stage = visit.left_stage
    on_paper = visit.state is VisitState.FINISHED and stage.counter is None
    if caller.role is Role.AGENT and not (on_paper or stage.counter == caller.counter or stage.agent == caller.name):
        raise RoleRefusedError(f"an agent takes back only what was done at counter {caller.counter} or by himself")


def _print(
    numbers: list[str], slip: ReturnSlip | None, request: HallRequest, work: RequestsWork, now: Moment
) -> tuple[str | None, str | None]:
    """Ask kiosks to print the receipt of these requests and the slip; return the names of the kiosks that will."""
    devices = devices_heard(request, work, now)
    receipt_at = ask_for(numbers, request.caller.name, work, devices) if numbers else None
    slip_at = ask_for_slip(slip, request.caller.name, work, devices) if slip else None
    return receipt_at.name if receipt_at else None, slip_at.name if slip_at else None


def _register(asked: NewRequest) -> Register:
    return Register(
        subject(asked.subject, "requests.subject"), asked.topic, asked.directorate, RequestSource.HALL, "",
        external(asked.external, "requests.external"), asked.urgent,
    )  # fmt: skip


def external(text: str | None, field: str) -> str | None:
    """Return the ministry's own number; refuse one that no receipt can print, with its code."""
    number = tidy_number(text or "")
    if not number.isascii() or not number.isprintable():
        raise field_invalid(field, "expected Latin letters, digits and signs: the number is printed, and as a code")
    return number or None


def subject(text: str, field: str) -> str:
    """Return what a request is about; refuse an empty one."""
    if not text.strip():
        raise field_invalid(field, "expected what the request is about")
    return text.strip()


routes = Router("/", route_handlers=[finish_visit, undo_visit], tags=["counters"])
