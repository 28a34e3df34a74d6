"""A visit that waits, as the calling rule and all lists of who waits see it."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_words import Lane
from hall.domain.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.domain.moment import Moment
from hall.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class Waiting:
    """A visit that waits, with all that ranks it and no more: a thousand of them are read in a moment."""

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
