"""Which of its reserved numbers a kiosk may give out while it cannot reach the hall service; pure.

>>> from contracts.offline import ReservedBlock
>>> block = ReservedBlock("A", "A", 900, 902, taken=(901,))
>>> next_number(block, []), next_number(block, [900]), next_number(block, [900, 902])
(900, 902, None)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from contracts.codec.message import replace
from contracts.day.closures import ClosingNow
from contracts.offline import ReservedBlock, ReservedNumbers
from contracts.queue.answers import IssuedTicket
from contracts.queue.bodies import HandInRequest
from contracts.settings.hall_view import DayView, HallView
from contracts.words.hall import Lane


class OwnTicket(IssuedTicket, frozen=True):
    """A ticket of this kiosk's own numbers: nobody knows place and wait, and a member of staff calls its visitor."""


@dataclass(frozen=True)
class KeptNumbers:
    """All that stands on the kiosk's disk: the numbers, the hall as it was last known, and the tickets given.

    `issued` are in the order of issue; those in `settled` were handed in, or refused by the hall for good.
    """

    reserved: ReservedNumbers | None = None
    hall: HallView | None = None
    issued: tuple[HandInRequest, ...] = ()
    settled: frozenset[str] = frozenset()

    @property
    def pending(self) -> tuple[HandInRequest, ...]:
        """The tickets that the hall does not know yet, oldest first."""
        return tuple(one for one in self.issued if one.visit not in self.settled)


@dataclass(frozen=True)
class OwnState:
    """What can be given now without the hall: the day, and the services that still have a number."""

    day: DayView
    services: frozenset[str]
    closing: ClosingNow | None = None
    """The sudden closure that holds now, announced before the hall went away."""


def local_time(reserved: ReservedNumbers, now: datetime) -> datetime:
    """Return the hall's own time of an aware instant."""
    return now.astimezone(ZoneInfo(reserved.time_zone))


def own_state(kept: KeptNumbers, now: datetime) -> OwnState | None:
    """Return what may be given at `now`, or None for a kiosk that has no reserved numbers."""
    reserved = kept.reserved
    if reserved is None or kept.hall is None or not reserved.blocks:
        return None
    here = local_time(reserved, now)
    with_numbers = (b.service for b in reserved.blocks if next_number(b, _given(kept, b, here.date())) is not None)
    closing = announced_closing(reserved, now)
    day = day_told(reserved, here) if closing is None else DayView(here.date(), "closed", "closed_suddenly")
    return OwnState(day, frozenset(with_numbers), closing)


def of_open_services(reserved: ReservedNumbers, hall: HallView) -> ReservedNumbers:
    """Return the numbers without those of services that are closed or gone, which the hall takes back when asked."""
    services = {one.code for one in hall.services if one.open}
    return replace(reserved, blocks=tuple(one for one in reserved.blocks if one.service in services))


def announced_closing(reserved: ReservedNumbers, now: datetime) -> ClosingNow | None:
    """Return the closure that holds at `now` and ends last, of those that the hall announced when it was last there."""
    hold = [one for one in reserved.closures if one.first <= now < one.until]
    last = max(hold, key=lambda one: one.until, default=None)
    return ClosingNow(last.reason, last.until, last.texts) if last is not None else None


def day_told(reserved: ReservedNumbers, here: datetime) -> DayView:
    """Return whether tickets are given at the local time, as the hall told it when it was last there."""
    today = next((one for one in reserved.days if one.day == here.date()), None)
    if today is None:
        return DayView(here.date(), "closed", "closed_today")
    clock = f"{here:%H:%M}"
    if clock < today.first_ticket:
        return DayView(here.date(), "not_yet", f"first_ticket_{today.first_ticket}")
    if clock > today.last_ticket:
        return DayView(here.date(), "over", f"last_ticket_{today.last_ticket}")
    return DayView(here.date(), "open", None)


def next_number(block: ReservedBlock, given: Collection[int]) -> int | None:
    """Return the block's number after all that were given today, or None when it is used up.

    It never comes round: a number that was handed in may still be in the hall.
    """
    start = max([block.first - 1, *given]) + 1
    return next((number for number in range(start, block.last + 1) if number not in block.taken), None)


def next_ticket(kept: KeptNumbers, service: str, now: datetime) -> tuple[str, date] | None:
    """Return the number that the next ticket of a service carries, and its service day; None where there is none."""
    reserved = kept.reserved
    block = next((one for one in reserved.blocks if one.service == service), None) if reserved else None
    if reserved is None or block is None:
        return None
    day = local_time(reserved, now).date()
    number = next_number(block, _given(kept, block, day))
    return None if number is None else (f"{block.prefix}{number:03d}", day)


def own_ticket(record: HandInRequest, reserved: ReservedNumbers) -> OwnTicket:
    """Return the ticket of a stored record, as the screen and the paper show it."""
    return OwnTicket(
        record.visit,
        record.ticket,
        record.service,
        Lane.PRIORITY if record.priority else Lane.STANDARD,
        record.issued_at,
        0,
        None,
        f"{reserved.status_url}{record.code}",
    )


def kept_since(kept: KeptNumbers, day: date) -> tuple[HandInRequest, ...]:
    """Return the tickets that must stay on the disk: those of `day` or later, and those the hall does not know."""
    return tuple(one for one in kept.issued if one.service_day >= day or one.visit not in kept.settled)


def _given(kept: KeptNumbers, block: ReservedBlock, day: date) -> list[int]:
    today = (one.ticket for one in kept.issued if one.service == block.service and one.service_day == day)
    return [*_numbers(today, block.prefix)]


def _numbers(tickets: Iterable[str], prefix: str) -> Iterable[int]:
    digits = (ticket.removeprefix(prefix) for ticket in tickets)
    return (int(text) for text in digits if text.isascii() and text.isdigit())
