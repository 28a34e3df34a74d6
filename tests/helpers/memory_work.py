"""A hall made of memory: the ports of the hall with behaviour, all or nothing for each command.

Stored entities are copies, as a database's would be: changing one without saving it changes nothing. A command that is
refused, or that fails, leaves no trace. Facts have one gapless number line.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from contracts.centre.outbox_entry import VisitRecord
from contracts.words.hall import Lane, VisitState
from hall.calendar.facts import SettingsChanged
from hall.kernel.arrangement import Arrangement
from hall.kernel.facts import Fact
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import VisitUnknownError
from hall.kernel.settings import HallSettings
from hall.kernel.settings_in_force import arranged
from hall.queue.model.calling.waiting_line import Candidates, Waiting, waiting_of
from hall.queue.model.numbers.ticket_number import as_printed
from hall.queue.model.ports import Sought, WaitingSince
from hall.queue.model.stage import AT_COUNTER, IN_HALL
from hall.queue.model.visit import Visit
from tests.helpers.candidates import candidates_of
from tests.helpers.memory_contacts import (
    MemoryComplaints,
    MemoryEnquiries,
    MemoryKioskUse,
    MemoryMessages,
    MemoryRequests,
    MemorySurveys,
)
from tests.helpers.memory_stored import Stored, copied
from tests.helpers.memory_stores import (
    MemoryAlerts,
    MemoryAppointments,
    MemoryBlocks,
    MemoryClosedDays,
    MemoryCorrections,
    MemoryDays,
    MemoryNumbers,
    MemoryOpenings,
    MemoryOutbox,
    MemoryPapers,
    MemoryPastDays,
    MemoryPhones,
    MemoryPinTries,
    MemoryPrints,
    MemoryReturns,
    MemorySessions,
    MemoryWaits,
)
from tests.helpers.replacing import replace

C = TypeVar("C")
R = TypeVar("R")


def _fits(visit: Visit, what: Sought) -> bool:
    return (
        what.service in {None, visit.service}
        and (what.since is None or visit.issued.at >= what.since)
        and (what.until is None or visit.issued.at <= what.until)
        and (visit.ticket.startswith(what.begins) or visit.ticket == as_printed(what.begins))
        and (what.among is None or visit.id in what.among)
    )


class MemoryVisits:
    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def get(self, visit: VisitId) -> Visit:
        found = self.find(visit)
        if found is None:
            raise VisitUnknownError(f"there is no visit {visit}")
        return found

    def find(self, visit: VisitId) -> Visit | None:
        found = self._stored.visits.get(visit)
        return copied(found) if found else None

    def by_ticket(self, day: date, ticket: str) -> Visit | None:
        found = self._those(lambda v: v.service_day == day and v.ticket == ticket)
        return found[-1] if found else None

    def numbered(self, day: date, number: int) -> Sequence[Visit]:
        return self._those(lambda v: v.service_day == day and v.number == number)

    def by_code_hash(self, code_hash: str) -> Visit | None:
        found = self._those(lambda v: v.code_hash == code_hash)
        return found[-1] if found else None

    def sought(self, day: date, what: Sought, limit: int) -> Sequence[Visit]:
        found = self._those(lambda v: v.service_day == day and bool(v.ticket) and _fits(v, what))
        return sorted(found, key=lambda v: (v.issued.at, v.id), reverse=True)[:limit]

    def waiting(self, day: date, services: Collection[ServiceCode] | None = None) -> Sequence[Visit]:
        return self._those(
            lambda v: (
                v.service_day == day and v.state is VisitState.WAITING and (services is None or v.service in services)
            )
        )

    def queue(self, day: date, services: Collection[ServiceCode] | None = None) -> Sequence[Waiting]:
        return [waiting_of(visit) for visit in self.waiting(day, services)]

    def candidates(self, day: date, now: Moment) -> Candidates:
        return candidates_of(self.queue(day), now)

    def at_counter(self, counter: CounterId) -> Visit | None:
        found = self._those(lambda v: v.counter == counter and v.state in AT_COUNTER)
        assert len(found) <= 1, f"counter {counter} has {len(found)} visits in hand"
        return found[0] if found else None

    def parked_at(self, counter: CounterId) -> Sequence[Visit]:
        return self._those(lambda v: v.counter == counter and v.state is VisitState.PARKED)

    def count_waiting(self, day: date, service: ServiceCode) -> int:
        return len(self.waiting(day, [service]))

    def in_hall(self, day: date) -> Sequence[Visit]:
        return self._those(lambda v: v.service_day == day and v.state in IN_HALL)

    def attended(self, day: date) -> Sequence[Visit]:
        return [visit for visit in self.in_hall(day) if visit.state is not VisitState.WAITING]

    def waiting_since(self, day: date) -> Mapping[ServiceCode, Sequence[WaitingSince]]:
        found: dict[ServiceCode, list[WaitingSince]] = {}
        for visit in self.waiting(day):
            found.setdefault(visit.service, []).append(WaitingSince(visit.ticket, visit.stage.issued))
        return found

    def tickets_given(self, day: date) -> Mapping[ServiceCode, int]:
        counted = self._those(
            lambda v: (
                v.service_day == day
                and v.number is not None
                and v.lane is not Lane.APPOINTMENT
                and v.state is not VisitState.CANCELLED
                and v.carried_from is None
            )
        )
        return Tally(visit.stages[0].service for visit in counted)

    def count_missed(self, day: date) -> int:
        return len(self.missed(day))

    def anybody_in_hall(self, day: date) -> bool:
        return bool(self.in_hall(day))

    def carried_over(self, day: date) -> Sequence[Visit]:
        return self._those(lambda v: v.service_day == day and v.state is VisitState.CARRIED_OVER)

    def ended_by_close(self, day: date, close: Moment) -> Sequence[Visit]:
        ended = {VisitState.NO_SHOW, VisitState.CANCELLED, VisitState.CARRIED_OVER, VisitState.CLOSED_BY_DAY}
        return self._those(lambda v: v.service_day == day and v.state in ended and v.ended_by_close(close))

    def missed(self, day: date) -> Sequence[Visit]:
        found = self._those(lambda v: v.service_day == day and v.state is VisitState.NO_SHOW)
        return sorted(found, key=lambda v: v.stage.ended.at if v.stage.ended else v.issued.at, reverse=True)

    def recent_calls(self, day: date, limit: int) -> Sequence[Visit]:
        calls = [(newest, v) for v in self._those(lambda v: v.service_day == day) if (newest := _newest_call(v))]
        calls.sort(key=lambda call: call[0].at, reverse=True)
        return [visit for _, visit in calls[:limit]]

    def served(self, day: date) -> Mapping[ServiceCode, int]:
        today = self._those(lambda v: v.service_day == day)
        return Tally(stage.service for visit in today for stage in visit.stages if stage.was_served)

    def number_in_hall(self, day: date, ticket: str) -> bool:
        kept = IN_HALL | {VisitState.NO_SHOW}
        return any(
            v.service_day == day and v.ticket == ticket and v.state in kept for v in self._stored.visits.values()
        )

    def number_and_queue(self, day: date, ticket: str, service: ServiceCode) -> tuple[bool, int]:
        return self.number_in_hall(day, ticket), self.count_waiting(day, service)

    def numbers_in_hall(self, day: date) -> Collection[str]:
        return {v.ticket for v in self._stored.visits.values() if v.ticket and self.number_in_hall(day, v.ticket)}

    def add(self, visit: Visit) -> None:
        assert visit.id not in self._stored.visits, f"visit {visit.id} is there already"
        self._store(visit)

    def save(self, visit: Visit, *, changed_from: int | None = None) -> None:
        assert changed_from is None or 0 <= changed_from < len(visit.stages)
        known = self._stored.visits[visit.id]
        assert known.revision == visit.revision, f"visit {visit.id} was changed by somebody else"
        visit.revision += 1
        self._store(visit)

    def _store(self, visit: Visit) -> None:
        for fact in visit.new_facts:
            self._stored.record(fact)
        visit.new_facts.clear()
        self._stored.visits[visit.id] = copied(visit)

    def _those(self, wanted: Callable[[Visit], bool]) -> list[Visit]:
        found = [copied(visit) for visit in self._stored.visits.values() if wanted(visit)]
        return sorted(found, key=lambda v: (v.issued.at, v.id))


def _newest_call(visit: Visit) -> Moment | None:
    calls = [stage.called for stage in visit.stages if stage.called is not None]
    return calls[-1] if calls else None


class MemoryWork:
    """One command's view: a copy of the hall, which becomes the hall only when the command ends well."""

    def __init__(self, stored: Stored, settings: HallSettings) -> None:
        self.stored, self.set_up, self.settings = stored, settings, arranged(settings)
        self.visits, self.sessions = MemoryVisits(stored), MemorySessions(stored)
        self.numbers, self.days = MemoryNumbers(stored), MemoryDays(stored)
        self.prints, self.papers = MemoryPrints(stored), MemoryPapers(stored)
        self.phones, self.appointments = MemoryPhones(stored), MemoryAppointments(stored)
        self.outbox, self.blocks, self.waits = MemoryOutbox(stored), MemoryBlocks(stored), MemoryWaits(stored)
        self.messages, self.enquiries = MemoryMessages(stored), MemoryEnquiries(stored)
        self.openings, self.requests = MemoryOpenings(stored), MemoryRequests(stored)
        self.returns, self.surveys = MemoryReturns(stored), MemorySurveys(stored)
        self.complaints, self.pin_tries = MemoryComplaints(stored), MemoryPinTries(stored.pin_tries)
        self.alerts, self.past_days = MemoryAlerts(stored), MemoryPastDays(stored)
        self.corrections, self.closed_days = MemoryCorrections(stored), MemoryClosedDays(stored)
        self.kiosk_use = MemoryKioskUse(stored)

    def arrange(self, arrangements: tuple[Arrangement, ...], by: str) -> None:
        self.change_settings({"arrangements": arrangements}, by)

    def change_settings(self, changes: Mapping[str, object], by: str) -> None:
        version = self.set_up.version + 1
        self.set_up = replace(self.set_up, **changes, version=version)  # type: ignore[arg-type]  # named by HallSettings
        self.settings = arranged(self.set_up)
        self.record(SettingsChanged(version, by, tuple(changes)))

    def record(self, fact: Fact) -> None:
        self.stored.record(fact)


class HandClock:
    """A clock that a test moves; the wall can be set apart from the monotonic reading, as a technician would."""

    def __init__(self, at: datetime, boot: str = "b1") -> None:
        self.at, self.ns, self.boot = at, 1_000_000_000, boot

    def now(self) -> Moment:
        return Moment(self.at, self.ns, self.boot)

    def advance(self, seconds: float) -> Moment:
        self.at += timedelta(seconds=seconds)
        self.ns += round(seconds * 1e9)
        return self.now()

    def set_wall(self, at: datetime) -> None:
        self.at = at

    def reboot(self, boot: str) -> None:
        self.boot, self.ns = boot, 0


class MemoryHall:
    """A hall that runs use cases one after the other, as the command queue does."""

    def __init__(self, settings: HallSettings, clock: HandClock) -> None:
        self.settings, self.clock, self.stored = settings, clock, Stored()

    def run(self, use_case: Callable[..., R], command: object) -> R:
        """Run a use case now; keep what it did only when it ends without a refusal."""
        work = self.work()
        answer = use_case(command, work=work, now=self.clock.now())
        self.stored, self.settings = work.stored, work.set_up
        return answer

    def work(self) -> MemoryWork:
        """Return a view on a copy: what is done on it is lost unless `stored` is put back."""
        return MemoryWork(self.stored.copy(), self.settings)

    def visit(self, visit: str) -> Visit:
        return self.work().visits.get(VisitId(visit))

    @property
    def facts(self) -> list[Fact]:
        return [fact for _, fact in self.stored.facts]

    @property
    def told(self) -> list[VisitRecord]:
        return self.stored.told
