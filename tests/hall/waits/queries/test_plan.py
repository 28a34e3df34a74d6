"""The plan over made-up past days: what it stands on, what it leaves out, and when it says that it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from contracts.reporting.plan import PlanDay, PlanView
from hall.kernel.settings import Prayer
from hall.waits.queries.plan import BREAKS_ASSUMED, STAGES_NEEDED, PastNeed, next_week, plan_view
from tests.helpers.example_hall import NATIONAL_DAY, NINE, SETTINGS
from tests.helpers.replacing import replace

TODAY = date(2026, 11, 25)
SUNDAY = date(2026, 11, 29)
WORKDAYS = (7, 1, 2, 3, 4)


def working_days(last: date, many: int) -> list[date]:
    days: list[date] = []
    while len(days) < many:
        if last.isoweekday() in WORKDAYS:
            days.append(last)
        last -= timedelta(days=1)
    return days[::-1]


class Past:
    """Made-up past days: `many` visits for Lands between half past seven and eight, each ten minutes at the counter."""

    def __init__(self, days: Sequence[date], many: int = 6, counter_s: float | None = 600.0) -> None:
        self.days, self.many, self.counter_s = days, many, counter_s

    def needs(self, first: date, last: date) -> Sequence[PastNeed]:
        half_past_seven = timedelta(hours=3, minutes=30)
        return [
            PastNeed(
                day, "L",
                datetime(day.year, day.month, day.day, tzinfo=UTC) + half_past_seven + timedelta(minutes=4 * one),
                self.counter_s,
            )
            for day in self.days if first <= day <= last for one in range(self.many)
        ]  # fmt: skip

    def closed_days(self, first: date, last: date) -> Sequence[date]:
        return [day for day in self.days if first <= day <= last]

    def breaks(self, first: date, last: date) -> tuple[float, float]:
        return 1000.0, 10_000.0


def plan(past: Past, first: date = SUNDAY, **changes: object) -> PlanView:
    settings = replace(SETTINGS, **changes)  # type: ignore[arg-type]  # a test's shorthand
    return plan_view(first, TODAY, source=past, settings=settings, at=NINE)


def on(view: PlanView, day: date) -> PlanDay:
    return next(one for one in view.week if one.day == day)


def test_the_next_week_begins_on_sunday() -> None:
    assert {next_week(TODAY + timedelta(days=ahead)) for ahead in range(-3, 4)} == {SUNDAY}
    assert next_week(SUNDAY) == SUNDAY + timedelta(days=7)


def test_a_half_hour_has_counters_agents_and_what_each_service_needs() -> None:
    view = plan(Past(working_days(TODAY - timedelta(days=1), 30)))
    assert [one.day.isoweekday() for one in view.week] == list(WORKDAYS)
    sunday = on(view, SUNDAY)
    assert (sunday.basis, sunday.days) == ("weekday", 6)
    first, second, third = sunday.slots[:3]
    assert (first.begins, first.arrivals, first.counters, first.apart) == ("07:30", 6.0, 4, 4)
    assert first.agents == 5, "a tenth of the time is for breaks"
    assert [(need.service, need.counters) for need in first.needs] == [("L", 4)]
    assert (second.arrivals, second.counters) == (0.0, 2), "who came late is still at a counter"
    assert (third.counters, third.agents, third.needs) == (0, 0, ())
    assert sunday.slots[-1].begins == "14:00"
    assert sunday.most == 5
    assert (view.days, view.break_share, view.aim) == (30, 10, 80)


def test_few_days_of_a_weekday_are_planned_from_all_days_and_say_so() -> None:
    view = plan(Past(working_days(TODAY - timedelta(days=1), 7)))
    assert {(day.day.isoweekday(), day.basis, day.days) for day in view.week} == {
        (7, "all_days", 7), (1, "all_days", 7), (2, "all_days", 7), (3, "all_days", 7), (4, "all_days", 7)
    }  # fmt: skip


def test_a_new_hall_gets_no_plan_and_is_told_how_many_days_it_needs() -> None:
    view = plan(Past(working_days(TODAY - timedelta(days=1), 4)))
    assert {(day.basis, day.slots, day.days) for day in view.week} == {("too_few", (), 4)}
    assert (view.days, view.days_needed) == (4, 5)


def test_times_come_from_the_hall_from_other_halls_or_from_the_set_up() -> None:
    days = working_days(TODAY - timedelta(days=1), 30)
    known = {one.service: (one.origin, one.counter_s, one.stages) for one in plan(Past(days)).services}
    assert known["L"] == ("hall", 600.0, 180)
    assert known["Q"] == ("setup", 180.0, 0)
    few = plan(Past(days[-1:], many=STAGES_NEEDED - 1)).services[0]
    assert (few.origin, few.counter_s) == ("setup", 600.0)
    services = tuple(replace(one, serving_elsewhere_s=500) for one in SETTINGS.services)
    assert plan(Past(days[-1:]), services=services).services[0].origin == "elsewhere"


def test_holidays_and_ramadan_stand_for_themselves_only() -> None:
    days = working_days(TODAY - timedelta(days=1), 20)
    holiday = replace(SETTINGS.hours.holidays[0], day=days[-1])
    view = plan(Past(days), hours=replace(SETTINGS.hours, holidays=(holiday,)))
    assert view.days == 19
    assert NATIONAL_DAY not in {day.day for day in plan(Past(days), first=SUNDAY - timedelta(days=7)).week}
    ramadan = SETTINGS.hours.ramadan[0].first
    assert plan(Past(days), first=next_week(ramadan)).days == 0


def test_at_prayer_more_agents_are_needed_for_the_same_counters() -> None:
    past = Past(working_days(TODAY - timedelta(days=1), 30))
    quiet = on(plan(past), SUNDAY)
    assert {slot.prayer for slot in quiet.slots} == {None}
    observed = on(plan(past, prayer=Prayer(observed=True)), SUNDAY)
    (dhuhr, *_) = [slot for slot in observed.slots if slot.prayer]
    assert (dhuhr.prayer, dhuhr.begins) == ("dhuhr", "11:30")


def test_a_hall_that_has_recorded_no_break_is_planned_with_what_is_assumed() -> None:
    past = Past(working_days(TODAY - timedelta(days=1), 30))
    past.breaks = lambda _first, _last: (0.0, 0.0)  # type: ignore[method-assign]
    assert plan(past).break_share == pytest.approx(100 * BREAKS_ASSUMED)
