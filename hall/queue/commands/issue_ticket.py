"""Give out a ticket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Lane, VisitorKind
from hall.calendar.service_day import ServiceDay
from hall.kernel.ids import AgentId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.refusals import (
    KioskPausedError,
    QuotaReachedError,
    ServiceClosedError,
    VisitIdTakenError,
    VisitorKindNeededError,
    VisitorKindRefusedError,
)
from hall.kernel.settings import HallSettings, Service
from hall.queue.commands.current_day import CurrentDayWork, day_for_tickets
from hall.queue.model.calling.people_ahead import people_ahead
from hall.queue.model.calling.waiting_line import waiting_of
from hall.queue.model.new_visit import Arrival, Printed, new_visit
from hall.queue.model.numbers.number_block import line_end
from hall.queue.model.numbers.ticket_number import next_number
from hall.queue.model.ports import HasNumbers, HasSessions, HasVisits
from hall.queue.model.visit import Visit
from hall.queue.queries.place import PlaceWork, ahead_of
from hall.queue.queries.queue_context import queue_context


@dataclass(frozen=True)
class IssueTicket:
    """Give a ticket of `service` to the visit `visit` (a UUIDv7 that the device makes); `by` is the device."""

    visit: VisitId
    service: ServiceCode
    by: str
    visitor_kind: VisitorKind | None = None
    priority: bool = False
    language: str | None = None
    code_hash: str = ""


@dataclass(frozen=True)
class Issued:
    """The visit with its ticket, how many are ahead of it, and whether it had been issued before (a retry)."""

    visit: Visit
    people_ahead: int
    repeated: bool = False


class GiveTicketWork(HasNumbers, HasSessions, HasSettings, HasVisits, Protocol):
    """What giving a ticket reads and writes once its day is known."""


class IssueTicketWork(CurrentDayWork, GiveTicketWork, PlaceWork, Protocol):
    """What issuing a ticket reads and writes."""


def issue_ticket(command: IssueTicket, *, work: IssueTicketWork, now: Moment) -> Issued:
    """Give out the next number of the service; the same visit and service again give the same ticket again."""
    work.settings.service(command.service)
    known = work.visits.find(command.visit)
    if known is not None:
        return _again(known, command, work, now)
    check_kiosk(command.by, work.settings)
    day = day_for_tickets(work, now)
    # Only now: a first ticket begins the day, and what was arranged for the one before ends with that.
    service = work.settings.service(command.service)
    check_service(service, command.visitor_kind)
    check_quota(service, day, work)
    return give_ticket(_arrival(command, service), day, work=work, now=now)


def give_ticket(
    arrival: Arrival,
    day: ServiceDay,
    *,
    work: GiveTicketWork,
    now: Moment,
    rank_from: Moment | None = None,
    for_agent: AgentId | None = None,
) -> Issued:
    """Give the next number of its service to an arrival that may have one."""
    service = work.settings.service(arrival.service)
    printed, waiting = _next_printed(service, day, work)
    visit = new_visit(arrival, printed, day.day, at=now, rank_from=rank_from)
    visit.stage.for_agent = for_agent
    ahead = _ahead(visit, waiting, day, work, now)
    work.numbers.set_last(day.day, service.code, printed.number)
    work.visits.add(visit)
    return Issued(visit, ahead)


def lane_of(service: Service, *, priority: bool) -> Lane:
    """Return the lane of a new visit: priority where it was asked for, else the service's own."""
    return Lane.PRIORITY if priority else service.lane


def _next_printed(service: Service, day: ServiceDay, work: GiveTicketWork) -> tuple[Printed, int]:
    """Return the next number of the service and how many wait for it."""
    last, kept = work.numbers.last_and_kept(day.day, service.code)
    end = line_end(service, kept)
    printed = next_number(service, last, lambda _: False, end=end)
    held, waiting = work.visits.number_and_queue(day.day, printed.ticket, service.code)
    if not held:
        return printed, waiting
    # The numbers have come round: one question for all of them, where hundreds may be held one after the other.
    return next_number(service, last, work.visits.numbers_in_hall(day.day).__contains__, end=end), waiting


def _arrival(command: IssueTicket, service: Service) -> Arrival:
    return Arrival(
        command.visit,
        service.code,
        lane_of(service, priority=command.priority),
        command.by,
        command.visitor_kind,
        command.language,
        command.code_hash,
    )


def _again(known: Visit, command: IssueTicket, work: PlaceWork, now: Moment) -> Issued:
    if known.stages[0].service != command.service or known.number is None:
        raise VisitIdTakenError(f"visit {command.visit} is another one, of service {known.stages[0].service}")
    return Issued(known, ahead_of(known, work=work, now=now), repeated=True)


def _ahead(visit: Visit, many: int, day: ServiceDay, work: GiveTicketWork, now: Moment) -> int:
    """Return how many are called before a visit that joins now: the `many` who wait, unless its lane goes before."""
    if work.settings.head_start_s(visit.lane) == 0 and not work.settings.lane_ratio:
        return many
    waiting = work.visits.queue(day.day, [visit.service])
    asked = waiting_of(visit)
    return people_ahead(asked, waiting, queue_context(work, day, now, [asked]), work.settings)


def check_kiosk(device: str, settings: HallSettings) -> None:
    """Raise KioskPausedError where `device` is a kiosk that somebody let pause."""
    if device in settings.paused_kiosks:
        raise KioskPausedError("somebody let this kiosk pause: it gives no tickets until it may go on")


def check_quota(service: Service, day: ServiceDay, work: HasVisits) -> None:
    """Raise QuotaReachedError where the service has given as many tickets today as it may."""
    if service.quota is not None and quota_left(service.quota, service.code, work.visits.tickets_given(day.day)) == 0:
        raise QuotaReachedError(f"service {service.code} has given its {service.quota} tickets of today")


def quota_left(quota: int, service: ServiceCode, given: Mapping[ServiceCode, int]) -> int:
    """Return how many tickets a service with this quota may still give; `given` are those of today by service."""
    return max(0, quota - given.get(service, 0))


def check_service(service: Service, kind: VisitorKind | None) -> None:
    """Raise why the service gives no ticket to a visitor of this kind now."""
    if not service.open:
        raise ServiceClosedError(f"service {service.code} gives no tickets now")
    if service.asks_visitor_kind and kind is None:
        raise VisitorKindNeededError(f"service {service.code} asks who the visitor is")
    if kind is not None and service.visitor_kinds and kind not in service.visitor_kinds:
        raise VisitorKindRefusedError(f"service {service.code} does not serve the visitor kind {kind.value}")
