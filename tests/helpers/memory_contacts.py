"""Stores of memory for what outlives a visit: requests, messages, enquiries, surveys, complaints, use of kiosks."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date, datetime

from contracts.devices.kiosk_use import UseCount, UseRow
from contracts.words.complaints import ComplaintState
from contracts.words.enquiries import Channel, EnquiryState
from contracts.words.hall import VisitState
from contracts.words.requests import RequestList, RequestState
from contracts.words.surveys import Face
from hall.complaints.model.complaint import Complaint
from hall.contact.model.message import OPEN, Message, MessageKind
from hall.enquiries.model.enquiry import Enquiry
from hall.kernel.ids import AgentId, CounterId, DeviceId, ServiceCode, VisitId
from hall.requests.model.ports import ChosenCodes
from hall.requests.model.request import Request
from hall.surveys.model.ports import FaceCount, ServedCount, Written
from hall.surveys.model.survey import SurveyAnswer
from tests.helpers.memory_stored import Stored
from tests.helpers.replacing import replace


class MemoryRequests:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def next_number(self, year: int) -> int:
        self._stored.request_lines[year] = self._stored.request_lines.get(year, 0) + 1
        return self._stored.request_lines[year]

    def chosen_codes(self) -> ChosenCodes:
        kept = self._stored.requests.values()
        powers = {one.decision.power for one in kept if one.decision}
        return ChosenCodes({one.topic for one in kept}, {one.directorate for one in kept}, powers)

    def find(self, number: str) -> Request | None:
        return next((one for one in self._stored.requests.values() if number in {one.number, one.external}), None)

    def of_visit(self, visit: VisitId) -> Sequence[Request]:
        return [one for one in self._stored.requests.values() if one.visit == visit]

    def listed(
        self,
        which: RequestList,
        today: date,
        directorate: str | None,
        limit: int,
        counters: Collection[CounterId] | None = None,
    ) -> Sequence[Request]:
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
        mine = [one for one in mine if counters is None or one.counter in counters]
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

    def reply_message(self, number: str) -> Message | None:
        return self.find(number, MessageKind.REPLY)

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

    def chosen_topics(self) -> set[str]:
        return {one.topic for one in self._stored.enquiries.values()}

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


class MemoryKioskUse:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def last_report(self, device: DeviceId) -> str | None:
        return self._stored.kiosk_reports.get(device)

    def add(self, device: DeviceId, report: str, counts: Sequence[UseCount]) -> None:
        for one in counts:
            key = (device, one.day, one.hour, one.kind, one.key)
            self._stored.kiosk_counts[key] = self._stored.kiosk_counts.get(key, 0) + one.many
        self._stored.kiosk_reports[device] = report

    def rows(self, first: date, last: date) -> Sequence[UseRow]:
        mine = ((key, many) for key, many in self._stored.kiosk_counts.items() if first <= key[1] <= last)
        return [UseRow(*key, many) for key, many in sorted(mine, key=lambda one: (*one[0][:3], one[0][3].value))]
