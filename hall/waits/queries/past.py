"""What the hall has learnt from its past: its habits, its known errors, and which counters it usually opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from hall.calendar.service_day import local
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.settings import Service
from hall.waits.model.calibration import RollingCorrection
from hall.waits.model.history import History
from hall.waits.model.wait_ports import HasBookedVisits, HasWaits, PastStage

DAYS = 60
"""How many days back the hall learns from."""
STAGES = 4000
"""The most stages it learns from: at 400 visits a day these are the last two weeks."""
BREAKS = 400
OUTCOMES = 3000
BOOKED_DAYS = 14
"""How many days back the hall learns from whether booked visitors came."""
USUAL_DAYS = 5
"""A counter that called somebody on half of this many last days counts as one that usually opens."""
LONGEST_GAP_S = 600.0
"""After a longer gap the agent was away, or nobody waited."""


@dataclass(frozen=True)
class Past:
    """All that is learnt; an empty one stands for a hall on its first day."""

    history: History = field(default_factory=History)
    correction: RollingCorrection = field(default_factory=RollingCorrection)
    usual: frozenset[CounterId] = frozenset()
    """Counters that usually open; empty while nothing is known."""
    elsewhere_s: Mapping[ServiceCode, float] = field(default_factory=dict)
    """Mean seconds from the call to the end of the same service in other halls, as the centre knows them."""

    def assumed_s(self, service: Service) -> float:
        """Return the serving time to assume of a service of which the hall has seen little: other halls know better."""
        return self.elsewhere_s.get(service.code) or service.serving_elsewhere_s or service.expected_serving_s


class ReadPastWork(ShownDayWork, HasBookedVisits, HasWaits, Protocol):
    """What the estimate reads of the hall's past."""


def read_past(*, work: ReadPastWork, now: Moment) -> Past:
    """Return what the hall has learnt from days that lie before today and from today's ended stages."""
    here = local(now, work.settings)
    stages = work.waits.ended(here.date() - timedelta(days=DAYS), STAGES)
    day = shown_day(work, now)
    history = _history(stages, ZoneInfo(work.settings.time_zone), day.day if day else None)
    for length_s in work.waits.break_lengths(BREAKS):
        history.paused(length_s)
    if work.settings.appointments.offered:
        _learn_bookings(history, here.date(), work)
    correction = RollingCorrection()
    for estimate, waited_s in work.waits.outcomes(OUTCOMES):
        correction.learn(estimate, waited_s)
    return Past(history, correction, usual_counters(stages))


def _history(stages: Sequence[PastStage], zone: ZoneInfo, today: date | None) -> History:
    """Return the habits; arrivals are counted on days that are over, since half a day would count for a whole one."""
    history = History()
    freed: dict[tuple[date, CounterId], Moment] = {}
    days = set()
    for stage in stages:
        length_s = stage.ended.seconds_since(stage.called)
        waited_s = stage.called.seconds_since(stage.issued)
        before = freed.get((stage.service_day, stage.counter))
        if before is not None and before.at >= stage.issued.at and before.at <= stage.called.at:
            gap_s = stage.called.seconds_since(before)
            if gap_s < LONGEST_GAP_S:
                history.gaps.add(gap_s)
        freed[stage.service_day, stage.counter] = stage.ended
        history.no_shows.add(waited_s, hit=not stage.came)
        if stage.came:
            history.served(stage.service, length_s)
        else:
            history.no_show_lengths.add(length_s)
        if stage.service_day != today and stage.first:
            issued = stage.issued.at.astimezone(zone)
            days.add(stage.service_day)
            history.arrived((stage.service, stage.lane), 3600 * issued.hour + 60 * issued.minute + issued.second)
    history.days = len(days)
    return history


def _learn_bookings(history: History, today: date, work: HasBookedVisits) -> None:
    for back in range(1, BOOKED_DAYS + 1):
        kept = [one for one in work.appointments.of_day(today - timedelta(days=back)) if one.cancelled is None]
        history.booked += len(kept)
        history.booked_came += sum(one.visit is not None for one in kept)


def usual_counters(stages: Sequence[PastStage]) -> frozenset[CounterId]:
    """Return the counters that called on at least half of the last days on which anybody was called."""
    days = sorted({stage.service_day for stage in stages})[-USUAL_DAYS:]
    seen = Counter(counter for _, counter in {(s.service_day, s.counter) for s in stages if s.service_day in days})
    return frozenset(counter for counter, times in seen.items() if 2 * times >= len(days))
