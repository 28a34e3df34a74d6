"""What the calling rule must know beside those who wait."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from hall.calendar.service_day import ServiceDay
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.settings import HallSettings
from hall.queue.model.calling.rule import CallingAgent, QueueContext
from hall.queue.model.calling.waiting_line import Waiting
from hall.queue.model.ports import HasNumbers, HasSessions


def taker_at(settings: HallSettings, counter: CounterId, agent: AgentId) -> CallingAgent:
    """Return who asks for the next visit: the agent's services in his order, of those the counter serves.

    An agent who left the set-up while signed in, or who names no services, serves all of the counter's.
    """
    place = settings.counter(counter)
    person = settings.find_agent(agent)
    if person is None:
        return CallingAgent(counter, agent, place.services, reserved_for=place.reserved_for)
    services = tuple(code for code in person.services if code in place.services) if person.services else place.services
    all_round = person.all_round and bool(person.services)
    return CallingAgent(counter, agent, services, all_round, person.levels, place.reserved_for)


class QueueContextWork(HasNumbers, HasSessions, HasSettings, Protocol):
    """What the calling rule must know beside those who wait."""


def queue_context(
    work: QueueContextWork, day: ServiceDay, now: Moment, waiting: Collection[Waiting] | None = None
) -> QueueContext:
    """Return what the calling rule must know besides who waits; of the store only what one of `waiting` needs."""
    bound = waiting is None or any(one.for_counter is not None or one.for_agent is not None for one in waiting)
    counted = waiting is None or any(one.held_until_calls is not None for one in waiting)
    present = work.sessions.present() if bound else ()
    return QueueContext(
        now,
        work.numbers.calls(day.day) if counted or work.settings.lane_ratio else {},
        manned=frozenset([counter for counter, _ in present]),
        present=frozenset([agent for _, agent in present]),
    )
