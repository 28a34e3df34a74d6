"""What a hall of memory remembers, for its stores."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.centre.outbox_entry import VisitRecord
from contracts.complaints.record import ComplaintRecord
from contracts.devices.kiosk_use import UseKind
from contracts.enquiries.record import EnquiryRecord
from contracts.requests.record import RequestRecord
from contracts.surveys.record import SurveyRecord
from hall.appointments.model.appointment import Appointment
from hall.calendar.service_day import ServiceDay
from hall.complaints.model.complaint import Complaint
from hall.contact.model.message import Message
from hall.day.model.opening_ports import OpeningCheck
from hall.devices.model.paper_roll import PaperRoll
from hall.devices.model.print_ports import PrintAttempt
from hall.enquiries.model.enquiry import Enquiry
from hall.kernel.facts import Fact
from hall.kernel.ids import DeviceId, ServiceCode, VisitId
from hall.people.model.wrong_pins import PinTries
from hall.queue.model.corrections.ports import StoredCorrection
from hall.queue.model.numbers.number_block import NumberBlock
from hall.queue.model.return_slip import ReturnSlip
from hall.queue.model.session import CounterSession
from hall.queue.model.visit import Visit
from hall.reporting.model.alert_ports import SeenAlert
from hall.requests.model.request import Request
from hall.surveys.model.survey import SurveyAnswer
from hall.waits.model.wait_ports import AnnouncedWait
from tests.helpers.replacing import replace


@dataclass
class Stored:
    """All that a hall remembers."""

    visits: dict[VisitId, Visit] = field(default_factory=dict)
    sessions: dict[str, CounterSession] = field(default_factory=dict)
    last_numbers: dict[tuple[date, ServiceCode], int] = field(default_factory=dict)
    calls: dict[tuple[date, ServiceCode], int] = field(default_factory=dict)
    days: dict[date, ServiceDay] = field(default_factory=dict)
    latest_day: date | None = None
    prints: dict[str, PrintAttempt] = field(default_factory=dict)
    papers: dict[DeviceId, PaperRoll] = field(default_factory=dict)
    blocks: tuple[NumberBlock, ...] = ()
    appointments: dict[str, Appointment] = field(default_factory=dict)
    phones: dict[VisitId, tuple[date, bytes, datetime]] = field(default_factory=dict)
    told: list[VisitRecord] = field(default_factory=list)
    waits: dict[VisitId, AnnouncedWait] = field(default_factory=dict)
    alerts: dict[str, SeenAlert] = field(default_factory=dict)
    openings: dict[str, OpeningCheck] = field(default_factory=dict)
    requests: dict[str, Request] = field(default_factory=dict)
    request_lines: dict[int, int] = field(default_factory=dict)
    told_requests: list[RequestRecord] = field(default_factory=list)
    told_enquiries: list[EnquiryRecord] = field(default_factory=list)
    enquiries: dict[int, Enquiry] = field(default_factory=dict)
    surveys: dict[VisitId, SurveyAnswer] = field(default_factory=dict)
    complaints: dict[str, Complaint] = field(default_factory=dict)
    told_complaints: list[ComplaintRecord] = field(default_factory=list)
    told_surveys: list[SurveyRecord] = field(default_factory=list)
    messages: dict[str, Message] = field(default_factory=dict)
    request_phones: dict[str, tuple[date, bytes, str, datetime]] = field(default_factory=dict)
    enquiry_phones: dict[int, tuple[date, bytes, datetime]] = field(default_factory=dict)
    returns: dict[str, ReturnSlip] = field(default_factory=dict)
    corrections: dict[tuple[VisitId, int], StoredCorrection] = field(default_factory=dict)
    closed_days: dict[date, datetime] = field(default_factory=dict)
    pin_tries: dict[str, PinTries] = field(default_factory=dict)
    facts: list[tuple[int, Fact]] = field(default_factory=list)
    kiosk_counts: dict[tuple[str, date, int, UseKind, str], int] = field(default_factory=dict)
    kiosk_reports: dict[str, str] = field(default_factory=dict)

    def copy(self) -> Stored:
        return Stored(
            dict(self.visits), dict(self.sessions), dict(self.last_numbers), dict(self.calls), dict(self.days),
            self.latest_day, dict(self.prints), dict(self.papers), self.blocks, dict(self.appointments),
            dict(self.phones), list(self.told),
            dict(self.waits), dict(self.alerts), dict(self.openings), dict(self.requests),
            dict(self.request_lines), list(self.told_requests), list(self.told_enquiries), dict(self.enquiries),
            dict(self.surveys), dict(self.complaints), list(self.told_complaints),
            list(self.told_surveys), dict(self.messages),
            dict(self.request_phones), dict(self.enquiry_phones), dict(self.returns), dict(self.corrections),
            dict(self.closed_days), dict(self.pin_tries), list(self.facts),
            dict(self.kiosk_counts), dict(self.kiosk_reports),
        )  # fmt: skip

    def record(self, fact: Fact) -> None:
        self.facts.append((len(self.facts) + 1, fact))


def copied(visit: Visit) -> Visit:
    return replace(visit, stages=[replace(stage) for stage in visit.stages], new_facts=[])
