"""How serving goes on: with the next service at once, at another counter, or on another day with a code."""

from __future__ import annotations

import secrets
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, PathParameter

from contracts.queue.answers import IssuedTicket, ReturnView, VisitView
from contracts.queue.bodies import CheckInRequest, ContinueRequest, TransactionDone, TransferRequest
from hall.calendar.service_day import local
from hall.kernel.callers import Answer
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.platform.security.visit_code import code_hash, visit_code
from hall.platform.web.answers import said, stored_answer
from hall.platform.web.fresh_ids import visit_id
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.commands.counter.finish import GoOn, go_on
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.commands.reception.come_back import ComeBack, come_back, slip_of
from hall.queue.model.ports import HasVisits
from hall.queue.model.return_slip import ReturnSlip
from hall.queue.model.stage import Transaction
from hall.queue.model.visit import Visit
from hall.queue.routes.counters import moved
from hall.queue.routes.tickets import issued_ticket, with_code
from hall.queue.work import QueueWork

CODE_DIGITS = 8
MOST_OF_ONE = 999
MOST_MISSING = 12
LONGEST_MISSING = 100


@post("/counters/{n:str}/continue", status_code=200)
async def continue_with_service(
    request: HallRequest, data: JSONBody[ContinueRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[VisitView]:
    """One service is done; the visitor's next one begins at once at this counter."""

    def move(work: QueueWork, now: Moment) -> Visit:
        done = done_by(data.transactions, counter, work)
        return go_on(GoOn(counter, ServiceCode(data.service), data.outcome, done), work=work, now=now)

    return await moved(request, key, move)


@post("/counters/{n:str}/transfer", status_code=200)
async def transfer_visit(
    request: HallRequest, data: JSONBody[TransferRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[VisitView]:
    """Send the visit on to a service, a counter or an agent."""
    if data.transactions and data.outcome is None:
        raise field_invalid("transactions", "expected an outcome beside what was done")

    def move(work: QueueWork, now: Moment) -> Visit:
        done = done_by(data.transactions, counter, work)
        return transfer(_transfer(counter, data, done), work=work, now=now)

    return await moved(request, key, move)


@get("/returns/{code:str}")
async def show_return(request: HallRequest, return_code: NamedDependency[str]) -> ReturnView:
    """Return a return code as it stands."""
    return await request.ask(lambda work, now: slip_view(slip_of(return_code, work=work), work, now))


@post("/returns/{code:str}/check-in")
async def check_in_return(
    request: HallRequest, data: JSONBody[CheckInRequest], return_code: NamedDependency[str], key: OptionalKey
) -> Response[IssuedTicket]:
    """Give the holder of a return code his ticket."""
    parts = request.parts
    visit = visit_id(data.visit, parts.clock.now().at)
    hashed = code_hash(visit_code(parts.security.secret, visit))
    command = ComeBack(return_code, visit, request.caller.name, data.language, hashed)

    def run(work: QueueWork, now: Moment) -> Answer:
        return said(201, issued_ticket(come_back(command, work=work, now=now), parts, work, now))

    return stored_answer(with_code(await request.answer_of(run, key), parts.security.secret))


def _transfer(counter: CounterId, body: TransferRequest, done: tuple[Transaction, ...]) -> Transfer:
    return Transfer(
        counter,
        None if body.service is None else ServiceCode(body.service),
        None if body.counter is None else CounterId(body.counter),
        None if body.agent is None else AgentId(body.agent),
        body.position,
        body.reason,
        body.note,
        body.and_back,
        body.outcome,
        done,
    )


def done_by(asked: tuple[TransactionDone, ...], counter: CounterId, work: HasVisits) -> tuple[Transaction, ...]:
    """Return what was done for the visit at the counter; without a service it is that of the stage."""
    if not asked:
        return ()
    for one in asked:
        if not 1 <= one.quantity <= MOST_OF_ONE:
            raise field_invalid("transactions", f"expected a quantity of 1 to {MOST_OF_ONE}")
    visit = work.visits.at_counter(counter)
    own = visit.service if visit is not None else ServiceCode("")
    return tuple(Transaction(ServiceCode(one.service or own), one.quantity, one.topic) for one in asked)


def missing_given(asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the missing documents that were named; refuse too many or too long ones."""
    given = tuple(text.strip() for text in asked if text.strip())
    if len(given) > MOST_MISSING or any(len(text) > LONGEST_MISSING for text in given):
        raise field_invalid("missing", f"expected at most {MOST_MISSING} documents of {LONGEST_MISSING} letters")
    return given


def slip_view(slip: ReturnSlip, work: QueueWork, now: Moment) -> ReturnView:
    """Return a code as it stands now."""
    state = "good" if local(now, work.settings).date() <= slip.last_day else "expired"
    return ReturnView(
        slip.code, work.visits.get(slip.visit).ticket, slip.service, slip.made_on, slip.last_day, slip.missing,
        "used" if slip.used_by is not None else state,
    )  # fmt: skip


def return_code(code: Annotated[str, PathParameter(description="The digits on the paper.")]) -> str:
    """Return the path's code to come back with; refuse what can be none."""
    if not (len(code) == CODE_DIGITS and code.isascii() and code.isdigit()):
        raise field_invalid("code", f"expected the {CODE_DIGITS} digits on the paper")
    return code


def fresh_code() -> str:
    """Return a code that is hard to guess and does not begin with 0."""
    return str(secrets.randbelow(9 * 10 ** (CODE_DIGITS - 1)) + 10 ** (CODE_DIGITS - 1))


routes = Router(
    "/",
    route_handlers=[continue_with_service, transfer_visit, show_return, check_in_return],
    dependencies={"return_code": Provide(return_code, sync_to_thread=False)},
    tags=["counters"],
)
