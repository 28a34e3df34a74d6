"""Facts: what happened, in the past tense, frozen and additive. A new meaning is a new class, never a changed field.

The kind under which a fact is stored and told is its class name in snake case (`VisitCalled` → `visit_called`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from contracts.words.hall import CorrectionReason, Lane, LaneReason, Outcome, TransferPosition
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId


@dataclass(frozen=True, slots=True)
class Fact:
    """The base of all facts."""


def kind_of(fact: Fact | type[Fact]) -> str:
    """Return the kind of a fact.

    >>> kind_of(VisitNoShow)
    'visit_no_show'
    """
    name = fact.__name__ if isinstance(fact, type) else type(fact).__name__
    return _in_snake_case(name)


@cache
def _in_snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@dataclass(frozen=True, slots=True)
class VisitFact(Fact):
    """A fact about one visit; `ticket` and `service` as they were at that moment."""

    visit: VisitId
    ticket: str
    service: ServiceCode


@dataclass(frozen=True, slots=True)
class CounterVisitFact(VisitFact):
    """A fact about a visit at a counter, done by its agent."""

    counter: CounterId
    agent: AgentId


@dataclass(frozen=True, slots=True)
class VisitIssued(VisitFact):
    """A ticket was given out."""

    device: str


@dataclass(frozen=True, slots=True)
class VisitHandedIn(VisitFact):
    """A ticket issued while the hall was away was handed in; `was` is the number it replaces, if it had another."""

    device: str
    was: str | None


@dataclass(frozen=True, slots=True)
class VisitWalkedUp(CounterVisitFact):
    """Serving began without a ticket."""

    reason: str


@dataclass(frozen=True, slots=True)
class VisitCalled(CounterVisitFact):
    """An agent called the visit: `reason` where it was chosen out of order, `why` (a word of the rule) where not."""

    reason: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class VisitRecalled(CounterVisitFact):
    """The same call was announced again; `look`: boards flash whole for a visitor who cannot hear."""

    look: bool = False


@dataclass(frozen=True, slots=True)
class VisitBegun(CounterVisitFact):
    """The person is at the counter."""


@dataclass(frozen=True, slots=True)
class VisitFinished(CounterVisitFact):
    """Serving ended with an outcome; `by`: who ended it for an agent who had to leave."""

    outcome: Outcome
    by: str | None = None


@dataclass(frozen=True, slots=True)
class VisitNoShow(CounterVisitFact):
    """Nobody came to the call."""


@dataclass(frozen=True, slots=True)
class VisitReturned(CounterVisitFact):
    """The visit went back among the waiting, keeping its first time; `by`: who did it for an agent who had to leave."""

    by: str | None = None


@dataclass(frozen=True, slots=True)
class VisitParked(CounterVisitFact):
    """The visit was set aside at this counter."""


@dataclass(frozen=True, slots=True)
class VisitResumed(CounterVisitFact):
    """A parked visit was called again."""


@dataclass(frozen=True, slots=True)
class VisitTransferred(CounterVisitFact):
    """A stage ended here and the next one waits: by service, for a counter or for an agent."""

    to_service: ServiceCode
    to_counter: CounterId | None
    to_agent: AgentId | None
    position: TransferPosition
    reason: str | None
    note: str | None
    outcome: Outcome | None = None
    """With what the stage's service was done; None where it only goes elsewhere."""


@dataclass(frozen=True, slots=True)
class VisitReinstated(VisitFact):
    """A missed visit waits again."""

    by: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class LaneChanged(VisitFact):
    """Staff gave a waiting visit priority or took it back; `was` is the lane it had."""

    by: str
    was: Lane
    lane: Lane
    reason: LaneReason


@dataclass(frozen=True, slots=True)
class VisitCancelled(VisitFact):
    """A waiting visit was given up."""

    by: str


@dataclass(frozen=True, slots=True)
class VisitLate(VisitFact):
    """The visitor reported that he comes late: others of the service are called before him."""

    by: str


@dataclass(frozen=True, slots=True)
class VisitInTime(VisitFact):
    """The visitor took back that he comes late."""

    by: str


@dataclass(frozen=True, slots=True)
class VisitServedOnPaper(VisitFact):
    """A visitor was served while the hall service was away, and somebody said so afterwards."""

    by: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VisitUndone(VisitFact):
    """A finish, no-show, cancel or transfer was taken back; `undone` names which."""

    by: str
    undone: str


@dataclass(frozen=True, slots=True)
class VisitCarriedOver(VisitFact):
    """The close of the day moved the visit to the next working day."""


@dataclass(frozen=True, slots=True)
class VisitClosedByDay(VisitFact):
    """The close of the day ended the visit; `was` is the state it stood in."""

    was: str


@dataclass(frozen=True, slots=True)
class VisitBroughtBack(VisitFact):
    """A visit that the close of the day had ended is in the hall again: its state was `was` and is `now`."""

    by: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class PhoneLeft(VisitFact):
    """The visitor consented to messages about his turn; `by` is the device. The number itself is in no fact."""

    by: str


@dataclass(frozen=True, slots=True)
class PhoneErased(VisitFact):
    """The visitor took his consent back, and the number is gone."""

    by: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One value of a stage before and after; instants as RFC 3339, nothing where there was none."""

    what: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class VisitCorrected(VisitFact):
    """Somebody corrected the record of stage `position` (from 0) of a visit that is over."""

    by: str
    reason: CorrectionReason
    remark: str | None
    position: int
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class CorrectionTakenBack(VisitFact):
    """The newest correction of the visit was taken back; `changed` are the values that stand again."""

    by: str
    position: int
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class StoryRead(VisitFact):
    """Somebody read the visit's whole story; `role` is what he reads it as."""

    by: str
    role: str


@dataclass(frozen=True, slots=True)
class TicketPrinted(VisitFact):
    """One state of one attempt to print the visit's ticket."""

    attempt: str
    state: str
    device: str
    reason: str | None
    copy: bool = False
    """The paper says that it is a reprint."""


@dataclass(frozen=True, slots=True)
class DataExported(Fact):
    """Somebody got a file of figures: `what` is its path."""

    by: str
    role: str
    what: str


@dataclass(frozen=True, slots=True)
class PersonalDataRead(Fact):
    """Somebody read a list of what people wrote or are called: one fact an hour for each caller and list."""

    by: str
    role: str
    what: str


@dataclass(frozen=True, slots=True)
class AccessRefused(Fact):
    """A caller was refused `times` times within a minute; `by` is an address where nobody was known."""

    by: str
    role: str
    code: str
    times: int
