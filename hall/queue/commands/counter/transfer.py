"""Send a visit on to another service, counter or agent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Outcome, TransferPosition
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.refusals import TransferTargetError
from hall.queue.commands.counter.at_counter import VisitInHandWork, checked_reason, leave_counter, session_and_visit
from hall.queue.commands.counter.finish import checked_transactions
from hall.queue.model.stage import NextStage, ReturnPoint, Transaction
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class Transfer:
    """Send the visit at `counter` on; exactly one of the three targets, and a reason when it goes first."""

    counter: CounterId
    to_service: ServiceCode | None = None
    to_counter: CounterId | None = None
    to_agent: AgentId | None = None
    position: TransferPosition = TransferPosition.BY_ISSUE
    reason: str | None = None
    note: str | None = None
    and_back: bool = False
    """When that stage is done, the visit waits for this agent again."""
    outcome: Outcome | None = None
    """With what the service in hand is done; None where it only goes elsewhere."""
    transactions: tuple[Transaction, ...] = ()


class TransferWork(VisitInHandWork, Protocol):
    """What a transfer reads and writes."""


def transfer(command: Transfer, *, work: TransferWork, now: Moment) -> Visit:
    """End this stage and let the visit wait in the next one; nothing has changed where the target is refused."""
    session, visit = session_and_visit(work, command.counter)
    to, outcome = _next_stage(command, visit, work), command.outcome
    done = checked_transactions(command.transactions, visit, work) if outcome is not None else ()
    ending = visit.stage
    visit.transfer(to, at=now, outcome=outcome, transactions=done)
    work.visits.save(visit)
    leave_counter(work, session, now, ended=ending)
    return visit


def _next_stage(command: Transfer, visit: Visit, work: HasSettings) -> NextStage:
    targets = (command.to_service, command.to_counter, command.to_agent)
    if sum(target is not None for target in targets) != 1:
        raise TransferTargetError("a transfer names exactly one of service, counter and agent")
    if command.to_service is not None:
        work.settings.service(command.to_service)
    if command.to_counter is not None:
        work.settings.counter(command.to_counter)
    if command.to_agent is not None:
        work.settings.agent(command.to_agent)
    needs_reason = command.position is TransferPosition.FIRST or command.reason is not None
    return NextStage(
        command.to_service or visit.service,
        command.position,
        command.to_counter,
        command.to_agent,
        checked_reason(work, command.reason) if needs_reason else None,
        command.note,
        ReturnPoint(visit.service, agent=visit.at_counter[1]) if command.and_back else None,
    )
