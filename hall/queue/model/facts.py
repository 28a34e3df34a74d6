"""Facts of the queue: what happened at counters and at reception."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.words.hall import Outcome
from hall.kernel.facts import CounterVisitFact, Fact, VisitFact
from hall.kernel.ids import AgentId, CounterId, DeviceId, ServiceCode


@dataclass(frozen=True, slots=True)
class ServiceChanged(VisitFact):
    """A waiting visit waits for another service since, from its first time of issue; `was` is the one before."""

    by: str
    was: ServiceCode


@dataclass(frozen=True, slots=True)
class VisitUnlinked(VisitFact):
    """The visit no longer belongs to its group."""

    group: str
    by: str


@dataclass(frozen=True, slots=True)
class CodeRenewed(VisitFact):
    """The ticket has another code since: the one on the paper before is dead."""

    by: str


@dataclass(frozen=True, slots=True)
class TicketAsked(VisitFact):
    """The ticket is to be printed at a kiosk."""

    at_device: DeviceId
    by: str


@dataclass(frozen=True, slots=True)
class VisitContinued(CounterVisitFact):
    """A stage ended with an outcome and the next service began at once, at the same counter."""

    to_service: ServiceCode
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VisitSentBack(CounterVisitFact):
    """A stage that another counter had asked for ended with an outcome; the visit waits there again."""

    to_service: ServiceCode
    to_counter: CounterId | None
    to_agent: AgentId | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VisitMarked(CounterVisitFact):
    """Something about a stage looks wrong: `mark` is begun_late, short or long, `seconds` what was measured."""

    mark: str
    seconds: int


@dataclass(frozen=True, slots=True)
class VisitReminded(CounterVisitFact):
    """The time came for which the agent had asked to be reminded of a parked visit."""


@dataclass(frozen=True, slots=True)
class VisitMoved(CounterVisitFact):
    """A parked visit went with its agent from the counter `was` to another."""

    was: CounterId


@dataclass(frozen=True, slots=True)
class VisitLinked(VisitFact):
    """Reception said that this visit and others are one group; `by` is who did it."""

    group: str
    by: str


@dataclass(frozen=True, slots=True)
class VisitDrawn(VisitFact):
    """The first of a group was called to a counter; this visit waits for the same counter, at the head."""

    counter: CounterId
    group: str


@dataclass(frozen=True, slots=True)
class ReturnPromised(VisitFact):
    """Documents are missing: the visitor may come back with a code until a working day (ISO text)."""

    last_day: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReturnSlipAsked(VisitFact):
    """A kiosk is to print the return slip with its code; the fact does not contain the code."""

    at_device: DeviceId
    by: str


@dataclass(frozen=True, slots=True)
class ReturnCheckedIn(VisitFact):
    """Somebody came back with his code; `came_from` is the visit of the other day."""

    came_from: str
    by: str


@dataclass(frozen=True, slots=True)
class BreakAsked(Fact):
    """An agent asked for a break that begins when the visit in hand leaves."""

    counter: CounterId
    agent: AgentId
    reason: str
    out_of_turn: bool = False
    """A prayer break while too many who serve one of the agent's services were at prayer or about to go."""


@dataclass(frozen=True, slots=True)
class BreakTakenBack(Fact):
    """The break that was asked for is not wanted any more."""

    counter: CounterId
    agent: AgentId


@dataclass(frozen=True, slots=True)
class HelpAsked(Fact):
    """An agent called the hall head to the counter."""

    counter: CounterId
    agent: AgentId


@dataclass(frozen=True, slots=True)
class HelpOver(Fact):
    """Help is not needed any more; `by` is who says so."""

    counter: CounterId
    agent: AgentId
    by: str


@dataclass(frozen=True, slots=True)
class SessionMoved(Fact):
    """An agent's session went from the counter `was` to another, with all that is parked."""

    counter: CounterId
    agent: AgentId
    was: CounterId


@dataclass(frozen=True, slots=True)
class StartedLate(Fact):
    """An agent's first session of the day began late: some time after the hour at which counters open."""

    counter: CounterId
    agent: AgentId
    late_s: int


@dataclass(frozen=True, slots=True)
class AutoCallStopped(Fact):
    """The agent stopped the automatic call after the finish."""

    counter: CounterId
    agent: AgentId
