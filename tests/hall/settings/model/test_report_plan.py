"""When a report is due, and how long a failure makes it wait."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from hall.settings.model.report_plan import CAUGHT_UP, DeliveryMethod, ReportPlan, ScheduledReport, lately_over

TUESDAY = date(2026, 11, 24)


def day(one: date) -> tuple[date, date]:
    return one, one


def week(one: date) -> tuple[date, date]:
    first = one - timedelta(days=one.isoweekday() % 7)
    return first, first + timedelta(days=6)


def over(report: ScheduledReport, at: str, *, closed: bool) -> str:
    bounds = week if report.period == "week" else day
    return lately_over(report, bounds, datetime.fromisoformat(at).replace(tzinfo=UTC), closed=closed)[0][0].isoformat()


@pytest.mark.parametrize(
    ("at", "closed", "first"),
    [
        ("2026-11-24T09:00", False, "2026-11-23"),
        ("2026-11-24T14:31", True, "2026-11-24"),
        ("2026-11-25T00:01", False, "2026-11-24"),
    ],
)
def test_a_day_is_over_when_it_is_closed_or_past(at: str, closed: bool, first: str) -> None:
    assert over(ScheduledReport("daily"), at, closed=closed) == first


@pytest.mark.parametrize(("at", "first"), [("2026-11-24T15:59", "2026-11-23"), ("2026-11-24T16:00", "2026-11-24")])
def test_a_report_waits_for_its_time_of_the_last_day(at: str, first: str) -> None:
    assert over(ScheduledReport("daily", at=time(16)), at, closed=True) == first


@pytest.mark.parametrize(
    ("at", "closed", "first"),
    [
        ("2026-11-27T23:00", False, "2026-11-15"),
        ("2026-11-28T20:00", True, "2026-11-22"),
        ("2026-11-29T07:00", False, "2026-11-22"),
    ],
)
def test_a_week_is_over_with_its_saturday(at: str, closed: bool, first: str) -> None:
    assert over(ScheduledReport("weekly", "week"), at, closed=closed) == first


def test_periods_that_are_over_go_back_without_a_gap_and_not_for_ever() -> None:
    sunday = datetime(2026, 11, 29, 8, tzinfo=UTC)
    days = [first for first, _ in lately_over(ScheduledReport("daily"), day, sunday, closed=False)]
    assert days == [date(2026, 11, 28) - timedelta(days=back) for back in range(CAUGHT_UP)]
    weeks = lately_over(ScheduledReport("weekly", "week"), week, sunday, closed=False)
    assert [later[0] - last for later, (_, last) in pairwise(weeks)] == [timedelta(days=1)] * 6


def test_a_report_leaves_on_each_way_that_it_has() -> None:
    both = ScheduledReport("both", folder="/srv", to=("a@b",))
    assert (both.ways, ScheduledReport("none").ways) == ((DeliveryMethod.FOLDER, DeliveryMethod.MAIL), ())
    assert ReportPlan((both,)).report("both") is both
    assert ReportPlan((both,)).report("other") is None
