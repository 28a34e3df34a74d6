"""One wait-and-serve part of a visit, and where a transfer sends it next."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_words import Outcome, TransferPosition, VisitState
from hall.domain.ids import AgentId, CounterId, ServiceCode
from hall.domain.moment import Moment

AT_COUNTER = frozenset({VisitState.CALLED, VisitState.SERVING})
"""A counter has the visit in hand."""
IN_HALL = AT_COUNTER | {VisitState.WAITING, VisitState.PARKED}
"""The visit is not over."""


@dataclass(frozen=True, slots=True)
class NextStage:
    """Where a transfer sends a visit: to a service, or for one counter or one agent within it."""

    service: ServiceCode
    position: TransferPosition = TransferPosition.BY_ISSUE
    for_counter: CounterId | None = None
    for_agent: AgentId | None = None
    reason: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Stage:
    """One wait-and-serve part of a visit; a transfer ends one and begins the next."""

    service: ServiceCode
    issued: Moment
    """When waiting in this stage began."""
    rank_from: Moment
    """From when its effective wait counts: the visit's first issue, a slot, or the transfer itself."""
    state: VisitState = VisitState.WAITING
    counter: CounterId | None = None
    agent: AgentId | None = None
    first_called: Moment | None = None
    called: Moment | None = None
    begun: Moment | None = None
    """The first time serving began."""
    serving_since: Moment | None = None
    """The latest time serving began; None while nobody is being served."""
    served_s: float = 0.0
    """Seconds of serving before the latest begin (parked or returned while being served), or all of them at the end."""
    ended: Moment | None = None
    outcome: Outcome | None = None
    goes_first: bool = False
    """Transferred to the head of the queue."""
    for_counter: CounterId | None = None
    for_agent: AgentId | None = None
    held_until_calls: int | None = None
    """Held out until the service has been called this many times today (reinstated after a missed call)."""
    recalls: int = 0
    note: str | None = None
