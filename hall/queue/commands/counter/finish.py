"""End serving with an outcome, what was done, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Outcome, VisitState
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings, RecordsFacts
from hall.kernel.refusals import TransactionsLimitError
from hall.queue.commands.counter.at_counter import VisitInHandWork, leave_counter, session_and_visit
from hall.queue.commands.publish_visit import EndedWork, tell_ended
from hall.queue.model.facts import ReturnPromised
from hall.queue.model.marks import marks_of_serving
from hall.queue.model.ports import HasReturns
from hall.queue.model.return_slip import ReturnSlip, last_day_of
from hall.queue.model.stage import Transaction
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class Finish:
    """The visit at `counter` is done, with this outcome.

    `codes` are fresh return codes to choose from, used where documents are missing.
    """

    counter: CounterId
    outcome: Outcome
    topics: tuple[str, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    missing: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    pressed: bool = False
    """A person pressed a key or button: a double press is refused."""
    by: str | None = None
    """Who ends it for an agent who has to leave."""


@dataclass(frozen=True)
class GoOn:
    """One service is done at `counter`; the visitor's next one, `service`, begins there at once."""

    counter: CounterId
    service: ServiceCode
    outcome: Outcome
    transactions: tuple[Transaction, ...] = ()


class FinishWork(VisitInHandWork, EndedWork, HasReturns, RecordsFacts, Protocol):
    """What finishing a visit reads and writes."""


def finish(command: Finish, *, work: FinishWork, now: Moment) -> Visit:
    """End the visit, count it for the agent's session and tell the centre.

    One that another counter wants back waits there again.
    """
    session, visit = session_and_visit(work, command.counter, pressed=now if command.pressed else None)
    done = checked_transactions(command.transactions, visit, work)
    ending = visit.stage
    visit.finish(command.outcome, at=now, topics=command.topics, transactions=done, by=command.by)
    _mark(visit, ending is visit.stage, work)
    if visit.state is VisitState.FINISHED:
        tell_ended(visit, work)
        _promise_return(command, visit, work)
    else:
        work.visits.save(visit)
    leave_counter(work, session, now, ended=ending, finished=True)
    return visit


def go_on(command: GoOn, *, work: VisitInHandWork, now: Moment) -> Visit:
    """End this stage and begin the next service at the same counter, without another wait."""
    session, visit = session_and_visit(work, command.counter)
    work.settings.service(command.service)
    done = checked_transactions(command.transactions, visit, work)
    visit.go_on_with(command.service, command.outcome, at=now, transactions=done)
    work.visits.save(visit)
    session.served += 1
    work.sessions.save(session)
    return visit


def checked_transactions(done: tuple[Transaction, ...], visit: Visit, work: HasSettings) -> tuple[Transaction, ...]:
    """Return what was done; refuse more for one ticket than its first service allows."""
    for one in done:
        work.settings.service(one.service)
    most = next((s.transactions_max for s in work.settings.services if s.code == visit.stages[0].service), None)
    so_far = sum(stage.quantity for stage in visit.stages)
    many = so_far + (sum(one.quantity for one in done) or 1)
    if most is not None and many > most:
        raise TransactionsLimitError(f"one ticket of {visit.stages[0].service} is for {most} transactions, not {many}")
    return done


def _mark(visit: Visit, ended: bool, work: HasSettings) -> None:
    if ended:
        for mark, seconds in marks_of_serving(visit.stage, work.settings):
            visit.mark(mark, seconds)


def _promise_return(command: Finish, visit: Visit, work: FinishWork) -> None:
    """Give a visitor whose documents are missing a code for the next working days."""
    if command.outcome is not Outcome.DOCUMENTS_MISSING:
        return
    code = next((code for code in command.codes if work.returns.find(code) is None), None)
    if code is None:
        return
    settings = work.settings
    last_day = last_day_of(visit.service_day, settings.limits.return_days, settings.hours)
    service = visit.stage.service
    work.returns.save(ReturnSlip(code, visit.id, service, visit.service_day, last_day, command.missing))
    work.record(ReturnPromised(visit.id, visit.ticket, service, last_day.isoformat(), command.missing))
