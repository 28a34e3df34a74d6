"""How many counters next week needs by half hour, from the hall's own arrivals on such days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import fmean
from typing import Protocol
from zoneinfo import ZoneInfo

from contracts.reporting.plan import PlanDay, PlanNeed, PlanServing, PlanSlot, PlanView
from hall.calendar.prayers import CallToPrayer, calls_to_prayer
from hall.calendar.service_day import times_on
from hall.kernel.settings import HallSettings, Service
from hall.waits.model.staffing import (
    AIM,
    SLOT_S,
    Demand,
    agents_needed,
    counters_needed,
    rate_with_margin,
)

WEEKS = 8
DAYS_NEEDED = 5
"""With fewer past days nothing is planned."""
OF_WEEKDAY = 3
"""A weekday with at least this many past days is planned from those days alone."""
STAGES_NEEDED = 30
"""With at least this many stages the plan uses the hall's own serving times."""
BREAKS_ASSUMED = 0.08
"""The share of an agent's time spent on breaks, until the hall has recorded breaks."""
SLOT = timedelta(seconds=SLOT_S)


@dataclass(frozen=True, slots=True)
class PastNeed:
    """One stage of a past day that needed a counter, or would have."""

    service_day: date
    service: str
    issued: datetime
    counter_s: float | None
    """From call to end, without the time parked; None where it was not measured."""


class PlanSource(Protocol):
    """Gives a hall's past days as a plan needs them."""

    def needs(self, first: date, last: date) -> Sequence[PastNeed]:
        """Return every stage of the closed service days from the first to the last."""
        ...

    def closed_days(self, first: date, last: date) -> Sequence[date]:
        """Return the closed service days, oldest first."""
        ...

    def breaks(self, first: date, last: date) -> tuple[float, float]:
        """Return the seconds on breaks and the seconds signed in of these days."""
        ...


def next_week(today: date) -> date:
    """Return the first day of the next week; Oman's begins on Sunday."""
    return today + timedelta(days=7 - today.isoweekday() % 7)


def plan_view(first: date, today: date, *, source: PlanSource, settings: HallSettings, at: datetime) -> PlanView:
    """Return the plan of the week that begins on `first`, which stands on the eight weeks before `today`."""
    since, until = today - timedelta(weeks=WEEKS), today - timedelta(days=1)
    past = _Past.of(source, since, until, settings, like=first)
    week = [first + timedelta(days=ahead) for ahead in range(7)]
    break_share = _break_share(*source.breaks(since, until))
    return PlanView(
        at=at,
        first=first,
        last=week[-1],
        weeks=WEEKS,
        days=len(past.days),
        days_needed=DAYS_NEEDED,
        aim=round(100 * AIM),
        break_share=round(100 * break_share),
        services=tuple(past.serving.values()),
        week=tuple(_day(day, past, settings, break_share) for day in week if times_on(day, settings.hours)),
    )


@dataclass(frozen=True)
class _Past:
    """What past days say: which there were, who came when, how long each service takes."""

    days: Sequence[date]
    came: Mapping[tuple[date, str], Counter[int]]
    """By day and service, how many by half hour of the local day."""
    serving: Mapping[str, PlanServing]

    @classmethod
    def of(cls, source: PlanSource, since: date, until: date, settings: HallSettings, *, like: date) -> _Past:
        """Read the past; days of Ramadan stand for days of Ramadan only, holidays for none."""
        ramadan = _in_ramadan(like, settings)
        days = [
            day
            for day in source.closed_days(since, until)
            if times_on(day, settings.hours) is not None and _in_ramadan(day, settings) is ramadan
        ]
        zone, taken, kept = ZoneInfo(settings.time_zone), frozenset(days), settings.services
        came: dict[tuple[date, str], Counter[int]] = {}
        measured: dict[str, list[float]] = {service.code: [] for service in kept}
        for need in source.needs(since, until):
            if need.service_day not in taken or need.service not in measured:
                continue
            here = need.issued.astimezone(zone)
            slot = (here.hour * 3600 + here.minute * 60 + here.second) // int(SLOT_S)
            came.setdefault((need.service_day, need.service), Counter())[slot] += 1
            if need.counter_s is not None:
                measured[need.service].append(need.counter_s)
        return cls(days, came, {one.code: _serving(one, measured[one.code]) for one in kept})

    def rates(self, days: Sequence[date], service: str) -> Mapping[int, tuple[float, float]]:
        """Return the mean and the rate to plan for by half hour, over these days."""
        many: Counter[int] = Counter()
        for day in days:
            many.update(self.came.get((day, service), ()) or {})
        return {slot: (count / len(days), rate_with_margin(count, len(days))) for slot, count in many.items()}


def _in_ramadan(day: date, settings: HallSettings) -> bool:
    return any(period.first <= day <= period.last for period in settings.hours.ramadan)


def _serving(service: Service, measured: Sequence[float]) -> PlanServing:
    if len(measured) >= STAGES_NEEDED:
        return PlanServing(service.code, round(fmean(measured), 1), len(measured), "hall", service.target_wait_s)
    elsewhere = service.serving_elsewhere_s
    assumed = float(elsewhere if elsewhere is not None else service.expected_serving_s)
    origin = "setup" if elsewhere is None else "elsewhere"
    return PlanServing(service.code, assumed, len(measured), origin, service.target_wait_s)


def _break_share(on_break_s: float, signed_in_s: float) -> float:
    return min(0.5, on_break_s / signed_in_s) if on_break_s and signed_in_s else BREAKS_ASSUMED


def _day(day: date, past: _Past, settings: HallSettings, break_share: float) -> PlanDay:
    same = [one for one in past.days if one.isoweekday() == day.isoweekday()]
    if len(past.days) < DAYS_NEEDED:
        return PlanDay(day, len(past.days), "too_few", (), 0)
    basis, days = ("weekday", same) if len(same) >= OF_WEEKDAY else ("all_days", list(past.days))
    rates = {code: past.rates(days, code) for code in past.serving}
    calls = calls_to_prayer(day, settings)
    slots = tuple(
        _slot(day, slot, rates, past.serving, calls, settings, break_share) for slot in _slots(day, rates, settings)
    )
    return PlanDay(day, len(days), basis, slots, max((slot.agents for slot in slots), default=0))


def _slots(day: date, rates: Mapping[str, Mapping[int, object]], settings: HallSettings) -> range:
    """Return the half hours from the opening of the counters to closing; of a hall that never closes those it needs."""
    times = times_on(day, settings.hours)
    used = sorted({slot for by_slot in rates.values() for slot in by_slot})
    if times is None or (settings.hours.always_open and not used):
        return range(0)
    if settings.hours.always_open:
        return range(used[0], min(used[-1] + 2, 48))
    return range(_slot_of(times.counters_open), max(_slot_of(times.closing), _slot_of(times.last_ticket) + 1))


def _slot_of(at: time) -> int:
    return (at.hour * 60 + at.minute) * 60 // int(SLOT_S)


def _slot(
    day: date,
    slot: int,
    rates: Mapping[str, Mapping[int, tuple[float, float]]],
    serving: Mapping[str, PlanServing],
    calls: Sequence[CallToPrayer],
    settings: HallSettings,
    break_share: float,
) -> PlanSlot:
    demands = {code: _demand(rates[code], slot, serving[code]) for code in serving}
    together = counters_needed(list(demands.values()))
    apart = {code: counters_needed([demand]) for code, demand in demands.items()}
    begins = datetime.combine(day, time.min, ZoneInfo(settings.time_zone)) + slot * SLOT
    prayer, prayer_share = _prayer(begins, calls)
    return PlanSlot(
        begins=begins.strftime("%H:%M"),
        arrivals=round(sum(by_slot.get(slot, (0.0, 0.0))[0] for by_slot in rates.values()), 1),
        counters=together,
        apart=sum(apart.values()),
        agents=agents_needed(together, break_share=break_share, prayer_share=prayer_share),
        prayer=prayer,
        needs=tuple(
            PlanNeed(code, round(rates[code].get(slot, (0.0, 0.0))[0], 1), min(together, apart[code]))
            for code in serving
            if apart[code]
        ),
    )


def _demand(by_slot: Mapping[int, tuple[float, float]], slot: int, serving: PlanServing) -> Demand:
    """Return what a half hour brings; who came late in the one before is still at a counter in this one."""
    now, before = by_slot.get(slot, (0.0, 0.0))[1], by_slot.get(slot - 1, (0.0, 0.0))[1]
    late = min(1.0, serving.counter_s / SLOT_S)
    return Demand(max(now, (1 - late) * now + late * before), serving.counter_s, float(serving.target_s))


def _prayer(begins: datetime, calls: Sequence[CallToPrayer]) -> tuple[str | None, float]:
    """Return the prayer for which people are away in the half hour, and in which share of it."""
    for call in calls:
        away = min(call.away_until, begins + SLOT) - max(call.at, begins)
        if away > timedelta():
            return call.name, away / SLOT
    return None, 0.0
