"""End serving with an outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace

from contracts.hall_words import Outcome
from hall.application.at_counter import leave_counter, visit_in_hand
from hall.application.ended import tell_ended
from hall.application.ports import Work
from hall.application.register_request import Register, register
from hall.domain.ids import CounterId
from hall.domain.moment import Moment
from hall.domain.visit import Visit


@dataclass(frozen=True)
class Finish:
    """The visit at `counter` is done, with this outcome."""

    counter: CounterId
    outcome: Outcome
    topics: tuple[str, ...] = ()
    requests: tuple[Register, ...] = ()
    """Registered with it; whose they are is filled in here."""


def finish(command: Finish, *, work: Work, now: Moment) -> Visit:
    """End the visit with what it registers, count it for the agent's session and tell the centre."""
    visit = visit_in_hand(work, command.counter)
    visit.finish(command.outcome, at=now, topics=command.topics)
    tell_ended(visit, work)
    leave_counter(work, command.counter, now, served=1)
    by = visit.stage.agent or ""
    for asked in command.requests:
        register(replace(asked, by=by, visit=visit.id, counter=command.counter), work=work, now=now)
    return visit
