"""The hall at one instant, read in one go: who waits, who serves, and the settings that hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from hall.calendar.ports import HasDays
from hall.calendar.shown_day import shown_day
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.settings import HallSettings
from hall.queue.model.calling.waiting_line import Waiting
from hall.queue.model.ports import HasNumbers, HasSessions, HasVisits
from hall.queue.model.session import CounterSession
from hall.queue.model.visit import Visit
from hall.waits.model.wait_ports import BookedVisit, HasBookedVisits


@dataclass(frozen=True)
class HallSnapshot:
    """Who waits and who serves at one instant, with the settings that hold: all that a question is made of."""

    now: Moment
    settings: HallSettings
    sessions: tuple[CounterSession, ...]
    waiting: tuple[Waiting, ...]
    attended: tuple[Visit, ...]
    """Called, being served or parked."""
    calls: Mapping[ServiceCode, int]
    """Of today, by service."""
    booked: tuple[BookedVisit, ...] = ()
    """Of today, where the hall takes appointments."""


class HallSnapshotWork(HasBookedVisits, HasDays, HasNumbers, HasSessions, HasSettings, HasVisits, Protocol):
    """What the forecast reads of the hall as it is now."""


def read_hall_snapshot(*, work: HallSnapshotWork, now: Moment) -> HallSnapshot | None:
    """Return the hall as it stands; None where there is no service day."""
    day = shown_day(work, now)
    if day is None:
        return None
    return HallSnapshot(
        now,
        work.settings,
        tuple(work.sessions.open()),
        tuple(work.visits.queue(day.day)),
        tuple(work.visits.attended(day.day)),
        dict(work.numbers.calls(day.day)),
        tuple(work.appointments.of_day(day.day)) if work.settings.appointments.offered else (),
    )
