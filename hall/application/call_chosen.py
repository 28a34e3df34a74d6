"""Call a given visit out of order."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.at_counter import checked_reason, free_at
from hall.application.ports import Work
from hall.domain.ids import CounterId, VisitId
from hall.domain.moment import Moment
from hall.domain.visit import Visit


@dataclass(frozen=True)
class CallChosen:
    """Call `visit` to `counter`, for a reason from the hall's list."""

    counter: CounterId
    visit: VisitId
    reason: str


def call_chosen(command: CallChosen, *, work: Work, now: Moment) -> Visit:
    """Call the visit, whatever its place; refuse it when it is not waiting any more."""
    session = free_at(work, command.counter)
    reason = checked_reason(work, command.reason)
    visit = work.visits.get(command.visit)
    visit.call(command.counter, session.agent, at=now, reason=reason)
    work.visits.save(visit)
    work.numbers.count_call(visit.service_day, visit.service)
    return visit
