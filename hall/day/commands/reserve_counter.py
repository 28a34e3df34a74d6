"""Reserve a counter for some of its services for the rest of the service day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import ArrangementKind
from hall.day.commands.make_arrangement import ArrangeWork, DayForWork, arrange, checked_services, day_for, refuse_same
from hall.kernel.arrangement import Arrangement
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.moment import Moment


@dataclass(frozen=True)
class ReserveCounter:
    """Let `counter` serve these of its services only; `arrangement` is a new id."""

    arrangement: str
    counter: CounterId
    services: tuple[ServiceCode, ...]
    by: str


class ReserveCounterWork(DayForWork, ArrangeWork, Protocol):
    """What reserving a counter reads and writes."""


def reserve_counter(command: ReserveCounter, *, work: ReserveCounterWork, now: Moment) -> Arrangement:
    """Change whom the counter calls from the next call on, for every agent there; the visit in hand stays."""
    counter = work.settings.counter(command.counter)
    services = checked_services(command.services, counter.number, work=work)
    refuse_same(set(counter.services), set(services), f"counter {counter.number} serves just that")
    return arrange(
        Arrangement(
            command.arrangement,
            ArrangementKind.COUNTER_RESERVED,
            command.by,
            now.at,
            day_for(work, now),
            counter=counter.number,
            services=services,
        ),
        work=work,
    )
