"""One person's stay: its stages, its state and its legal moves; each move leaves a fact or is a named refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from contracts.hall_words import Lane, Outcome, VisitorKind, VisitState
from hall.domain.events import Fact
from hall.domain.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.domain.moment import Moment


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


@dataclass(slots=True)
class Visit:
    """Knows its own rules; knows no clock, no store and no screen. The last stage is the current one."""

    id: VisitId
    service_day: date
    ticket: str
    number: int | None
    """The running number behind the ticket; None for a walk-up, whose `ticket` is empty."""
    prefix: str
    lane: Lane
    issued: Moment
    """The first time of issue, kept through every transfer and return."""
    stages: list[Stage]
    code_hash: str = ""
    """SHA-256 (hex) of the 128-bit code in the ticket's QR."""
    visitor_kind: VisitorKind | None = None
    language: str | None = None
    issued_by: str = ""
    """The device or person that issued it."""
    returns: int = 0
    reinstated: int = 0
    revision: int = 0
    """Grows by one with each stored change."""
    told: int = 0
    """The revision of the newest record told to the centre; 0 before the first."""
    previous_state: VisitState | None = None
    """The state before the last finish, no-show or cancel, for undo."""
    carried_from: VisitId | None = None
    topics: tuple[str, ...] = ()
    new_facts: list[Fact] = field(default_factory=list)
    """Facts of moves since the visit was last stored, oldest first."""

    @property
    def stage(self) -> Stage:
        """The current stage."""
        return self.stages[-1]

    @property
    def state(self) -> VisitState:
        """The state of the current stage, which is the visit's."""
        return self.stage.state

    @property
    def service(self) -> ServiceCode:
        """The service of the current stage."""
        return self.stage.service

    @property
    def counter(self) -> CounterId | None:
        """The counter that has or had the current stage."""
        return self.stage.counter
