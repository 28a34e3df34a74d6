"""Call the visitor who is next for a counter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.calendar.service_day import ServiceDay
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.queue.commands.counter.at_counter import (
    VisitInHandWork,
    end_auto_call,
    free_at,
    refuse_second_call,
    remember_call,
)
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.commands.link_group import draw_group
from hall.queue.model.calling.rule import Choice, next_visit
from hall.queue.model.calling.why_next import account
from hall.queue.model.ports import HasVisits
from hall.queue.model.refusals import AutoCallOffError
from hall.queue.model.session import CounterSession
from hall.queue.model.visit import Visit
from hall.queue.queries.queue_context import QueueContextWork, queue_context, taker_at


@dataclass(frozen=True)
class CallNext:
    """Call the next visit to `counter`, whose agent is free."""

    counter: CounterId
    sure: bool = False
    """A second call within the hall's seconds is meant."""
    auto: bool = False
    """The automatic call after a finish: only while it is due."""
    pressed: bool = False
    """A person pressed a key or button: a double press is refused, a second call soon after the last is asked about."""


class NextChoiceWork(QueueContextWork, HasVisits, Protocol):
    """What finding who is next reads."""


class CallNextWork(NextChoiceWork, CurrentDayWork, VisitInHandWork, Protocol):
    """What calling the next visit reads and writes."""


def call_next(command: CallNext, *, work: CallNextWork, now: Moment) -> Visit | None:
    """Call who is next for the counter's agent; return None when nobody he may serve waits.

    Commands run one after the other from the command queue, so two counters that ask at the same moment get two visits.
    """
    day = current_day(work, now)
    session = free_at(work, command.counter, pressed=now if command.pressed else None)
    _refuse_untimely(command, session, work, now)
    end_auto_call(work, session)
    if day is None:
        return None
    choice = next_choice(session, day, work, now)
    if choice is None:
        return None
    visit = work.visits.get(choice.waiting.visit)
    visit.call(command.counter, session.agent, at=now, why=choice.why.value, account=account(choice))
    work.visits.save(visit)
    work.numbers.count_call(day.day, visit.service)
    if command.pressed:
        remember_call(work, session, now)
    draw_group(visit, command.counter, work=work)
    return visit


def next_choice(session: CounterSession, day: ServiceDay, work: NextChoiceWork, now: Moment) -> Choice | None:
    """Return who is next for the session's agent, among all whom he might call."""
    taker = taker_at(work.settings, session.counter, session.agent)
    found = work.visits.candidates(day.day, now)
    choice = next_visit(found.waiting, taker, queue_context(work, day, now, found.waiting), work.settings)
    if choice is None:
        return None
    return choice.of(choice.among + sum(found.behind.get(service, 0) for service in taker.services))


def _refuse_untimely(command: CallNext, session: CounterSession, work: HasSettings, now: Moment) -> None:
    if command.auto:
        if session.auto_call_at is None or now.at < session.auto_call_at:
            raise AutoCallOffError(f"no automatic call is due at counter {command.counter}")
        return
    refuse_second_call(work, session, now, sure=command.sure or not command.pressed)
