"""A period put together from slices answers as one put together from its stages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from dashboard.figures_view import Asked, figures_view
from dashboard.slices import Slice, joined
from dashboard.slices_view import PeriodSlices, slices_view
from dashboard.stage_rows import DayRows, StageColumns, StageRow

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)
ROW = StageRow("A", "standard", "citizen", 3, 9, True, 600.0, 10.0, 300.0, False)
DAYS = {
    SUNDAY: [ROW, ROW._replace(service="B", waited_s=1200.0, counter=None), ROW._replace(hour=10, no_show=True)],
    MONDAY: [ROW._replace(lane="priority", waited_s=None, begin_s=None, served_s=None)],
}
TARGETS = {"A": 900.0}


class Lived:
    def days(self, first: date, last: date) -> list[DayRows]:
        return [(day, StageColumns.of(rows)) for day, rows in DAYS.items() if first <= day <= last]


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


def test_the_answer_is_the_same_but_for_the_step() -> None:
    asked = Asked("week", SUNDAY)
    exact = figures_view(asked, source=Lived(), targets=TARGETS, at=AT)
    assert slices_view(asked, slices(), at=AT) == replace(exact, step_s=60)


def test_of_nothing_there_is_an_answer_too() -> None:
    view = slices_view(Asked("decade", SUNDAY), PeriodSlices(), at=AT)
    assert (view.total.came, view.services, view.heat) == (0, (), ())
    assert (view.first, view.last) == (date(2017, 1, 1), date(2026, 12, 31))
