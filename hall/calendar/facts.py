"""Facts of the hall's day: who signed in, the day itself, devices, settings, arrangements, alerts and appointments."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.words.hall import ArrangementKind
from hall.kernel.facts import Fact, VisitFact
from hall.kernel.ids import AgentId, CounterId, DeviceId, ServiceCode


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
    """An agent began a break; for a requested break BreakAsked says whether it was out of turn."""

    counter: CounterId
    agent: AgentId
    reason: str
    out_of_turn: bool = False
    """A prayer break while too many who serve one of the agent's services were at prayer."""


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
class DeviceNamed(Fact):
    """Somebody gave a device another name."""

    device: DeviceId
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class KiosksPaused(Fact):
    """Somebody let these kiosks pause, or go on where `paused` is false."""

    devices: tuple[str, ...]
    paused: bool
    by: str


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
class DeviceUpdated(Fact):
    """A device said how far its update to a version is; `code` says why it is no further."""

    device: DeviceId
    version: str
    state: str
    code: str


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
    """Somebody used a device's staff menu; `act` is a word of contracts.words.hall.DeviceAct."""

    device: DeviceId
    by: str | None
    act: str


@dataclass(frozen=True, slots=True)
class CallsRepeated(Fact):
    """Somebody who could not see the calls asked for them; boards say those that stand again."""

    asked_by: str


@dataclass(frozen=True, slots=True)
class DeviceFellSilent(Fact):
    """A board or kiosk sent no heartbeat for some seconds; `last_seen` is the last one as an ISO text."""

    device: DeviceId
    last_seen: str | None


@dataclass(frozen=True, slots=True)
class DeviceHeardAgain(Fact):
    """A device that had fallen silent sent a heartbeat again."""

    device: DeviceId


@dataclass(frozen=True, slots=True)
class PinLocked(Fact):
    """Wrong PINs locked an agent, or the device they were typed at, for a time."""

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
    """An alert that somebody had seen is over; when it comes back, it must be acknowledged again."""

    alert: str


@dataclass(frozen=True, slots=True)
class AppointmentBooked(Fact):
    """A slot was booked; `by` is the person or the file it came from."""

    number: str
    service: ServiceCode
    by: str


@dataclass(frozen=True, slots=True)
class AppointmentRestored(Fact):
    """A slot that had been given up by mistake is its holder's again."""

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
