"""One wait-and-serve part of a visit, and where a transfer sends it next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from contracts.words.hall import Lane, Outcome, TransferPosition, VisitState
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment

AT_COUNTER = frozenset({VisitState.CALLED, VisitState.SERVING})
"""A counter has the visit in hand."""
IN_HALL = AT_COUNTER | {VisitState.WAITING, VisitState.PARKED}
"""The visit is not over."""


@dataclass(frozen=True, slots=True)
class ReturnPoint:
    """Where a visit waits again when the stage is done: the counter that transferred it wants it back."""

    service: ServiceCode
    counter: CounterId | None = None
    agent: AgentId | None = None


@dataclass(frozen=True, slots=True)
class NextStage:
    """Where a transfer sends a visit: to a service, or for one counter or one agent within it."""

    service: ServiceCode
    position: TransferPosition = TransferPosition.BY_ISSUE
    for_counter: CounterId | None = None
    for_agent: AgentId | None = None
    reason: str | None = None
    note: str | None = None
    back: ReturnPoint | None = None


@dataclass(frozen=True, slots=True)
class Transaction:
    """One thing done for the visitor, `quantity` times (1 and up)."""

    service: ServiceCode
    quantity: int = 1
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """For whom a visit waited before its group drew it to a counter."""

    for_counter: CounterId | None
    for_agent: AgentId | None
    goes_first: bool


@dataclass(frozen=True, slots=True)
class ServiceBefore:
    """The queue in which a visit waited before reception changed its service."""

    service: ServiceCode
    lane: Lane
    held_until_calls: int | None
    goes_first: bool
    """At the head of that queue, for every counter that serves it."""
    late: bool = False
    """Held out there at its visitor's wish."""


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
    """None too where the stage went on from another at the same counter, without a wait and a call."""
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
    recalled_at: datetime | None = None
    """When the call was announced again last."""
    note: str | None = None
    remind_at: datetime | None = None
    """When its counter is to be reminded of the parked visit."""
    parked_since: datetime | None = None
    """Since when it is set aside at its counter; None while it is not."""
    back: ReturnPoint | None = None
    """Where the visit waits again when this stage is done."""
    marks: tuple[str, ...] = ()
    """What looks wrong about it: begun_late, short, long."""
    transactions: tuple[Transaction, ...] = ()
    """What was done in it, as the agent said at the end; empty: one, of its service."""
    why: str | None = None
    """Why it was next at its newest call, as `hall.queue.model.calling.why_next` writes it."""
    drawn_from: OwnPlace | None = None
    """Its own place while its group's counter draws it."""
    changed_from: ServiceBefore | None = None
    """What a change back restores, until it is called."""
    late: bool = False
    """The visitor reported by phone that he comes late: the hold is his own, and he may take it back."""
    given_up: bool = False
    """The visitor cancelled by phone, and may take it back as long as anybody may."""

    @property
    def was_served(self) -> bool:
        """Whether it was begun and is finished: what the figures count as served."""
        return self.begun is not None and self.state is VisitState.FINISHED

    @property
    def quantity(self) -> int:
        """How many transactions were done in it; none before it ended with an outcome."""
        if self.outcome is None:
            return 0
        return sum(one.quantity for one in self.transactions) or 1
