"""Keep numbers of every service for a kiosk, so that it can give tickets while the hall service is away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from contracts.offline import AnnouncedClosure, ReservedBlock, ReservedNumbers, TicketDay
from hall.calendar.ports import HasDays
from hall.calendar.service_day import DayState, local, times_on
from hall.kernel.ids import DeviceId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.refusals import AlreadySoError
from hall.kernel.settings import Service
from hall.offline.model.number_allotment import allot_numbers, fits
from hall.queue.model.numbers.number_block import NumberBlock
from hall.queue.model.numbers.ticket_number import ticket_text
from hall.queue.model.ports import HasBlocks, HasNumbers, HasVisits

PAPER = DeviceId("paper")
"""Whose numbers stand on the sheets for a day without hall and kiosks; no device has this id."""
DAYS = 14
"""Days ahead for which a kiosk knows when tickets are given: this is how long it works without the hall."""


@dataclass(frozen=True)
class ReserveNumbers:
    """Keep numbers for `device`, one of the enrolled `kiosks`; `status_url` is what its tickets' QR begins with."""

    device: DeviceId
    kiosks: frozenset[DeviceId]
    status_url: str


class TicketDaysWork(HasDays, HasSettings, Protocol):
    """What finding the days of reserved numbers reads."""


class ReserveNumbersWork(TicketDaysWork, HasBlocks, HasNumbers, HasVisits, Protocol):
    """What reserving numbers for a kiosk reads and writes."""


def reserve_numbers(command: ReserveNumbers, *, work: ReserveNumbersWork, now: Moment) -> ReservedNumbers:
    """Return the kiosk's blocks, made now where it has none; the same kiosk keeps its blocks for good.

    A block of a kiosk that is no longer enrolled is given up. So is one of this kiosk's own where the service is
    closed or gone, or has other numbers: a kiosk asks only when it has handed in all its tickets. Sheets of a closed
    service stay good until somebody declares them void.
    """
    services = {one.code: one for one in work.settings.services if one.open or command.device == PAPER}
    for block in work.blocks.all():
        service = services.get(block.service)
        given_up = block.device == command.device and (service is None or not fits(block, service))
        if given_up or block.device not in command.kiosks | {PAPER}:
            work.blocks.drop(block)
    held = frozenset(work.visits.numbers_in_hall(_day(work, now)))
    blocks = [(service, _block(service, command, work, now)) for service in services.values()]
    return ReservedNumbers(
        tuple(_told(service, block, held) for service, block in blocks if block is not None),
        ticket_days(work=work, now=now),
        work.settings.time_zone,
        command.status_url,
        tuple(
            AnnouncedClosure(one.first, one.until, one.reason, dict(one.texts))
            for one in sorted(work.settings.closures, key=lambda one: one.first)
        ),
    )


def void_sheets(service: ServiceCode, *, work: HasBlocks) -> None:
    """Give the numbers up that a service's paper sheets have; AlreadySoError where there are none."""
    block = next((one for one in work.blocks.all() if one.device == PAPER and one.service == service), None)
    if block is None:
        raise AlreadySoError(f"no paper sheets have numbers of {service}")
    work.blocks.drop(block)


def ticket_days(*, work: TicketDaysWork, now: Moment) -> tuple[TicketDay, ...]:
    """Return the days from today on on which tickets are given; one that was closed by hand is over."""
    today, latest = local(now, work.settings).date(), work.days.latest()
    told = []
    for day in (today + timedelta(days=ahead) for ahead in range(DAYS)):
        times = times_on(day, work.settings.hours)
        closed = latest is not None and latest.day == day and latest.state is DayState.CLOSED
        if times is not None and not closed:
            told.append(TicketDay(day, f"{times.first_ticket:%H:%M}", f"{times.last_ticket:%H:%M}"))
    return tuple(told)


def _told(service: Service, block: NumberBlock, held: Collection[str]) -> ReservedBlock:
    numbers = range(block.first, block.last + 1)
    taken = tuple(number for number in numbers if ticket_text(service.prefix, number) in held)
    return ReservedBlock(block.service, service.prefix, block.first, block.last, taken)


def _block(service: Service, command: ReserveNumbers, work: ReserveNumbersWork, now: Moment) -> NumberBlock | None:
    if command.device not in command.kiosks:
        return None  # a reader asks with a kiosk's rights and gives no tickets
    mine = [block for block in work.blocks.all() if block.service == service.code]
    found = next((block for block in mine if block.device == command.device), None)
    if found is None:
        found = allot_numbers(
            service,
            command.device,
            mine,
            size=work.settings.limits.offline_numbers,
            kiosks=len(command.kiosks),
            last_given=_last_given(service, work, now),
        )
        if found is not None:
            work.blocks.add(found)
    return found


def _last_given(service: Service, work: ReserveNumbersWork, now: Moment) -> int | None:
    """Return the greatest number that today's line may have reached; a line that has come round reached its end."""
    day = _day(work, now)
    held = [visit.number or 0 for visit in work.visits.in_hall(day) if visit.prefix == service.prefix]
    return max([work.numbers.last(day, service.code) or 0, *held])


def _day(work: TicketDaysWork, now: Moment) -> date:
    latest = work.days.latest()
    return latest.day if latest is not None else local(now, work.settings).date()
