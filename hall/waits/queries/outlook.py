"""The next hour as the hall head sees it: how long who comes will wait, and who will wait too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from statistics import fmean
from typing import Protocol

from contracts.waits.outlook import OutlookPoint, OutlookView, ServiceOutlook
from contracts.words.hall import Lane
from hall.calendar.day_view import DayViewWork, day_view
from hall.calendar.service_day import local
from hall.calendar.shown_day import shown_day
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings, Service
from hall.queue.commands.issue_ticket import quota_left
from hall.waits.model.history import SLOT_S, History
from hall.waits.model.outlook import HOUR_S, Point, look_ahead
from hall.waits.model.wait_ports import HasWaits
from hall.waits.model.waiting_time import announced_range
from hall.waits.queries.advise import advise, hour_of, targets_of
from hall.waits.queries.forecast import AskedWait, as_wait_range, with_groups
from hall.waits.queries.hall_snapshot import HallSnapshot, HallSnapshotWork, read_hall_snapshot
from hall.waits.queries.past import STAGES, Past

DAYS_LEAST = 5
"""With at least this many days the arrivals come from the hall's own half hours."""
WIDEST_S = 7200
"""A wider range is not shown: it says nothing about the next hour. With few known errors it can be years wide."""


class ReadHourWork(HallSnapshotWork, DayViewWork, HasWaits, Protocol):
    """What the forecast for the next hour reads."""


def read_hour(*, work: ReadHourWork, now: Moment, past: Past) -> tuple[HallSnapshot, Past] | None:
    """Return the hall and what is known of it; None where there is no service day.

    Nobody comes to a service that gives no tickets: the hall gives none now, or today's quota is used up.
    A hall that has seen few days expects the next hour to bring as many as the last one.
    """
    seen = read_hall_snapshot(work=work, now=now)
    if seen is None:
        return None
    services = tuple(
        service if _gives_tickets(service, work, now) else replace(service, open=False)
        for service in seen.settings.services
    )
    seen = replace(seen, settings=replace(seen.settings, services=services))
    if past.history.days >= DAYS_LEAST:
        return seen, past
    day = shown_day(work, now)
    ended = work.waits.ended(day.day, STAGES) if day else ()
    came = [(stage.service, stage.lane, stage.issued) for stage in ended if stage.first]
    came += [(who.service, who.lane, who.issued) for who in seen.waiting]
    came += [(visit.stages[0].service, visit.lane, visit.issued) for visit in seen.attended]
    fresh = Counter((code, lane) for code, lane, issued in came if now.seconds_since(issued) <= HOUR_S)
    return seen, replace(past, history=_at_this_pace(past.history, fresh, now, seen.settings))


def _gives_tickets(service: Service, work: ReadHourWork, now: Moment) -> bool:
    if day_view(work=work, now=now).state != "open":
        return False
    day = shown_day(work, now)
    if service.quota is None or day is None:
        return True
    return quota_left(service.quota, service.code, work.visits.tickets_given(day.day)) > 0


def outlook_view(seen: HallSnapshot, past: Past, seeds: Sequence[int]) -> OutlookView:
    """Return the next hour of a hall that stands so; takes some hundredths of a second, and no database.

    A point of which too little is known to say anything is left out.
    """
    targets = targets_of(seen.settings)
    question = hour_of(seen, past)
    found = look_ahead(question.queue, targets, seeds)
    ahead = {asked.service: asked for asked in reversed(question.joiners)}

    def of_service(code: ServiceCode) -> ServiceOutlook:
        points = (_point(point, ahead[code], question.hour, seen, past) for point in found.points.get(code, ()))
        said = tuple(point for point in points if point is not None)
        passes_s = found.passes_s.get(code)
        passes_at = None if passes_s is None else seen.now.at + timedelta(seconds=round(passes_s))
        return ServiceOutlook(code, round(targets[code]), said, passes_at)

    services = tuple(of_service(service.code) for service in seen.settings.services)
    share = round(100 * fmean(found.shares)) if found.shares else None
    return OutlookView(seen.now.at, services, advise(found, seen, past, seeds), share)


def _point(point: Point, asked: AskedWait, hour: int, seen: HallSnapshot, past: Past) -> OutlookPoint | None:
    """Return a wait corrected and rounded as a ticket's is: the page shows one beside the other."""
    found = announced_range(with_groups(asked, point.found, hour), past.correction, WIDEST_S)
    return OutlookPoint(seen.now.at + timedelta(seconds=point.at_s), as_wait_range(found.told)) if found.told else None


def _at_this_pace(
    history: History, fresh: Mapping[tuple[ServiceCode, Lane], int], now: Moment, settings: HallSettings
) -> History:
    """Return the habits with arrivals as in the last hour: the same in each half hour, as if of two days."""
    first = int(3600.0 * local(now, settings).hour // SLOT_S)
    slots = range(first, first + 5)
    arrivals: dict[Hashable, dict[int, int]] = {key: dict.fromkeys(slots, many) for key, many in fresh.items()}
    return replace(history, days=2, arrivals=arrivals)
