"""Stores of memory: each keeps what one table of the hall's database keeps, and behaves as its port says."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from contracts.centre.outbox_entry import VisitRecord
from contracts.complaints.record import ComplaintRecord
from contracts.enquiries.record import EnquiryRecord
from contracts.requests.record import RequestRecord
from contracts.surveys.record import SurveyRecord
from contracts.words.hall import PrintState, VisitState
from hall.appointments.model.appointment import Appointment, Guest
from hall.calendar.facts import BreakEnded
from hall.calendar.ports import CalledStage
from hall.calendar.service_day import ServiceDay
from hall.day.model.opening_ports import OpeningCheck
from hall.devices.model.paper_roll import PaperRoll
from hall.devices.model.print_ports import PrintAttempt
from hall.kernel.ids import AgentId, CounterId, DeviceId, ServiceCode, VisitId
from hall.people.model.wrong_pins import PinTries
from hall.queue.model.corrections.ports import StoredCorrection
from hall.queue.model.numbers.number_block import NumberBlock
from hall.queue.model.return_slip import ReturnSlip
from hall.queue.model.session import CounterSession
from hall.reporting.model.alert_ports import SeenAlert
from hall.waits.model.calibration import SimulatedWait
from hall.waits.model.wait_ports import AnnouncedWait, PastStage
from hall.waits.model.waiting_time import ExpectedWait
from tests.helpers.memory_stored import Stored
from tests.helpers.replacing import replace


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

    def working(self) -> Collection[tuple[CounterId, AgentId]]:
        return [(session.counter, session.agent) for session in self.open() if not session.on_break]

    def signed_in_since(self, agent: AgentId, since: datetime) -> bool:
        return any(s.agent == agent and s.signed_in.at >= since for s in self._stored.sessions.values())

    def served_since(self, agent: AgentId, since: datetime) -> int:
        mine = [s for s in self._stored.sessions.values() if s.agent == agent and s.signed_in.at >= since]
        return max(mine, key=lambda session: session.signed_in.at).served if mine else 0

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

    def last_and_kept(self, day: date, service: ServiceCode) -> tuple[int | None, Sequence[NumberBlock]]:
        return self.last(day, service), [block for block in self._stored.blocks if block.service == service]

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
        return self.of_days(day, day)

    def of_days(self, first: date, last: date) -> Sequence[Appointment]:
        mine = [one for one in self._stored.appointments.values() if first <= one.service_day <= last]
        return sorted(mine, key=lambda one: (one.slot, one.number))

    def save(self, appointment: Appointment) -> None:
        self._stored.appointments[appointment.number] = appointment

    def booked_services(self, since: datetime) -> set[ServiceCode]:
        mine = self._stored.appointments.values()
        return {one.service for one in mine if one.slot >= since and one.cancelled is None and one.visit is None}

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

    def announce(self, told: AnnouncedWait) -> None:
        assert told.visit not in self._stored.waits, f"{told.visit} has an announced wait already"
        self._stored.waits[told.visit] = told

    def range_told(self, visit_id: VisitId) -> ExpectedWait | None:
        told = self._stored.waits.get(visit_id)
        return told.announced.told if told else None

    def outcomes(self, limit: int) -> Sequence[tuple[SimulatedWait, float]]:
        called = [one for one in self._with_outcome(self._stored.waits.values()) if one.waited_s is not None]
        return [(one.announced.estimate, one.waited_s) for one in called][-limit:]

    def told(self, first: date, last: date) -> Sequence[AnnouncedWait]:
        return self._with_outcome(one for one in self._stored.waits.values() if first <= one.service_day <= last)

    def _with_outcome(self, told: Iterable[AnnouncedWait]) -> list[AnnouncedWait]:
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


class MemoryPinTries:
    def __init__(self, kept: dict[str, PinTries]) -> None:
        self._kept = kept

    def of(self, subject: str) -> PinTries:
        return self._kept.get(subject, PinTries())

    def keep(self, subject: str, tries: PinTries) -> None:
        self._kept[subject] = tries

    def forget(self, subject: str) -> None:
        self._kept.pop(subject, None)

    def locked(self) -> Mapping[str, PinTries]:
        return {subject: tries for subject, tries in self._kept.items() if tries.locks}


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
