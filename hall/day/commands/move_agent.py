"""Move an agent to other services for the rest of the service day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import ArrangementKind
from hall.day.commands.make_arrangement import ArrangeWork, DayForWork, arrange, checked_services, day_for, refuse_same
from hall.kernel.arrangement import Arrangement
from hall.kernel.ids import AgentId, ServiceCode
from hall.kernel.moment import Moment
from hall.queue.queries.queue_context import taker_at


@dataclass(frozen=True)
class MoveAgent:
    """Let `agent` serve these services, in this order of preference; `arrangement` is a new id."""

    arrangement: str
    agent: AgentId
    services: tuple[ServiceCode, ...]
    by: str


class MoveAgentWork(DayForWork, ArrangeWork, Protocol):
    """What moving an agent to other services reads and writes."""


def move_agent(command: MoveAgent, *, work: MoveAgentWork, now: Moment) -> Arrangement:
    """Change whom the agent may call from his next call on; the visit in hand stays his.

    Where he is signed in, the services must be among those of his counter.
    """
    agent = work.settings.agent(command.agent)
    session = work.sessions.of(agent.code)
    services = checked_services(command.services, session.counter if session else None, work=work)
    before = taker_at(work.settings, session.counter, agent.code).services if session else agent.services
    as_it_counts: Callable[[Iterable[ServiceCode]], object] = tuple if agent.all_round else frozenset
    refuse_same(as_it_counts(before), as_it_counts(services), f"{agent.code} serves just that")
    return arrange(
        Arrangement(
            command.arrangement,
            ArrangementKind.AGENT_SERVICES,
            command.by,
            now.at,
            day_for(work, now),
            agent=agent.code,
            services=services,
        ),
        work=work,
    )
