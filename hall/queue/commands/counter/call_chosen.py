"""Call a given visit out of order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import CounterId, VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import (
    VisitInHandWork,
    checked_reason,
    end_auto_call,
    free_at,
    refuse_second_call,
    remember_call,
)
from hall.queue.commands.link_group import draw_group
from hall.queue.model.ports import HasNumbers
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class CallChosen:
    """Call `visit` to `counter`, for a reason from the hall's list."""

    counter: CounterId
    visit: VisitId
    reason: str
    sure: bool = False
    """A second call within the hall's seconds is meant."""
    pressed: bool = False
    """A person pressed a key or button, as for call-next."""


class CallChosenWork(VisitInHandWork, HasNumbers, Protocol):
    """What calling a chosen visit reads and writes."""


def call_chosen(command: CallChosen, *, work: CallChosenWork, now: Moment) -> Visit:
    """Call the visit, whatever its place; refuse it when it is not waiting any more."""
    session = free_at(work, command.counter, pressed=now if command.pressed else None)
    refuse_second_call(work, session, now, sure=command.sure or not command.pressed)
    reason = checked_reason(work, command.reason)
    visit = work.visits.get(command.visit)
    visit.call(command.counter, session.agent, at=now, reason=reason)
    work.visits.save(visit)
    work.numbers.count_call(visit.service_day, visit.service)
    end_auto_call(work, session)
    if command.pressed:
        remember_call(work, session, now)
    draw_group(visit, command.counter, work=work)
    return visit
