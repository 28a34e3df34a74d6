"""Facts: what happened, in the past tense, frozen and additive. A new meaning is a new class, never a changed field.

The kind under which a fact is stored and told is its class name in snake case (`VisitCalled` → `visit_called`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from contracts.hall_words import ArrangementKind, Outcome, TransferPosition
from hall.domain.ids import AgentId, CounterId, DeviceId, ServiceCode, VisitId


@dataclass(frozen=True, slots=True)
class Fact:
    """The base of all facts."""


def kind_of(fact: Fact | type[Fact]) -> str:
    """Return the kind of a fact.

    >>> kind_of(VisitNoShow)
    'visit_no_show'
    """
    name = fact.__name__ if isinstance(fact, type) else type(fact).__name__
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
    """Serving ended with an outcome."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VisitNoShow(CounterVisitFact):
    """Nobody came to the call."""


@dataclass(frozen=True, slots=True)
class VisitReturned(CounterVisitFact):
    """The called visit went back among the waiting, keeping its first time."""


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


@dataclass(frozen=True, slots=True)
class VisitReinstated(VisitFact):
    """A missed visit waits again."""

    by: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class VisitCancelled(VisitFact):
    """A waiting visit was given up."""

    by: str


@dataclass(frozen=True, slots=True)
class VisitServedOnPaper(VisitFact):
    """A visitor was served while the hall service was away, and somebody said so afterwards."""

    by: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VisitUndone(VisitFact):
    """A finish, no-show or cancel was taken back; `undone` names which."""

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
class PhoneLeft(VisitFact):
    """The visitor consented to messages about his turn; `by` is the device. The number itself is in no fact."""

    by: str


@dataclass(frozen=True, slots=True)
class PhoneErased(VisitFact):
    """The visitor took his consent back, and the number is gone."""

    by: str


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
class SignedIn(Fact):
    """An agent opened a counter session."""

    counter: CounterId
    agent: AgentId


@dataclass(frozen=True, slots=True)
class SignedOut(Fact):
    """An agent closed the counter session; `by` is who did it."""

    counter: CounterId
    agent: AgentId
    by: str


@dataclass(frozen=True, slots=True)
class BreakBegun(Fact):
    """An agent began a break."""

    counter: CounterId
    agent: AgentId
    reason: str


@dataclass(frozen=True, slots=True)
class BreakEnded(Fact):
    """An agent came back from a break of `length_s` seconds."""

    counter: CounterId
    agent: AgentId
    length_s: int


@dataclass(frozen=True, slots=True)
class DayOpened(Fact):
    """The first command of a new service day opened it (or the hall head did)."""

    by: str


@dataclass(frozen=True, slots=True)
class DayClosed(Fact):
    """The service day was closed by a person, or by the set hour (`by` is `hour`)."""

    by: str
    left: int


@dataclass(frozen=True, slots=True)
class DateDoubted(Fact):
    """The clock says a day that cannot be right; tickets stop until somebody confirms it. Days as ISO texts."""

    clock_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class DateConfirmed(Fact):
    """Somebody confirmed the clock's day."""

    clock_day: str
    by: str


@dataclass(frozen=True, slots=True)
class DevicePaired(Fact):
    """A device was enrolled."""

    device: DeviceId
    device_kind: str
    name: str


@dataclass(frozen=True, slots=True)
class DeviceRevoked(Fact):
    """A device's token was withdrawn."""

    device: DeviceId
    by: str


@dataclass(frozen=True, slots=True)
class DeviceReported(Fact):
    """A device told its state and its printer's."""

    device: DeviceId
    state: str
    printer: str | None
    paper: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class PaperChanged(Fact):
    """A new roll was put in; `tickets` and `used_mm` came from the old one. `by` None: nobody said who did it."""

    device: DeviceId
    by: str | None
    tickets: int
    used_mm: int
    took_s: int | None


@dataclass(frozen=True, slots=True)
class StaffActed(Fact):
    """Somebody used a device's staff menu; `act` is a word of contracts.hall_words.DeviceAct."""

    device: DeviceId
    by: str | None
    act: str


@dataclass(frozen=True, slots=True)
class CallsRepeated(Fact):
    """Somebody who could not see the calls asked for them; boards say those that stand again."""

    asked_by: str


@dataclass(frozen=True, slots=True)
class DeviceFellSilent(Fact):
    """A board or kiosk gave no sign of life for some seconds; `last_seen` is the last one as an ISO text."""

    device: DeviceId
    last_seen: str | None


@dataclass(frozen=True, slots=True)
class DeviceHeardAgain(Fact):
    """A device that had fallen silent gave a sign of life."""

    device: DeviceId


@dataclass(frozen=True, slots=True)
class PinLocked(Fact):
    """Five wrong PINs locked an agent out for a time."""

    agent: AgentId
    counter: CounterId


@dataclass(frozen=True, slots=True)
class SettingsChanged(Fact):
    """Settings got a new version."""

    version: int
    by: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArrangementMade(Fact):
    """The hall head changed something for the service day; `arrangement_kind` says which of the other fields it has."""

    arrangement: str
    arrangement_kind: ArrangementKind
    by: str
    service: ServiceCode | None = None
    counter: CounterId | None = None
    agent: AgentId | None = None
    services: tuple[ServiceCode, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    """Language tag and text."""


@dataclass(frozen=True, slots=True)
class ArrangementTakenBack(Fact):
    """What stood before holds again; `by` is who took it back, or `day` where it ended with its service day."""

    arrangement: str
    arrangement_kind: ArrangementKind
    by: str


@dataclass(frozen=True, slots=True)
class AlertAcknowledged(Fact):
    """Somebody said that he has seen an alert and is on it."""

    alert: str
    by: str


@dataclass(frozen=True, slots=True)
class AlertOver(Fact):
    """An alert that somebody had seen is over; when it comes again, it asks anew."""

    alert: str


@dataclass(frozen=True, slots=True)
class AppointmentBooked(Fact):
    """A slot was booked; `by` is the person or the file it came from."""

    number: str
    service: ServiceCode
    by: str


@dataclass(frozen=True, slots=True)
class AppointmentCancelled(Fact):
    """A booked slot was given up before it became a visit."""

    number: str
    service: ServiceCode
    by: str


@dataclass(frozen=True, slots=True)
class AppointmentCheckedIn(VisitFact):
    """An appointment became a visit."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class OpeningCheckBegun(Fact):
    """Somebody began the check before the hall opens: kiosks print a test ticket, boards say a number."""

    check: str
    by: str


@dataclass(frozen=True, slots=True)
class OpeningCheckEnded(Fact):
    """The check was stored; `troubles` are its steps that were not right, as STEP:SUBJECT."""

    check: str
    by: str
    troubles: tuple[str, ...]
