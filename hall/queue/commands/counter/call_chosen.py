"""Call a given visit, out of order for a reason; the visit that is next anyway needs none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import VisitState
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import (
    checked_reason,
    end_auto_call,
    free_at,
    refuse_second_call,
    remember_call,
)
from hall.queue.commands.counter.call_next import CallNextWork, next_choice
from hall.queue.commands.current_day import current_day
from hall.queue.commands.link_group import draw_group
from hall.queue.model.calling.rule import Choice
from hall.queue.model.calling.why_next import account
from hall.queue.model.ports import HasNumbers
from hall.queue.model.session import CounterSession
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class CallChosen:
    """Call `visit` to `counter`, for a reason from the hall's list; an empty one says that it is next anyway."""

    counter: CounterId
    visit: VisitId
    reason: str
    sure: bool = False
    """A second call within the hall's seconds is meant."""
    pressed: bool = False
    """A person pressed a key or button, as for call-next."""


class CallChosenWork(CallNextWork, HasNumbers, Protocol):
    """What calling a chosen visit reads and writes."""


def call_chosen(command: CallChosen, *, work: CallChosenWork, now: Moment) -> Visit:
    """Call the visit, whatever its place; refuse who is not waiting any more, or out of order without a reason."""
    session = free_at(work, command.counter, pressed=now if command.pressed else None)
    refuse_second_call(work, session, now, sure=command.sure or not command.pressed)
    visit = work.visits.get(command.visit)
    turn = _turn_of(visit, session, work, now) if not command.reason else None
    if turn is not None:
        visit.call(command.counter, session.agent, at=now, why=turn.why.value, account=account(turn))
    else:
        # Who is not waiting any more is refused as that, not for a reason that is missing.
        waits = visit.state is VisitState.WAITING
        reason = checked_reason(work, command.reason) if waits or command.reason else None
        visit.call(command.counter, session.agent, at=now, reason=reason)
    work.visits.save(visit)
    work.numbers.count_call(visit.service_day, visit.service)
    end_auto_call(work, session)
    if command.pressed:
        remember_call(work, session, now)
    draw_group(visit, command.counter, work=work)
    return visit


def _turn_of(visit: Visit, session: CounterSession, work: CallChosenWork, now: Moment) -> Choice | None:
    """Return the hall's own choice where the visit is next for the counter, None where others go before it."""
    day = current_day(work, now)
    choice = next_choice(session, day, work, now) if day is not None else None
    return choice if choice is not None and choice.waiting.visit == visit.id else None
