"""How right the announced waits were, by day and by service."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from contracts.waits.accuracy import DayWaits, ServiceWaits, WaitFigures, WaitsView
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.waits.model.wait_ports import AnnouncedWait, HasWaits
from hall.waits.model.wait_score import ScoredRange, score


class WaitsViewWork(HasSettings, HasWaits, Protocol):
    """What the view of waits reads."""


def waits_view(first: date, last: date, *, work: WaitsViewWork, now: Moment) -> WaitsView:
    """Return the figures from the first to the last day."""
    told = work.waits.told(first, last)
    days: dict[date, list[AnnouncedWait]] = {}
    services: dict[str, list[AnnouncedWait]] = {service.code: [] for service in work.settings.services}
    for one in told:
        days.setdefault(one.service_day, []).append(one)
        services.setdefault(one.service, []).append(one)
    return WaitsView(
        now.at, first, last, figures_of(told),
        tuple(DayWaits(day, figures_of(days[day])) for day in sorted(days)),
        tuple(ServiceWaits(code, figures_of(of_code)) for code, of_code in services.items() if of_code),
    )  # fmt: skip


def figures_of(waits: Iterable[AnnouncedWait]) -> WaitFigures:
    """Return the figures of these tickets: the printed range decides what held, the likely wait how far off it was."""
    told, called, errors_s, untold = 0, [], [], 0
    for one in waits:
        shown = one.announced.told
        if shown is None:
            untold += 1
            continue
        told += 1
        if one.waited_s is not None:
            called.append(ScoredRange(shown.low_s, shown.likely_s, shown.high_s, one.waited_s))
            errors_s.append(abs(one.announced.corrected.likely_s - one.waited_s))
    found = score(called)
    if found is None:
        return WaitFigures(told, 0, None, None, None, None, untold)
    return WaitFigures(
        told, found.n, round(found.coverage, 1), round(found.late, 1), round(sum(errors_s) / found.n, 1),
        round(found.width, 1), untold,
    )  # fmt: skip
