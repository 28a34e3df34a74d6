"""A plan is made once and told again, until something that it is made of changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from contracts.reporting.plan import PlanView
from hall.waits.workers.plan_cache import KEPT, PlanCache

NINE, SUNDAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC), date(2026, 11, 29)


def test_a_plan_is_made_again_when_its_days_have_changed_and_not_before() -> None:
    desk, made = PlanCache(), []

    def make() -> PlanView:
        made.append(1)
        return PlanView(NINE, SUNDAY, SUNDAY, 8, len(made), 5, 80, 8, (), ())

    later = NINE + timedelta(minutes=5)
    assert desk.answer(SUNDAY, ("v1",), NINE, make).days == 1
    again = desk.answer(SUNDAY, ("v1",), later, make)
    assert (again.days, again.at) == (1, later)
    assert desk.answer(SUNDAY, ("v2",), later, make).days == 2


def test_old_weeks_are_forgotten() -> None:
    desk, made = PlanCache(), []

    def make() -> PlanView:
        made.append(1)
        return PlanView(NINE, SUNDAY, SUNDAY, 8, 0, 5, 80, 8, (), ())

    weeks = [SUNDAY + timedelta(weeks=n) for n in range(KEPT + 1)]
    for week in (*weeks, weeks[-1], weeks[0]):
        desk.answer(week, 1, NINE, make)
    assert len(made) == KEPT + 2
