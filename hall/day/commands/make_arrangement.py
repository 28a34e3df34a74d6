"""Put an arrangement of the hall head in force: enter it in the list, and record a fact."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from hall.calendar.facts import ArrangementMade
from hall.calendar.service_day import local
from hall.kernel.arrangement import Arrangement
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.ports import ChangesSettings, HasSettings, RecordsFacts
from hall.kernel.refusals import AlreadySoError
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.model.refusals import NotAtCounterError


class ArrangeWork(ChangesSettings, HasSettings, RecordsFacts, Protocol):
    """What an arrangement reads and writes: the hall's settings."""


def arrange(arrangement: Arrangement, *, work: ArrangeWork) -> Arrangement:
    """Put the arrangement in force and return it."""
    work.arrange((*work.settings.arrangements, arrangement), arrangement.by)
    work.record(
        ArrangementMade(
            arrangement.id,
            arrangement.kind,
            arrangement.by,
            arrangement.service,
            arrangement.counter,
            arrangement.agent,
            arrangement.services,
            tuple(arrangement.texts.items()),
        )
    )
    return arrangement


class DayForWork(CurrentDayWork, Protocol):
    """What finding the day of an arrangement reads and writes; it may open that day."""


def day_for(work: DayForWork, now: Moment) -> date:
    """Return the service day for which something is arranged now; on a day on which the hall is closed, its date."""
    day = current_day(work, now)
    return day.day if day is not None else local(now, work.settings).date()


def checked_services(
    services: tuple[ServiceCode, ...], counter: CounterId | None, *, work: HasSettings
) -> tuple[ServiceCode, ...]:
    """Return the services, each once; refuse one that the hall, or the counter as it was set up, does not have."""
    at_counter = None if counter is None else work.settings.counter(counter).services
    for code in services:
        work.settings.service(code)
        if at_counter is not None and code not in at_counter:
            raise NotAtCounterError(f"counter {counter} does not serve {code}; it serves {', '.join(at_counter)}")
    return tuple(dict.fromkeys(services))


def refuse_same(before: object, after: object, what: str) -> None:
    """Refuse an arrangement that would change nothing."""
    if before == after:
        raise AlreadySoError(f"{what} already")
