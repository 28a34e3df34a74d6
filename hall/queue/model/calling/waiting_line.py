"""A visit that waits, as the calling rule and all lists of who waits see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.stage import Stage
from hall.queue.model.visit import Visit


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting visit with only the values that rank it: a thousand of them are read in a moment."""

    visit: VisitId
    ticket: str
    service: ServiceCode
    lane: Lane
    issued: Moment
    """The first issue of the visit."""
    rank_from: Moment
    goes_first: bool = False
    for_counter: CounterId | None = None
    for_agent: AgentId | None = None
    held_until_calls: int | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Those of the waiting who can be next at a counter, and how many more wait behind them.

    Of two who wait for the same service in the same lane the one who came first has the larger effective wait, now and
    later. So the first of each service and lane is enough, with everybody for whom more than time counts.
    """

    waiting: Sequence[Waiting]
    behind: Mapping[ServiceCode, int]
    """How many others wait for each service."""


def ranked_by_time_alone(stage: Stage | Waiting) -> bool:
    """Return whether time alone orders this one within his service and lane: nobody sent, bound or held him."""
    bound = stage.for_counter is not None or stage.for_agent is not None
    return not stage.goes_first and not bound and stage.held_until_calls is None


def waiting_of(visit: Visit) -> Waiting:
    """Return the visit as one that waits."""
    stage = visit.stage
    return Waiting(
        visit.id,
        visit.ticket,
        stage.service,
        visit.lane,
        visit.issued,
        stage.rank_from,
        stage.goes_first,
        stage.for_counter,
        stage.for_agent,
        stage.held_until_calls,
    )
