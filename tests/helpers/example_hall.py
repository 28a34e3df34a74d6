"""A hall for the engine's tests: three services, four counters, four agents, the hours of a Muscat office."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from contracts.words.hall import VisitorKind
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.settings import Agent, Counter, FiveTimes, HallSettings, Holiday, Hours, Period, Service
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from tests.helpers.memory_work import HandClock, MemoryHall
from tests.helpers.replacing import replace

LANDS, HOUSING, ENQUIRIES = ServiceCode("L"), ServiceCode("H"), ServiceCode("Q")
OFFICE = FiveTimes(time(7, 15), time(7, 30), time(7, 30), time(13, 30), time(14, 30))
RAMADAN = FiveTimes(time(8, 45), time(9, 0), time(9, 0), time(12, 30), time(13, 30))
SUNDAY_TO_THURSDAY = {7: OFFICE, 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE}
NATIONAL_DAY = date(2026, 11, 26)
TUESDAY = date(2026, 11, 24)
NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
"""Nine o'clock on a Tuesday in Muscat."""

HOURS = Hours(
    SUNDAY_TO_THURSDAY,
    ramadan=(Period(date(2027, 2, 8), date(2027, 3, 9), RAMADAN),),
    holidays=(
        Holiday(NATIONAL_DAY, {"ar": "اليوم الوطني", "en": "National Day"}),
        Holiday(date(2026, 12, 2), {"ar": "عطلة", "en": "Perhaps"}, expected=True),
    ),
)

SETTINGS = HallSettings(
    hall="muscat-1",
    names={"ar": "قاعة مسقط", "en": "Muscat hall"},
    governorate="muscat",
    services=(
        Service(LANDS, "L", {"ar": "الأراضي", "en": "Lands"}, expected_serving_s=600),
        Service(
            HOUSING, "H", {"ar": "الإسكان", "en": "Housing"},
            visitor_kinds=(VisitorKind.CITIZEN, VisitorKind.RESIDENT), asks_visitor_kind=True,
        ),
        Service(ENQUIRIES, "س", {"ar": "الاستفسارات", "en": "Enquiries"}, expected_serving_s=180),
    ),
    counters=(
        Counter(CounterId(1), {"ar": "١", "en": "1"}, (LANDS, HOUSING)),
        Counter(CounterId(2), {"ar": "٢", "en": "2"}, (LANDS,)),
        Counter(CounterId(3), {"ar": "٣", "en": "3"}, (ENQUIRIES, LANDS, HOUSING)),
        Counter(CounterId(4), {"ar": "٤", "en": "4"}, (HOUSING,)),
    ),
    agents=(
        Agent(AgentId("said"), {"ar": "سعيد", "en": "Said"}),
        Agent(AgentId("badriya"), {"ar": "بدرية", "en": "Badriya"}),
        Agent(AgentId("rashid"), {"ar": "راشد", "en": "Rashid"}, (ENQUIRIES, HOUSING, LANDS), all_round=True),
        Agent(AgentId("noor"), {"ar": "نور", "en": "Noor"}, (HOUSING,)),
    ),
    hours=HOURS,
)  # fmt: skip
ALWAYS = replace(SETTINGS, hours=Hours({}, always_open=True), confirms_date_itself=True)


def new_hall(settings: HallSettings = SETTINGS, at: datetime = NINE) -> MemoryHall:
    return MemoryHall(settings, HandClock(at))


def staffed_hall(settings: HallSettings = SETTINGS, at: datetime = NINE) -> MemoryHall:
    """Return a hall in which Said sits at counter 1, Badriya at 2 and Rashid (all-round) at 3."""
    hall = new_hall(settings, at)
    for counter, agent in ((1, "said"), (2, "badriya"), (3, "rashid")):
        hall.run(sign_in, SignIn(f"s{counter}", CounterId(counter), AgentId(agent)))
    return hall


def take(hall: MemoryHall, visit: str, service: ServiceCode = LANDS, **more: object) -> str:
    """Issue a ticket one second after the last and return its number."""
    hall.clock.advance(1)
    if service == HOUSING:
        more.setdefault("visitor_kind", VisitorKind.CITIZEN)
    command = IssueTicket(VisitId(visit), service, "kiosk-1", **more)  # type: ignore[arg-type]  # test shorthand
    return hall.run(issue_ticket, command).visit.ticket


def called_hall(visit: str = "v1") -> MemoryHall:
    """Return a staffed hall in which L001 is called to counter 1."""
    hall = staffed_hall()
    take(hall, visit)
    hall.run(call_next, CallNext(CounterId(1)))
    return hall


def serving_hall() -> MemoryHall:
    """Return a staffed hall in which L001 has been served at counter 1 since now, 30 s after its call."""
    hall = called_hall()
    hall.clock.advance(30)
    hall.run(begin_serving, BeginServing(CounterId(1)))
    return hall
