"""Open or close a service at the kiosks for the rest of the service day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import ArrangementKind
from hall.day.commands.make_arrangement import ArrangeWork, DayForWork, arrange, day_for, refuse_same
from hall.kernel.arrangement import Arrangement
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment


@dataclass(frozen=True)
class OpenService:
    """Give tickets of `service`, or give none where `open` is False; `arrangement` is a new id."""

    arrangement: str
    service: ServiceCode
    open: bool
    by: str


class OpenServiceWork(DayForWork, ArrangeWork, Protocol):
    """What opening a service reads and writes."""


def open_service(command: OpenService, *, work: OpenServiceWork, now: Moment) -> Arrangement:
    """Change whether tickets are given; who holds one is served in any case."""
    service = work.settings.service(command.service)
    refuse_same(service.open, command.open, f"service {service.code} is {'open' if service.open else 'closed'}")
    kind = ArrangementKind.SERVICE_OPEN if command.open else ArrangementKind.SERVICE_CLOSED
    made = Arrangement(command.arrangement, kind, command.by, now.at, day_for(work, now), service=service.code)
    return arrange(made, work=work)
