"""Call whoever is next for a counter."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.at_counter import free_at, surroundings, taker_at
from hall.application.current_day import current_day
from hall.application.ports import Work
from hall.domain.calling_rule import next_visit
from hall.domain.ids import CounterId
from hall.domain.moment import Moment
from hall.domain.visit import Visit


@dataclass(frozen=True)
class CallNext:
    """Call the next visit to `counter`, whose agent is free."""

    counter: CounterId


def call_next(command: CallNext, *, work: Work, now: Moment) -> Visit | None:
    """Call who is next for the counter's agent; return None when nobody he may serve waits.

    Commands run one after the other on the writer lane, so two counters that ask at the same moment get two visits.
    """
    session = free_at(work, command.counter)
    day = current_day(work, now)
    if day is None:
        return None
    taker = taker_at(work.settings, command.counter, session.agent)
    choice = next_visit(work.visits.queue(day.day), taker, surroundings(work, day, now), work.settings)
    if choice is None:
        return None
    visit = work.visits.get(choice.waiting.visit)
    visit.call(command.counter, session.agent, at=now, why=choice.why.value)
    work.visits.save(visit)
    work.numbers.count_call(day.day, visit.service)
    return visit
