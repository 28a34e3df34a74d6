"""What the service asks of the hall beneath it, as Protocols; `hall.bootstrap` fits the adapters to them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import Future
from datetime import date, datetime
from typing import Protocol, TypeVar

from starlette.types import ASGIApp

from contracts.hall_answers import WaitRange
from contracts.hall_words import Lane as VisitLane
from contracts.live import FactMessage
from contracts.queues_view import DeviceNow
from contracts.request_answers import RequestStatus
from contracts.training import TrainingPlace
from figures.enquiry_figures import EnquiryRow
from figures.official_figures import OfficialRow
from figures.request_figures import RequestRow
from figures.revisions import ClosedDay
from figures.stage_rows import DayRows
from hall.application.advice_ports import AdviceStore
from hall.application.alert_ports import HasAlerts
from hall.application.appointment_ports import HasAppointments
from hall.application.block_ports import HasBlocks
from hall.application.callers import Answer, Enrolled, Key
from hall.application.complaint_ports import HasComplaints
from hall.application.correction_ports import ClosedDays, HasClosedDays, HasCorrections
from hall.application.corrections_query import EndedStages
from hall.application.day_ports import HasDays, HasPastDays
from hall.application.enquiry_ports import HasEnquiries
from hall.application.fact_ports import RecordsFacts
from hall.application.kiosk_use_ports import HasKioskUse
from hall.application.message_ports import HasMessages
from hall.application.number_ports import HasNumbers
from hall.application.opening_ports import HasOpenings
from hall.application.outbox_ports import HasOutbox
from hall.application.past_query import Past
from hall.application.phone_ports import HasPhones
from hall.application.pin_lock import HasPinTries
from hall.application.plan_query import PlanSource
from hall.application.print_ports import HasPapers, HasPrints
from hall.application.read_story import StorySource
from hall.application.report_ports import Deliveries
from hall.application.request_ports import HasRequests
from hall.application.return_ports import HasReturns
from hall.application.session_ports import HasSessions
from hall.application.settings_ports import ChangesSettings, HasSettings
from hall.application.staff_access import StaffAccess
from hall.application.survey_ports import HasSurveys
from hall.application.trust_query import ActSource
from hall.application.visit_ports import HasVisits
from hall.application.wait_ports import HasWaits
from hall.domain.ids import CounterId, ServiceCode
from hall.domain.moment import Moment
from hall.domain.waiting_time import Announced

__all__ = [
    "Answer",
    "Clock",
    "Command",
    "Enrolled",
    "Estimates",
    "Identities",
    "Key",
    "Lane",
    "Reads",
    "ServiceWork",
]

T = TypeVar("T")


class Identities(Protocol):
    """Tokens (only as hashes), PIN hashes, devices and pairing codes, within one piece of work."""

    def owner_of(self, token_hash: str) -> Enrolled | None:
        """Return whose token hashes to this, unless it was withdrawn or its session is closed."""
        ...

    def pin_hash(self, agent: str) -> str | None:
        """Return the agent's PIN hash, or None for somebody without one."""
        ...

    def add_session_token(self, session: str, token_hash: str) -> None:
        """Let this token stand for the counter session from now on."""
        ...

    def add_code(self, code_hash: str, kind: str, name: str, counter: int | None, expires_at: datetime) -> None:
        """Store a pairing code."""
        ...

    def spend_code(self, code_hash: str, kind: str, at: datetime) -> tuple[str, int | None] | None:
        """Spend a code; return its device's name and counter, or None when wrong, spent, old or another kind's."""
        ...

    def add_device(
        self, device_id: str, kind: str, name: str, counter: int | None, token_hash: str, at: datetime
    ) -> None:
        """Enrol a device."""
        ...

    def revoke_device(self, device_id: str, at: datetime) -> bool:
        """Withdraw a device's token; return False for a device that is not there."""
        ...

    def report_device(self, now: DeviceNow) -> bool:
        """Store what a device said of itself; return False for a device that is not there."""
        ...

    def devices(self) -> Sequence[DeviceNow]:
        """Return every enrolled device."""
        ...


class ServiceWork(
    ChangesSettings,
    HasAlerts,
    HasAppointments,
    HasBlocks,
    HasClosedDays,
    HasComplaints,
    HasCorrections,
    HasDays,
    HasEnquiries,
    HasKioskUse,
    HasMessages,
    HasNumbers,
    HasOpenings,
    HasOutbox,
    HasPapers,
    HasPastDays,
    HasPhones,
    HasPinTries,
    HasPrints,
    HasRequests,
    HasReturns,
    HasSessions,
    HasSettings,
    HasSurveys,
    HasVisits,
    HasWaits,
    RecordsFacts,
    Protocol,
):
    """One command's view of the hall, with every store: routes pass it on to use cases, each of which takes its part.

    Everything in it is committed together or not at all. It knows identities too, so that a session and its token are
    stored together.
    """

    @property
    def seq(self) -> int:
        """The number of the newest fact, this work's own included."""
        ...

    @property
    def figures(self) -> StageSource:
        """The stages of service days, as figures need them."""
        ...

    @property
    def request_rows(self) -> RequestSource:
        """Requests as figures need them."""
        ...

    @property
    def enquiry_rows(self) -> EnquirySource:
        """Enquiries as figures need them."""
        ...

    @property
    def official_rows(self) -> OfficialSource:
        """Appointments with officials as figures need them."""
        ...

    @property
    def acts(self) -> ActSource:
        """Moves out of order, and what agents called."""
        ...

    @property
    def closed_days(self) -> ChangedDays:
        """How each day stood when it was closed, and which have changed since."""
        ...

    @property
    def outliers(self) -> EndedStages:
        """Stages whose serving time can hardly be right."""
        ...

    @property
    def advice(self) -> AdviceStore:
        """The advice that was shown, and its outcome."""
        ...

    @property
    def plan_days(self) -> PlanSource:
        """Past days as a staffing plan needs them."""
        ...

    @property
    def stories(self) -> StorySource:
        """What happened to one visit."""
        ...

    @property
    def deliveries(self) -> Deliveries:
        """What became of the reports that leave by themselves."""
        ...

    @property
    def identities(self) -> Identities:
        """Who may come in."""
        ...

    @property
    def staff(self) -> StaffAccess:
        """Staff tokens and browser sessions."""
        ...


class StageSource(Protocol):
    """Gives the stages of service days."""

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        """Return each service day that there was from the first to the last, oldest first, with its stages."""
        ...

    def any_day(self, first: date, last: date) -> bool:
        """Say whether there was a service day from the first to the last."""
        ...

    def state(self, first: date, last: date) -> Hashable:
        """Return something that is equal as long as `days` would answer alike, and costs much less."""
        ...


class RequestSource(Protocol):
    """Gives the requests of service days."""

    def of_days(self, first: date, last: date, service: str | None) -> Sequence[RequestRow]:
        """Return the requests registered from the first to the last day, of one service or of all."""
        ...


class EnquirySource(Protocol):
    """Gives the enquiries of service days."""

    def of_days(self, first: date, last: date) -> Sequence[EnquiryRow]:
        """Return the enquiries received from the first to the last day."""
        ...


class OfficialSource(Protocol):
    """Gives the appointments with officials of service days."""

    def of_days(self, first: date, last: date, service: str | None) -> Sequence[OfficialRow]:
        """Return those whose slot lies on the first to the last day, of one official's service or of all."""
        ...


class ChangedDays(ClosedDays, Protocol):
    """Days as they were closed, for figures."""

    def changed(self, first: date, last: date) -> Mapping[date, ClosedDay]:
        """Return the days with facts after their close that may have changed a figure."""
        ...


Command = Callable[[ServiceWork, Moment], Answer]


class Lane(Protocol):
    """The one writer."""

    def submit(self, command: Command, key: Key | None) -> Future[Answer]:
        """Run a command in its own savepoint; the future is done when it is on disk.

        With a key that came before, its stored answer comes back and the command does not run; another digest under the
        same key raises KeyReusedError. A refusal (HallError) changes nothing and is not stored.
        """
        ...


class Reads(Protocol):
    """Consistent reads beside the writer."""

    def read(self, question: Callable[[ServiceWork, Moment], T]) -> Future[T]:
        """Ask in one read transaction on a reader's own connection."""
        ...

    def facts_after(self, seq: int, limit: int) -> Future[Sequence[FactMessage] | None]:
        """Return at most `limit` facts after `seq`, or None when the service day does not reach back that far."""
        ...


class RequestsElsewhere(Protocol):
    """What the centre knows of other halls' requests."""

    def find(self, number: str) -> RequestStatus | None:
        """Return where a request of another hall stands, or None; raise CentreCutOffError; called off the loop."""
        ...


class Estimates(Protocol):
    """The newest expected waits."""

    @property
    def past(self) -> Past:
        """What the hall had learnt of itself when the newest estimate was made."""
        ...

    def newest(self, service: ServiceCode, people_ahead: int) -> WaitRange | None:
        """Return the newest estimate for who joins the service now, at once and without computing."""
        ...

    def for_ticket(self, service: ServiceCode, lane: VisitLane) -> tuple[Announced, int] | None:
        """Return the newest estimate for who joins in this lane now, and the local hour it was made in."""
        ...


class Clock(Protocol):
    """Time, handed in."""

    def now(self) -> Moment:
        """Return this instant."""
        ...


class TrainingRooms(Protocol):
    """Halls of made-up visitors, one for a counter at most; asked off the event loop, where building takes its time."""

    def open(self, counter: CounterId) -> TrainingPlace:
        """Open a new room for the counter; one that it had is closed."""
        ...

    def close(self, counter: CounterId) -> None:
        """Throw the counter's room away, where it has one."""
        ...

    def app_of(self, room: str) -> ASGIApp | None:
        """Return what answers for a room; None where it is over."""
        ...
