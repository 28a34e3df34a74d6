"""A period of figures, put together from single stages."""

from __future__ import annotations

from datetime import date

import pytest

from figures import period as module
from figures.period import PERIODS, Asked
from figures.stage_rows import StageRow
from tests.helpers.examples import assert_examples_hold
from tests.helpers.figures_asked import figured

ROW = StageRow("A", "standard", "", 1, 9, True, 60, 5, 300, False)


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
    days = [
        (date(2026, 11, 22), [ROW, ROW._replace(service="B", counter=None, lane="priority")]),
        (date(2026, 11, 24), [ROW._replace(hour=11, visitor_kind="citizen")]),
        (date(2026, 12, 1), [ROW]),
    ]
    view = figured(Asked("week", date(2026, 11, 24)), days, {"A": 900})
    assert view.total.came == 3
    for parts in (view.services, view.hours, view.lanes, view.visitor_kinds, view.counters, view.steps):
        assert sum(part.figures.came for part in parts) == 3
    assert [part.key for part in view.counters] == ["", "1"]
    assert [part.key for part in view.steps] == ["2026-11-22", "2026-11-24"]
    assert sum(cell.came for cell in view.heat) == 3


def test_one_service_alone() -> None:
    days = [(date(2026, 11, 24), [ROW, ROW._replace(service="B"), ROW])]
    view = figured(Asked("day", date(2026, 11, 24), "A"), days, {})
    assert (view.total.came, [part.key for part in view.services], view.service) == (2, ["A"], "A")


def test_a_year_goes_by_months() -> None:
    days = [(date(2026, 2, 3), [ROW]), (date(2026, 2, 9), [ROW]), (date(2026, 5, 1), [ROW])]
    view = figured(Asked("year", date(2026, 11, 24)), days, {})
    assert [part.key for part in view.steps] == ["2026-02-01", "2026-05-01"]
    assert PERIODS[-1] == "year"


def test_ten_years_go_by_years_and_hold_all() -> None:
    days = [(date(2017, 2, 3), [ROW]), (date(2026, 2, 9), [ROW]), (date(2026, 5, 1), [ROW])]
    view = figured(Asked("decade", date(2026, 11, 24)), days, {})
    assert [(part.key, part.figures.came) for part in view.steps] == [("2017-01-01", 1), ("2026-01-01", 2)]


def test_the_examples_hold() -> None:
    assert_examples_hold(module)
