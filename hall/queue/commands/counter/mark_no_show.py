"""Say that nobody came to a call."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Protocol

from hall.calendar.prayers import CallToPrayer, prayer_at
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import VisitInHandWork, leave_counter, session_and_visit
from hall.queue.model.ports import HasNumbers
from hall.queue.model.visit import Visit
from hall.queue.queries.queue_context import taker_at


@dataclass(frozen=True)
class MarkNoShow:
    """Nobody came to `counter`."""

    counter: CounterId


class MarkNoShowWork(VisitInHandWork, HasNumbers, Protocol):
    """What marking a no-show reads and writes."""


def mark_no_show(command: MarkNoShow, *, work: MarkNoShowWork, now: Moment) -> Visit:
    """Set the called visit aside as missed; it can come back (`reinstate`) until the day is closed.

    In the prayer's window it goes back to the queue automatically and keeps its time.
    """
    session, visit = session_and_visit(work, command.counter)
    visit.mark_no_show(at=now)
    prayer = prayer_at(now, work.settings)
    if prayer is not None:
        calls = work.numbers.calls(visit.service_day).get(visit.service, 0)
        visit.go_back_from_prayer(prayer.name, held_until_calls=calls + _calls_until(prayer, visit, work, now))
    work.visits.save(visit)
    leave_counter(work, session, now)
    return visit


def _calls_until(prayer: CallToPrayer, visit: Visit, work: MarkNoShowWork, now: Moment) -> int:
    """Estimate how many calls of its service the hall makes before people are back: an earlier call would be missed.

    It is at least the number for any other missed call. A visitor who waits alone is called before that anyway.
    """
    settings = work.settings
    serving = sum(
        visit.service in taker_at(settings, session.counter, session.agent).services
        for session in work.sessions.open()
        if not session.on_break
    )
    left_s = (prayer.away_until - now.at).total_seconds()
    expected = ceil(serving * left_s / settings.service(visit.service).expected_serving_s)
    return max(settings.limits.reinstate_after_calls, expected)
