"""Stores of memory: each keeps what one table of the hall's database keeps, and behaves as its port says."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from contracts.complaint_record import ComplaintRecord
from contracts.complaint_words import ComplaintState
from contracts.enquiry_record import EnquiryRecord
from contracts.enquiry_words import Channel, EnquiryState
from contracts.hall_words import PrintState, VisitState
from contracts.outbox_entry import VisitRecord
from contracts.request_record import RequestRecord
from contracts.request_words import RequestList, RequestState
from contracts.survey_record import SurveyRecord
from contracts.survey_words import Face
from hall.application.alert_ports import SeenAlert
from hall.application.correction_ports import StoredCorrection
from hall.application.day_ports import CalledStage
from hall.application.opening_ports import OpeningCheck
from hall.application.print_ports import PrintAttempt
from hall.application.survey_ports import FaceCount, ServedCount, Written
from hall.application.wait_ports import PastStage, ToldWait
from hall.domain.appointment import Appointment, Guest
from hall.domain.complaint import Complaint
from hall.domain.correction import Simulated
from hall.domain.day_events import BreakEnded
from hall.domain.enquiry import Enquiry
from hall.domain.events import Fact
from hall.domain.ids import AgentId, CounterId, DeviceId, ServiceCode, VisitId
from hall.domain.message import OPEN, Message, MessageKind
from hall.domain.number_block import NumberBlock
from hall.domain.paper_roll import PaperRoll
from hall.domain.request import Request
from hall.domain.return_slip import ReturnSlip
from hall.domain.service_day import ServiceDay
from hall.domain.session import CounterSession
from hall.domain.survey import SurveyAnswer
from hall.domain.visit import Visit
from hall.domain.waiting_time import ExpectedWait


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
    waits: dict[VisitId, ToldWait] = field(default_factory=dict)
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
    facts: list[tuple[int, Fact]] = field(default_factory=list)

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
            dict(self.closed_days), list(self.facts),
        )  # fmt: skip

    def record(self, fact: Fact) -> None:
        self.facts.append((len(self.facts) + 1, fact))


def copied(visit: Visit) -> Visit:
    return replace(visit, stages=[replace(stage) for stage in visit.stages], new_facts=[])


class MemorySessions:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def at(self, counter: CounterId) -> CounterSession | None:
        return next((session for session in self.open() if session.counter == counter), None)

    def of(self, agent: AgentId) -> CounterSession | None:
        return next((session for session in self.open() if session.agent == agent), None)

    def open(self) -> Sequence[CounterSession]:
        return [replace(s, new_facts=[]) for s in self._stored.sessions.values() if s.signed_out is None]

    def present(self) -> Collection[tuple[CounterId, AgentId]]:
        return [(session.counter, session.agent) for session in self.open()]

    def signed_in_since(self, agent: AgentId, since: datetime) -> bool:
        return any(s.agent == agent and s.signed_in.at >= since for s in self._stored.sessions.values())

    def add(self, session: CounterSession) -> None:
        assert session.id not in self._stored.sessions
        self.save(session)

    def save(self, session: CounterSession) -> None:
        for fact in session.new_facts:
            self._stored.record(fact)
        session.new_facts.clear()
        self._stored.sessions[session.id] = replace(session, new_facts=[])


class MemoryNumbers:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def last(self, day: date, service: ServiceCode) -> int | None:
        return self._stored.last_numbers.get((day, service))

    def set_last(self, day: date, service: ServiceCode, number: int) -> None:
        self._stored.last_numbers[day, service] = number

    def calls(self, day: date) -> Mapping[ServiceCode, int]:
        return {service: count for (of_day, service), count in self._stored.calls.items() if of_day == day}

    def count_call(self, day: date, service: ServiceCode) -> None:
        self._stored.calls[day, service] = self._stored.calls.get((day, service), 0) + 1


class MemoryDays:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def latest(self) -> ServiceDay | None:
        day = self._stored.latest_day
        return replace(self._stored.days[day]) if day else None

    def save(self, day: ServiceDay) -> None:
        self._stored.days[day.day] = replace(day)
        self._stored.latest_day = day.day

    def fill_in(self, day: ServiceDay) -> None:
        self._stored.days.setdefault(day.day, replace(day))


class MemoryPrints:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def find(self, attempt: str) -> PrintAttempt | None:
        return self._stored.prints.get(attempt)

    def save(self, attempt: PrintAttempt) -> None:
        self._stored.prints[attempt.attempt] = attempt

    def in_states(self, states: Collection[PrintState], day: date) -> Sequence[PrintAttempt]:
        return [one for one in self._of_day(day) if one.state in states]

    def of_visit(self, visit: VisitId) -> Sequence[PrintAttempt]:
        return sorted(
            (one for one in self._stored.prints.values() if one.visit == visit),
            key=lambda one: (one.at.at, one.attempt),
        )

    def newest_of(self, device: str, day: date, limit: int) -> Sequence[PrintAttempt]:
        mine = [one for one in reversed(self._of_day(day)) if one.device == device]
        by_visit: dict[VisitId, PrintAttempt] = {}
        for one in mine:
            by_visit.setdefault(one.visit, one)
        return list(by_visit.values())[:limit]

    def _of_day(self, day: date) -> list[PrintAttempt]:
        of_day = [one for one in self._stored.prints.values() if self._stored.visits[one.visit].service_day == day]
        return sorted(of_day, key=lambda one: (one.at.at, one.attempt))


class MemoryPapers:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def roll(self, device: DeviceId) -> PaperRoll:
        return self._stored.papers.get(device, PaperRoll(device))

    def save(self, roll: PaperRoll) -> None:
        self._stored.papers[roll.device] = roll

    def all(self) -> Mapping[DeviceId, PaperRoll]:
        return dict(self._stored.papers)


class MemoryPhones:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def keep(self, visit: VisitId, day: date, sealed: bytes, until: datetime) -> None:
        self._stored.phones[visit] = (day, sealed, until)

    def sealed(self, visit: VisitId) -> tuple[date, bytes] | None:
        found = self._stored.phones.get(visit)
        return None if found is None else found[:2]

    def of_day(self, day: date) -> Sequence[tuple[VisitId, bytes]]:
        return [(visit, sealed) for visit, (of, sealed, _) in self._stored.phones.items() if of == day]

    def erase(self, visit: VisitId) -> bool:
        return self._stored.phones.pop(visit, None) is not None

    def erase_until(self, now: datetime) -> int:
        over = [visit for visit, (_, _, until) in self._stored.phones.items() if until <= now]
        for visit in over:
            del self._stored.phones[visit]
        return len(over)

    def days(self) -> frozenset[date]:
        return frozenset(day for day, _, _ in self._stored.phones.values())


class MemoryAppointments:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def find(self, number: str) -> Appointment | None:
        return self._stored.appointments.get(number)

    def of_day(self, day: date) -> Sequence[Appointment]:
        mine = [one for one in self._stored.appointments.values() if one.service_day == day]
        return sorted(mine, key=lambda one: (one.slot, one.number))

    def save(self, appointment: Appointment) -> None:
        self._stored.appointments[appointment.number] = appointment

    def with_officials(self, first: date, last: date) -> Sequence[Appointment]:
        mine = self._stored.appointments.values()
        fit = [one for one in mine if one.guest and one.cancelled is None and first <= one.service_day <= last]
        return sorted(fit, key=lambda one: (one.slot, one.number))

    def erase_guests(self, before: datetime) -> int:
        over = [
            (one, one.guest)
            for one in self._stored.appointments.values()
            if one.guest is not None and one.slot < before and one.guest != Guest(one.guest.official)
        ]
        for one, guest in over:
            self.save(replace(one, guest=Guest(guest.official)))
        return len(over)

    def phone_days(self) -> frozenset[date]:
        mine = self._stored.appointments.values()
        return frozenset(one.service_day for one in mine if one.guest is not None and one.guest.sealed is not None)


class MemoryBlocks:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def all(self) -> Sequence[NumberBlock]:
        return self._stored.blocks

    def add(self, block: NumberBlock) -> None:
        assert not any((one.service, one.device) == (block.service, block.device) for one in self.all())
        self._stored.blocks += (block,)

    def drop(self, block: NumberBlock) -> None:
        self._stored.blocks = tuple(one for one in self._stored.blocks if one != block)


class MemoryWaits:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def ended(self, since: date, limit: int) -> Sequence[PastStage]:
        found = [
            PastStage(
                visit.service_day, stage.service, visit.lane, at == 0, stage.counter, stage.issued, stage.called,
                stage.ended, stage.state is not VisitState.NO_SHOW,
            )
            for visit in self._stored.visits.values()
            for at, stage in enumerate(visit.stages)
            if visit.service_day >= since and stage.counter and stage.called and stage.ended
        ]  # fmt: skip
        return sorted(found, key=lambda one: (one.service_day, one.ended.at))[-limit:]

    def break_lengths(self, limit: int) -> Sequence[float]:
        return [float(fact.length_s) for _, fact in self._stored.facts if isinstance(fact, BreakEnded)][-limit:]

    def announce(self, told: ToldWait) -> None:
        assert told.visit not in self._stored.waits, f"{told.visit} was told already"
        self._stored.waits[told.visit] = told

    def range_told(self, visit_id: VisitId) -> ExpectedWait | None:
        told = self._stored.waits.get(visit_id)
        return told.announced.told if told else None

    def outcomes(self, limit: int) -> Sequence[tuple[Simulated, float]]:
        called = [one for one in self._with_outcome(self._stored.waits.values()) if one.waited_s is not None]
        return [(one.announced.estimate, one.waited_s) for one in called][-limit:]

    def told(self, first: date, last: date) -> Sequence[ToldWait]:
        return self._with_outcome(one for one in self._stored.waits.values() if first <= one.service_day <= last)

    def _with_outcome(self, told: Iterable[ToldWait]) -> list[ToldWait]:
        found = []
        for one in told:
            stage = self._stored.visits[one.visit].stages[0]
            waited_s = stage.first_called.seconds_since(stage.issued) if stage.first_called else None
            found.append(replace(one, waited_s=waited_s))
        return found


class MemoryCorrections:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def of_visit(self, visit: VisitId) -> Sequence[StoredCorrection]:
        return [one for (of, _), one in sorted(self._stored.corrections.items()) if of == visit]

    def between(self, first: date, last: date) -> Sequence[StoredCorrection]:
        found = [one for one in self._stored.corrections.values() if first <= one.service_day <= last]
        return sorted(found, key=lambda one: (one.at, one.number), reverse=True)

    def save(self, correction: StoredCorrection) -> None:
        self._stored.corrections[correction.visit, correction.number] = correction


class MemoryClosedDays:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def keep(self, day: date, at: datetime) -> None:
        self._stored.closed_days[day] = at


class MemoryPastDays:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def before(self, day: date) -> tuple[date, str | None] | None:
        earlier = max((one for one in self._stored.days if one < day), default=None)
        return None if earlier is None else (earlier, self._stored.days[earlier].closed_by)

    def states(self, day: date) -> Mapping[VisitState, int]:
        return Tally(visit.state for visit in self._stored.visits.values() if visit.service_day == day)

    def called(self, day: date) -> Sequence[CalledStage]:
        found = [
            CalledStage(stage.service, at == 0, stage.issued, stage.first_called)
            for visit in self._stored.visits.values()
            for at, stage in enumerate(visit.stages)
            if visit.service_day == day and stage.first_called is not None and (at or visit.ticket)
        ]
        return sorted(found, key=lambda one: one.issued.at)


class MemoryOpenings:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def newest(self) -> OpeningCheck | None:
        return max(self._stored.openings.values(), key=lambda one: (one.begun_at, one.id), default=None)

    def save(self, check: OpeningCheck) -> None:
        self._stored.openings[check.id] = check


class MemoryReturns:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def find(self, code: str) -> ReturnSlip | None:
        return self._stored.returns.get(code)

    def of_visit(self, visit: VisitId) -> ReturnSlip | None:
        return next((one for one in self._stored.returns.values() if one.visit == visit), None)

    def used_by(self, visit: VisitId) -> ReturnSlip | None:
        return next((one for one in self._stored.returns.values() if one.used_by == visit), None)

    def save(self, slip: ReturnSlip) -> None:
        self._stored.returns[slip.code] = slip

    def drop(self, code: str) -> None:
        del self._stored.returns[code]


class MemoryAlerts:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def seen(self) -> Mapping[str, SeenAlert]:
        return dict(self._stored.alerts)

    def see(self, one: SeenAlert) -> None:
        assert one.alert not in self._stored.alerts, f"{one.alert} was seen already"
        self._stored.alerts[one.alert] = one

    def forget(self, alert: str) -> None:
        self._stored.alerts.pop(alert, None)


class MemoryOutbox:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def tell_visit(self, record: VisitRecord) -> None:
        self._stored.told.append(record)

    def tell_request(self, record: RequestRecord) -> None:
        self._stored.told_requests.append(record)

    def tell_enquiry(self, record: EnquiryRecord) -> None:
        self._stored.told_enquiries.append(record)

    def tell_complaint(self, record: ComplaintRecord) -> None:
        self._stored.told_complaints.append(record)

    def tell_survey(self, record: SurveyRecord) -> None:
        self._stored.told_surveys.append(record)


class MemoryRequests:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def next_number(self, year: int) -> int:
        self._stored.request_lines[year] = self._stored.request_lines.get(year, 0) + 1
        return self._stored.request_lines[year]

    def find(self, number: str) -> Request | None:
        return next((one for one in self._stored.requests.values() if number in {one.number, one.external}), None)

    def of_visit(self, visit: VisitId) -> Sequence[Request]:
        return [one for one in self._stored.requests.values() if one.visit == visit]

    def listed(self, which: RequestList, today: date, directorate: str | None, limit: int) -> Sequence[Request]:
        waits = RequestState.REGISTERED
        wanted = {
            RequestList.NOT_REFERRED: lambda one: one.state is waits,
            RequestList.DUE_TODAY: lambda one: one.state is waits and one.latest == today,
            RequestList.OVERDUE: lambda one: one.state is waits and one.latest < today,
            RequestList.WITH_DIRECTORATE: lambda one: one.state is RequestState.REFERRED,
            RequestList.TO_TELL: lambda one: one.answer is not None and one.visitor_told is None,
            RequestList.ALL: lambda _one: True,
        }[which]
        mine = [one for one in self._stored.requests.values() if wanted(one) and directorate in {None, one.directorate}]
        if which is RequestList.ALL:
            return sorted(mine, key=lambda one: (one.registered, one.number), reverse=True)[:limit]
        return sorted(mine, key=lambda one: (one.latest, one.registered, one.number))[:limit]

    def not_referred(self) -> Sequence[Request]:
        return sorted(
            (one for one in self._stored.requests.values() if one.state is RequestState.REGISTERED),
            key=lambda one: one.number,
        )

    def save(self, request: Request) -> None:
        external = request.external
        assert not any(
            one.external == external and one.number != request.number
            for one in self._stored.requests.values()
            if external is not None
        )
        self._stored.requests[request.number] = request


class MemoryMessages:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def find(self, about: str, kind: MessageKind) -> Message | None:
        mine = (one for one in self._stored.messages.values() if (one.about, one.kind) == (about, kind))
        return next(mine, None)

    def due(self, now: datetime, limit: int) -> Sequence[Message]:
        due = [one for one in self._stored.messages.values() if one.state in OPEN and one.next_try <= now]
        return sorted(due, key=lambda one: (one.next_try, one.id))[:limit]

    def save(self, message: Message) -> None:
        known = self.find(message.about, message.kind)
        assert known is None or known.id == message.id, "a message of this kind is there already"
        self._stored.messages[message.id] = message

    def turns_with_phone(self, day: date) -> Sequence[VisitId]:
        return sorted(visit for visit, (of_day, _, _) in self._stored.phones.items() if of_day == day)

    def keep_request_phone(self, number: str, day: date, sealed: bytes, language: str, until: datetime) -> None:
        self._stored.request_phones[number] = (day, sealed, language, until)

    def keep_request_phone_until(self, number: str, until: datetime) -> None:
        left = self._stored.request_phones.get(number)
        if left is not None:
            self._stored.request_phones[number] = (*left[:3], until)

    def replies_to_tell(self) -> Sequence[str]:
        answered = [
            one.number
            for one in self._stored.requests.values()
            if one.state in {RequestState.REPLIED, RequestState.DECIDED} and one.visitor_told is None
        ]
        return sorted(number for number in answered if number in self._stored.request_phones)

    def request_phone(self, number: str) -> tuple[date, bytes, str] | None:
        left = self._stored.request_phones.get(number)
        return None if left is None else left[:3]

    def erase_until(self, now: datetime) -> int:
        over = [number for number, left in self._stored.request_phones.items() if left[3] <= now]
        for number in over:
            del self._stored.request_phones[number]
        return len(over)

    def phone_days(self) -> frozenset[date]:
        return frozenset(left[0] for left in self._stored.request_phones.values())


class MemoryEnquiries:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def next_number(self) -> int:
        return len(self._stored.enquiries) + 1

    def find(self, number: int) -> Enquiry | None:
        return self._stored.enquiries.get(number)

    def open(self, limit: int) -> Sequence[Enquiry]:
        mine = [one for one in self._stored.enquiries.values() if one.state is not EnquiryState.CONFIRMED]
        return sorted(mine, key=lambda one: (one.received, one.number))[:limit]

    def counts(self, first: date, last: date) -> Mapping[tuple[str, Channel], int]:
        mine = [one for one in self._stored.enquiries.values() if first <= one.service_day <= last]
        return Tally((one.topic, one.channel) for one in mine)

    def save(self, enquiry: Enquiry) -> None:
        self._stored.enquiries[enquiry.number] = enquiry

    def keep_phone(self, number: int, day: date, sealed: bytes, until: datetime) -> None:
        self._stored.enquiry_phones[number] = (day, sealed, until)

    def phone(self, number: int) -> tuple[date, bytes] | None:
        left = self._stored.enquiry_phones.get(number)
        return None if left is None else left[:2]

    def with_phone(self) -> Set[int]:
        return set(self._stored.enquiry_phones)

    def erase_phone(self, number: int) -> bool:
        return self._stored.enquiry_phones.pop(number, None) is not None

    def erase_phones_until(self, now: datetime) -> int:
        over = [number for number, (_, _, until) in self._stored.enquiry_phones.items() if until <= now]
        return len([self._stored.enquiry_phones.pop(number) for number in over])

    def phone_days(self) -> Set[date]:
        return {day for day, _, _ in self._stored.enquiry_phones.values()}


class MemorySurveys:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def find(self, visit: VisitId) -> SurveyAnswer | None:
        return self._stored.surveys.get(visit)

    def save(self, answer: SurveyAnswer) -> None:
        self._stored.surveys[answer.visit] = answer

    def just_finished(
        self, counter: CounterId, services: Collection[ServiceCode], since: datetime
    ) -> tuple[VisitId, datetime] | None:
        ended = [
            (stage.ended.at, visit.id)
            for visit in self._stored.visits.values()
            for stage in visit.stages
            if stage.ended and stage.outcome and stage.counter == counter and stage.service in services
        ]
        return next(((visit, at) for at, visit in sorted(ended, reverse=True) if at >= since), None)

    def faces(self, first: date, last: date) -> Sequence[FaceCount]:
        mine = [one for one in self._stored.surveys.values() if first <= one.service_day <= last]
        counted = Tally((one.service_day, one.service, one.hour, one.face) for one in mine)
        return [
            FaceCount(*key, many)
            for key, many in sorted(counted.items(), key=lambda one: (*one[0][:3], one[0][3].value))
        ]

    def served(self, first: date, last: date) -> Sequence[ServedCount]:
        over = [one for one in self._stored.visits.values() if one.state is VisitState.FINISHED]
        counted = Tally((one.service_day, one.service) for one in over if first <= one.service_day <= last)
        return [ServedCount(*key, many) for key, many in sorted(counted.items())]

    def written(self, first: date, last: date, limit: int) -> Sequence[Written]:
        mine = [one for one in self._stored.surveys.values() if first <= one.service_day <= last]
        told = [Written(one.service_day, one.service, one.words) for one in mine if one.words is not None]
        return sorted(told, key=lambda one: (-one.service_day.toordinal(), one.words))[:limit]

    def forget_words(self, before: date) -> int:
        old = [one for one in self._stored.surveys.values() if one.service_day < before and one.words is not None]
        for one in old:
            self.save(replace(one, words=None))
        return len(old)

    def of_agent(self, agent: AgentId, day: date) -> Sequence[Face]:
        mine = [one for one in self._stored.surveys.values() if (one.agent, one.service_day) == (agent, day)]
        return [one.face for one in sorted(mine, key=lambda one: (one.first, one.visit))]


class MemoryComplaints:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def next_number(self, year: int) -> int:
        return 1 + sum(one.service_day.year == year for one in self._stored.complaints.values())

    def find(self, number: str) -> Complaint | None:
        return self._stored.complaints.get(number)

    def of_visit(self, visit: VisitId) -> Sequence[Complaint]:
        return [one for one in self._sorted() if one.visit == visit]

    def open(self, limit: int) -> Sequence[Complaint]:
        return [one for one in self._sorted() if one.state is not ComplaintState.CLOSED][:limit]

    def closed(self, limit: int) -> Sequence[Complaint]:
        over = [(one.closed, one) for one in self._sorted() if one.closed is not None]
        return [one for _, one in sorted(over, key=lambda pair: pair[0], reverse=True)][:limit]

    def of_days(self, first: date, last: date) -> Sequence[Complaint]:
        return [one for one in self._sorted() if first <= one.service_day <= last]

    def forget_texts(self, before: datetime) -> int:
        old = [one for one in self._sorted() if one.closed is not None and one.closed < before and one.text]
        for one in old:
            self.save(one.without_texts())
        return len(old)

    def save(self, complaint: Complaint) -> None:
        self._stored.complaints[complaint.number] = complaint

    def _sorted(self) -> list[Complaint]:
        return sorted(self._stored.complaints.values(), key=lambda one: (one.received, one.number))
