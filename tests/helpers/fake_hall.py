"""A hall in a thread: real HTTP on 127.0.0.1, real server-sent events, a few rules, faults on request.

It issues numbers, keeps a visit's id and each idempotency key, streams a snapshot and facts and resumes them. It can
be stopped and started again on the same port, fall silent, refuse, and lose answers.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from contracts.codec.reader import from_json, to_json
from contracts.devices.kiosk_use import KioskUseRequest
from contracts.devices.paper import PaperView, PrintedTicket, PrintedTickets
from contracts.live import FactMessage
from contracts.offline import ReservedBlock, ReservedNumbers, TicketDay
from contracts.queue.answers import IssuedTicket, WaitRange
from contracts.queue.bodies import (
    CheckInRequest,
    DeviceActRequest,
    DeviceStateRequest,
    HandInRequest,
    IssueRequest,
    PhoneRequest,
    PrintRequest,
)
from contracts.queue.queues_view import QueuesView, ServiceQueue
from contracts.settings.hall_view import DayView, HallView, HoursView, ServiceView
from contracts.settings.kiosks import AppointmentView
from contracts.words.hall import Lane, VisitorKind
from contracts.words.pictograms import Pictogram
from tests.helpers.fake_hall_server import STREAM, FakeHallHandler, FakeHallServer, problem
from tests.helpers.ports import free_port
from tests.helpers.replacing import replace

__all__ = ["STREAM", "problem"]

TOKEN = "fake-kiosk-token"
NINE = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)

PICTOGRAMS = dict(zip("ALTMFQO", Pictogram, strict=True))
SERVICES = (
    ("A", "المساعدات السكنية", "Housing assistance", 7, (14, 32)),
    ("L", "الأراضي", "Lands", 3, (6, 12)),
    ("T", "التصرفات العقارية", "Real-estate transactions", 12, (28, 55)),
    ("M", "منصة أملاك", "Amlak platform", 1, (1, 6)),
    ("F", "متابعة المعاملات", "Request follow-up", 2, (4, 9)),
    ("Q", "الاستفسارات العامة", "General enquiries", 0, (0, 3)),
    ("O", "مقابلة مسؤولي الدائرة", "Meeting an official", 5, None),
)


def example_hall(state: str = "open") -> HallView:
    """Return the hall that the fake serves, its day in `state`."""
    services = tuple(
        ServiceView(code, code, {"ar": ar, "en": en}, None, {}, (), 900, True, pictogram=PICTOGRAMS.get(code, ""))
        for code, ar, en, _, _ in SERVICES
    )
    return HallView(
        hall="muscat-1",
        names={"ar": "قاعة خدمات المراجعين – مسقط", "en": "Muscat Service Hall"},
        governorate="muscat",
        site_kind="hall",
        time_zone="Asia/Muscat",
        languages=("ar", "en"),
        digits="western",
        services=services,
        counters=(),
        agents=(),
        hours=HoursView(True, "07:15", "07:30", "07:30", "14:00", "14:30"),
        day=DayView(date(2026, 11, 25), state, None),
        notices=(),
        reasons=(),
    )


def example_queues(seq: int = 0, state: str = "open") -> QueuesView:
    """Return the figures that the fake serves."""
    rows = tuple(
        ServiceQueue(code, waiting, waiting * 200, _range(wait), 2, 10, ()) for code, _, _, waiting, wait in SERVICES
    )
    return QueuesView(STREAM, seq, NINE, DayView(date(2026, 11, 25), state, None), rows, (), (), (), 0, 0)


def own_numbers(first: int = 900, last: int = 999) -> ReservedNumbers:
    """Return a block of each service, good at any hour from now on."""
    today = datetime.now(UTC).date()
    blocks = tuple(ReservedBlock(code, code, first, last) for code, *_ in SERVICES)
    days = tuple(TicketDay(today + timedelta(days=ahead), "00:00", "23:59") for ahead in range(-1, 3))
    return ReservedNumbers(blocks, days, "Asia/Muscat", "http://hall.example/t#")


def _range(minutes: tuple[int, int] | None) -> WaitRange | None:
    if minutes is None:
        return None
    low, high = minutes
    return WaitRange(low * 60, (low + high) * 30, high * 60)


@dataclass
class FakeHall:
    """The hall's state; tests set it and read it. All access to it is under `lock`."""

    hall: HallView = field(default_factory=example_hall)
    queues: QueuesView = field(default_factory=example_queues)
    token: str = TOKEN
    issued: dict[str, IssuedTicket] = field(default_factory=dict)
    requests: list[IssueRequest] = field(default_factory=list)
    keys: dict[str, tuple[bytes, int, bytes]] = field(default_factory=dict)
    repeats: int = 0
    """Wishes to hear the calls again."""
    prints: list[tuple[str, PrintRequest]] = field(default_factory=list)
    device_states: list[DeviceStateRequest] = field(default_factory=list)
    acts: list[DeviceActRequest] = field(default_factory=list)
    uses: list[KioskUseRequest] = field(default_factory=list)
    """What kiosks counted, each report once: the hall knows a repetition by the report's id."""
    paper: PaperView | None = None
    cancelled: list[str] = field(default_factory=list)
    phones: list[tuple[str, str | None]] = field(default_factory=list)
    refuse_phone: str | None = None
    appointments: dict[str, AppointmentView] = field(default_factory=dict)
    checked_in: list[str] = field(default_factory=list)
    numbers: ReservedNumbers | None = None
    """The kiosk's reserved numbers; None: there are none."""
    numbers_asked: list[int] = field(default_factory=list)
    """How many tickets had been handed in at each question for the numbers."""
    is_a_board: bool = False
    """The token is that of a board: it may follow the hall and has no reserved numbers."""
    has_another_name: bool = False
    """The token is that of a kiosk with another name than the program was started with."""
    handed_in: list[HandInRequest] = field(default_factory=list)
    refuse_hand_in: dict[str, str] = field(default_factory=dict)
    """The refusal's code by ticket."""
    signs: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Signs of life: `alive` or `picture`, type and content."""
    agents: set[str] = field(default_factory=set)
    """How the programs that sent signs of life named themselves."""
    refuse_issue: str | None = None
    lose_answers: int = 0
    """The number of POST requests that are done without an answer: the connection is cut instead."""
    silent: bool = False
    facts: list[FactMessage] = field(default_factory=list)
    live_connections: list[str] = field(default_factory=list)
    """The Last-Event-ID of each live link that was opened, "" for none."""
    lock: threading.Condition = field(default_factory=threading.Condition)
    running: bool = False
    port: int = field(default_factory=free_port)
    _server: FakeHallServer | None = None
    _thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The address programs are given."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listen, on the same port as before."""
        server = FakeHallServer(("127.0.0.1", self.port), FakeHallHandler)
        server.fake = self
        self._server, self.running = server, True
        self._thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="fake-hall")
        self._thread.start()

    def stop(self) -> None:
        """Go away, live links included."""
        if self._server is None or self._thread is None:
            return
        with self.lock:
            self.running = False
            self.lock.notify_all()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()
        self._server = None

    def tell(self, kind: str) -> None:
        """Send one fact to every live link."""
        with self.lock:
            self.facts.append(FactMessage(len(self.facts) + 1, kind, NINE, date(2026, 11, 25)))
            self.lock.notify_all()

    def set_day(self, state: str) -> None:
        """Open or close the day and tell it."""
        with self.lock:
            self.queues = replace(self.queues, day=replace(self.queues.day, state=state))
        self.tell("day_opened" if state == "open" else "day_closed")

    def answer(self, path: str, body: Any) -> tuple[int, Any]:
        """Return status and JSON of a request; called under the lock."""
        parts = path.strip("/").split("/")[2:]
        match parts:
            case ["hall"]:
                return 200, to_json(self.hall)
            case ["queues"]:
                return 200, to_json(replace(self.queues, seq=len(self.facts)))
            case ["visits"]:
                return self._issue(from_json(IssueRequest, body))
            case ["visits", "hand-in"]:
                return self._hand_in(from_json(HandInRequest, body))
            case ["visits", visit, "prints"]:
                self.prints.append((visit, from_json(PrintRequest, body)))
                return 204, None
            case ["visits", visit, "cancel"]:
                self.cancelled.append(visit)
                return (200, {"visit": visit}) if visit in self.issued else problem(404, "visit_unknown")
            case ["devices", device, what]:
                return self._device(device, what, body)
        return self._of_visitors(parts, body)

    def _of_visitors(self, parts: list[str], body: Any) -> tuple[int, Any]:
        match parts:
            case ["visits", _]:
                return problem(403, "role_refused") if self.is_a_board else problem(404, "visit_unknown")
            case ["calls", "repeat"]:
                self.repeats += 1
                return 204, None
            case ["visits", visit, "phone"]:
                self.phones.append((visit, from_json(PhoneRequest, body).phone))
                return problem(409, self.refuse_phone) if self.refuse_phone else (204, None)
            case ["appointments", number]:
                known = self.appointments.get(number)
                return (200, to_json(known)) if known is not None else problem(404, "appointment_unknown")
            case ["appointments", number, "check-in"]:
                asked = from_json(CheckInRequest, body)
                self.checked_in.append(number)
                service = self.appointments[number].service
                return self._issue(IssueRequest(service, language=asked.language, visit=asked.visit))
        return problem(404, "path_unknown")

    def _device(self, device: str, what: str, body: Any) -> tuple[int, Any]:
        match what:
            case "state":
                self.device_states.append(from_json(DeviceStateRequest, body))
                return 204, None
            case "use":
                return self._count(from_json(KioskUseRequest, body))
            case "acts":
                self.acts.append(from_json(DeviceActRequest, body))
                return 204, None
            case "numbers" if self.is_a_board or self.has_another_name:
                return problem(403, "role_refused")
            case "numbers" if self.numbers is not None:
                self.numbers_asked.append(len(self.handed_in))
                return 200, to_json(self.numbers)
        return self._paper_of(device, what)

    def _paper_of(self, device: str, what: str) -> tuple[int, Any]:
        match what:
            case "paper":
                return 200, to_json(self.paper or PaperView(device, None, None, 0, 0, None, None))
            case "prints":
                return 200, to_json(PrintedTickets(self._printed()))
        return problem(404, "path_unknown")

    def _count(self, report: KioskUseRequest) -> tuple[int, Any]:
        if report.report not in [one.report for one in self.uses]:
            self.uses.append(report)
        return 204, None

    def _hand_in(self, record: HandInRequest) -> tuple[int, Any]:
        if record.ticket in self.refuse_hand_in:
            return problem(409, self.refuse_hand_in[record.ticket])
        self.handed_in.append(record)
        return 201, {"visit": record.visit, "ticket": record.ticket}

    def _printed(self) -> tuple[PrintedTicket, ...]:
        states = {visit: report.state for visit, report in self.prints}
        newest_first = [ticket for ticket in reversed(self.issued.values()) if ticket.visit in states]
        return tuple(PrintedTicket(ticket, states[ticket.visit], NINE) for ticket in newest_first)

    def _issue(self, request: IssueRequest) -> tuple[int, Any]:
        self.requests.append(request)
        service = next((s for s in self.hall.services if s.code == request.service), None)
        if service is None:
            return problem(404, "service_unknown")
        if service.asks_visitor_kind and request.visitor_kind is None:
            return problem(422, "visitor_kind_needed")
        if self.refuse_issue:
            return problem(409, self.refuse_issue)
        visit = request.visit or ""
        if visit not in self.issued:
            number = sum(1 for t in self.issued.values() if t.service == request.service) + 47
            queue = next(q for q in self.queues.services if q.service == request.service)
            self.issued[visit] = IssuedTicket(
                visit,
                f"{service.prefix}{number:03}",
                request.service,
                Lane.PRIORITY if request.priority else Lane.STANDARD,
                NINE,
                queue.waiting,
                queue.forecast,
                f"{self.url}/t#3q8Yw2Zk5c1VbT9xM0aRfg",
            )
        return 201, to_json(self.issued[visit])


@contextmanager
def running_hall(**state: Any) -> Iterator[FakeHall]:
    """Give a hall that is up, and stop it at the end."""
    fake = FakeHall(**state)
    fake.start()
    try:
        yield fake
    finally:
        fake.stop()


def visitor_kinds_asked(hall: HallView, service: str) -> HallView:
    """Return the hall with one service that asks who the visitor is."""
    kinds = (VisitorKind.CITIZEN, VisitorKind.RESIDENT, VisitorKind.COMPANY, VisitorKind.INVESTOR)
    services = tuple(
        replace(s, visitor_kinds=kinds, asks_visitor_kind=True) if s.code == service else s for s in hall.services
    )
    return replace(hall, services=services)
