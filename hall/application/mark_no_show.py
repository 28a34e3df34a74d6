"""Say that nobody came to a call."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.at_counter import leave_counter, visit_in_hand
from hall.application.ports import Work
from hall.domain.ids import CounterId
from hall.domain.moment import Moment
from hall.domain.prayers import prayer_at
from hall.domain.visit import Visit


@dataclass(frozen=True)
class MarkNoShow:
    """Nobody came to `counter`."""

    counter: CounterId


def mark_no_show(command: MarkNoShow, *, work: Work, now: Moment) -> Visit:
    """Set the called visit aside as missed; it can come back (`reinstate`) until the day is closed.

    In the prayer's window it goes back by itself, with its time.
    """
    visit = visit_in_hand(work, command.counter)
    visit.mark_no_show(at=now)
    prayer = prayer_at(now, work.settings)
    if prayer is not None:
        calls = work.numbers.calls(visit.service_day).get(visit.service, 0)
        held_until = calls + work.settings.limits.reinstate_after_calls
        visit.go_back_from_prayer(prayer.name, held_until_calls=held_until)
    work.visits.save(visit)
    leave_counter(work, command.counter, now)
    return visit
