"""A period put together from slices of its days answers as one put together from its stages."""

from __future__ import annotations

from datetime import UTC, date, datetime

from figures.period import Asked, PeriodSlices, period_slices
from figures.slices import Slice, joined
from figures.stage_rows import StageRow
from figures.view import figures_view

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)
ROW = StageRow("A", "standard", "citizen", 3, 9, True, 600, 10, 300, False)
DAYS = {
    SUNDAY: [ROW, ROW._replace(service="B", waited_s=1200, counter=None), ROW._replace(hour=10, no_show=True)],
    MONDAY: [ROW._replace(lane="priority", waited_s=None, begin_s=None, served_s=None)],
}
TARGETS = {"A": 900.0}


def slices() -> PeriodSlices:
    found = PeriodSlices()
    for day, rows in DAYS.items():
        services: dict[str, Slice] = {}
        for row in rows:
            services.setdefault(row.service, Slice()).add(row, day.isoweekday(), TARGETS.get(row.service))
        for one in services.values():
            one.sum_up()
        found.steps[day] = joined(services.values())
        for code, one in services.items():
            found.services.setdefault(code, Slice()).merge(one)
    found.whole = joined(found.steps.values())
    return found


def test_slices_of_single_days_come_to_the_same_as_all_stages_at_once() -> None:
    asked = Asked("week", SUNDAY)
    at_once = period_slices(asked, list(DAYS.items()), TARGETS)
    assert figures_view(asked, slices(), at=AT) == figures_view(asked, at_once, at=AT)


def test_of_nothing_there_is_an_answer_too() -> None:
    view = figures_view(Asked("decade", SUNDAY), PeriodSlices(), at=AT)
    assert (view.total.came, view.services, view.heat) == (0, (), ())
    assert (view.first, view.last) == (date(2017, 1, 1), date(2026, 12, 31))
