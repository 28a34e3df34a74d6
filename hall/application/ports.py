"""What the use cases need from the world, as Protocols.

`hall.adapters.sql_work` gives it on a database, the memory work of the tests without one. A use case is a function
`use_case(command, *, work, now)`: it changes what it changes through `work` and returns an answer. It never commits:
the writer lane gives each command a savepoint of its own, commits those that waited together in one transaction, and
only then lets their answers leave. A refusal (HallError) rolls the savepoint back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date, datetime
from typing import Protocol

from contracts.complaint_record import ComplaintRecord
from contracts.enquiry_record import EnquiryRecord
from contracts.outbox_entry import VisitRecord
from contracts.request_record import RequestRecord
from contracts.survey_record import SurveyRecord
from hall.application.alert_ports import AlertStore
from hall.application.block_ports import BlockStore
from hall.application.complaint_ports import ComplaintStore
from hall.application.correction_ports import ClosedDays, CorrectionStore
from hall.application.day_ports import PastDays
from hall.application.enquiry_ports import EnquiryStore
from hall.application.message_ports import MessageStore
from hall.application.opening_ports import OpeningStore
from hall.application.pin_lock import PinTriesStore
from hall.application.print_ports import PaperStore, PrintStore
from hall.application.request_ports import RequestStore
from hall.application.survey_ports import SurveyStore
from hall.application.visit_ports import VisitStore
from hall.application.wait_ports import WaitStore
from hall.domain.appointment import Appointment
from hall.domain.arrangement import Arrangement
from hall.domain.events import Fact
from hall.domain.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.domain.return_slip import ReturnSlip
from hall.domain.service_day import ServiceDay
from hall.domain.session import CounterSession
from hall.domain.settings import HallSettings


class SessionStore(Protocol):
    """Open counter sessions."""

    def at(self, counter: CounterId) -> CounterSession | None:
        """Return the open session at the counter, or None."""
        ...

    def of(self, agent: AgentId) -> CounterSession | None:
        """Return the agent's open session, or None."""
        ...

    def open(self) -> Sequence[CounterSession]:
        """Return every open session."""
        ...

    def present(self) -> Collection[tuple[CounterId, AgentId]]:
        """Return the counter and the agent of every open session, for who needs no more of them."""
        ...

    def working(self) -> Collection[tuple[CounterId, AgentId]]:
        """Return those of `present` who are not on a break."""
        ...

    def signed_in_since(self, agent: AgentId, since: datetime) -> bool:
        """Return whether the agent opened a session since an instant, ended or not."""
        ...

    def served_since(self, agent: AgentId, since: datetime) -> int:
        """Return how many the agent's newest session since an instant tells to be served, 0 without one."""
        ...

    def add(self, session: CounterSession) -> None:
        """Store a new session and record its facts."""
        ...

    def save(self, session: CounterSession) -> None:
        """Store a changed session and record its facts."""
        ...


class NumberLine(Protocol):
    """The running ticket numbers and the count of calls, by service and day."""

    def last(self, day: date, service: ServiceCode) -> int | None:
        """Return the last number given, or None when none was given today."""
        ...

    def set_last(self, day: date, service: ServiceCode, number: int) -> None:
        """Remember the last number given."""
        ...

    def calls(self, day: date) -> Mapping[ServiceCode, int]:
        """Return how often each service was called today (recalls not counted)."""
        ...

    def count_call(self, day: date, service: ServiceCode) -> None:
        """Count one call of the service."""
        ...


class DayStore(Protocol):
    """The service days."""

    def latest(self) -> ServiceDay | None:
        """Return the day that was saved last, or None in a new hall.

        This is not always the greatest date: a date that somebody confirmed may lie before one that was a mistake.
        """
        ...

    def save(self, day: ServiceDay) -> None:
        """Store a new or changed day."""
        ...

    def fill_in(self, day: ServiceDay) -> None:
        """Store a day that nobody opened, if it is not there; the hall's day stays the one that was saved last."""
        ...


class PhoneStore(Protocol):
    """Telephone numbers for messages about a turn, sealed by the service: nobody reads them here."""

    def keep(self, visit: VisitId, day: date, sealed: bytes, until: datetime) -> None:
        """Keep the number of a visit, in place of an older one, until an instant."""
        ...

    def sealed(self, visit: VisitId) -> tuple[date, bytes] | None:
        """Return the service day and the sealed number, or None."""
        ...

    def of_day(self, day: date) -> Sequence[tuple[VisitId, bytes]]:
        """Return the sealed numbers of a service day's visits."""
        ...

    def erase(self, visit: VisitId) -> bool:
        """Erase the number of a visit; say whether there was one."""
        ...

    def erase_until(self, now: datetime) -> int:
        """Erase every number whose time is over; return how many."""
        ...

    def days(self) -> Set[date]:
        """Return the service days of which a number is kept."""
        ...


class AppointmentStore(Protocol):
    """Booked visits."""

    def find(self, number: str) -> Appointment | None:
        """Return the appointment with this number, or None."""
        ...

    def of_day(self, day: date) -> Sequence[Appointment]:
        """Return the appointments of a service day by their slot."""
        ...

    def save(self, appointment: Appointment) -> None:
        """Store a new or changed appointment."""
        ...

    def with_officials(self, first: date, last: date) -> Sequence[Appointment]:
        """Return the appointments with officials from one service day to another that were not cancelled, by slot."""
        ...

    def erase_guests(self, before: datetime) -> int:
        """Erase who came to officials at slots before an instant; return how many."""
        ...

    def phone_days(self) -> Set[date]:
        """Return the service days under whose keys telephone numbers are sealed."""
        ...


class ReturnStore(Protocol):
    """The codes with which visitors come back on another day."""

    def find(self, code: str) -> ReturnSlip | None:
        """Return the slip with this code, or None."""
        ...

    def of_visit(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip that this visit left, or None."""
        ...

    def used_by(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip with which this visit's holder came back, or None."""
        ...

    def save(self, slip: ReturnSlip) -> None:
        """Store a new or changed slip."""
        ...

    def drop(self, code: str) -> None:
        """Forget a slip: the finish that made it was taken back."""
        ...


class CentreOutbox(Protocol):
    """What leaves for the centre, stored in the transaction of what it tells."""

    def tell_visit(self, record: VisitRecord) -> None:
        """Append the record of an ended visit (or its next revision)."""
        ...

    def tell_request(self, record: RequestRecord) -> None:
        """Append the record of a request (or its next revision)."""
        ...

    def tell_enquiry(self, record: EnquiryRecord) -> None:
        """Append the record of an enquiry (or its next revision)."""
        ...

    def tell_complaint(self, record: ComplaintRecord) -> None:
        """Append the record of a complaint or suggestion (or its next revision)."""
        ...

    def tell_survey(self, record: SurveyRecord) -> None:
        """Append a visitor's answer (or its next revision)."""
        ...


class Work(Protocol):
    """One command's view of the hall: everything in it is committed together or not at all."""

    @property
    def visits(self) -> VisitStore:
        """The hall's visits."""
        ...

    @property
    def sessions(self) -> SessionStore:
        """The open counter sessions."""
        ...

    @property
    def numbers(self) -> NumberLine:
        """The running numbers."""
        ...

    @property
    def blocks(self) -> BlockStore:
        """The numbers kept for kiosks."""
        ...

    @property
    def days(self) -> DayStore:
        """The service days."""
        ...

    @property
    def prints(self) -> PrintStore:
        """The attempts to print."""
        ...

    @property
    def papers(self) -> PaperStore:
        """The roll in each printer."""
        ...

    @property
    def waits(self) -> WaitStore:
        """The hall's past as the estimate reads it, and the waits told."""
        ...

    @property
    def phones(self) -> PhoneStore:
        """Numbers for messages."""
        ...

    @property
    def corrections(self) -> CorrectionStore:
        """What was put right of visits that were over."""
        ...

    @property
    def closed_days(self) -> ClosedDays:
        """How each day stood when it was closed."""
        ...

    @property
    def past_days(self) -> PastDays:
        """Service days that are over."""
        ...

    @property
    def openings(self) -> OpeningStore:
        """The checks before the hall opens."""
        ...

    @property
    def pin_tries(self) -> PinTriesStore:
        """Wrong PINs."""
        ...

    @property
    def alerts(self) -> AlertStore:
        """The alerts that somebody has seen."""
        ...

    @property
    def appointments(self) -> AppointmentStore:
        """Booked visits."""
        ...

    @property
    def enquiries(self) -> EnquiryStore:
        """What was asked."""
        ...

    @property
    def messages(self) -> MessageStore:
        """What is told to telephones."""
        ...

    @property
    def requests(self) -> RequestStore:
        """What visits, the platform and letters have registered."""
        ...

    @property
    def complaints(self) -> ComplaintStore:
        """The complaints and suggestions."""
        ...

    @property
    def surveys(self) -> SurveyStore:
        """The answers after visits."""
        ...

    @property
    def returns(self) -> ReturnStore:
        """The codes with which visitors come back."""
        ...

    @property
    def outbox(self) -> CentreOutbox:
        """What leaves for the centre."""
        ...

    @property
    def settings(self) -> HallSettings:
        """The hall's settings with the day's arrangements, the same for the whole command unless it calls `arrange`."""
        ...

    def arrange(self, arrangements: tuple[Arrangement, ...], by: str) -> None:
        """Keep these as the arrangements in force: `settings` holds by them from now on. `by` stands in the fact."""
        ...

    def change_settings(self, changes: Mapping[str, object], by: str) -> None:
        """Give these settings (by their names in HallSettings) other values: `settings` holds by them from now on."""
        ...

    def record(self, fact: Fact) -> None:
        """Record a fact that belongs to no visit and no session (those record their own when stored)."""
        ...
