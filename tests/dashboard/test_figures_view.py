"""A period of figures, from a source made of memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from dashboard.figures_view import PERIODS, Asked, figures_view
from dashboard.stage_rows import DayRows, StageColumns, StageRow

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
ROW = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)


class Remembered:
    """A source of a few days."""

    def __init__(self, *days: tuple[date, list[StageRow]]) -> None:
        self._days = [(day, StageColumns.of(rows)) for day, rows in days]

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        return [day for day in self._days if first <= day[0] <= last]


@pytest.mark.parametrize(
    ("period", "day", "first", "last"),
    [
        ("day", "2026-11-24", "2026-11-24", "2026-11-24"),
        ("week", "2026-11-24", "2026-11-22", "2026-11-28"),
        ("week", "2026-11-22", "2026-11-22", "2026-11-28"),
        ("week", "2026-11-21", "2026-11-15", "2026-11-21"),
        ("month", "2028-02-10", "2028-02-01", "2028-02-29"),
        ("year", "2026-11-24", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_is_the_one_in_which_the_day_lies_and_a_week_begins_on_sunday(
    period: str, day: str, first: str, last: str
) -> None:
    assert tuple(map(str, Asked(period, date.fromisoformat(day)).days)) == (first, last)


def test_every_stage_is_in_one_part_of_each_kind() -> None:
    source = Remembered(
        (date(2026, 11, 22), [ROW, ROW._replace(service="B", counter=None, lane="priority")]),
        (date(2026, 11, 24), [ROW._replace(hour=11, visitor_kind="citizen")]),
        (date(2026, 12, 1), [ROW]),
    )
    view = figures_view(Asked("week", date(2026, 11, 24)), source=source, targets={"A": 900}, at=NOW)
    assert view.total.came == 3
    for parts in (view.services, view.hours, view.lanes, view.visitor_kinds, view.counters, view.steps):
        assert sum(part.figures.came for part in parts) == 3
    assert [part.key for part in view.counters] == ["", "1"]
    assert [part.key for part in view.steps] == ["2026-11-22", "2026-11-24"]
    assert sum(cell.came for cell in view.heat) == 3


def test_one_service_alone() -> None:
    source = Remembered((date(2026, 11, 24), [ROW, ROW._replace(service="B"), ROW]))
    view = figures_view(Asked("day", date(2026, 11, 24), "A"), source=source, targets={}, at=NOW)
    assert (view.total.came, [part.key for part in view.services], view.service) == (2, ["A"], "A")


def test_a_year_goes_by_months() -> None:
    source = Remembered((date(2026, 2, 3), [ROW]), (date(2026, 2, 9), [ROW]), (date(2026, 5, 1), [ROW]))
    view = figures_view(Asked("year", date(2026, 11, 24)), source=source, targets={}, at=NOW)
    assert [part.key for part in view.steps] == ["2026-02-01", "2026-05-01"]
    assert PERIODS[-1] == "year"
