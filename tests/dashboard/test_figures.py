"""The definitions, each by an example that can be checked in the head."""

from __future__ import annotations

from datetime import date

import pytest

from contracts.figure_answers import Figures
from dashboard import figures
from dashboard.figures import heat, parts_by, steps
from dashboard.measured import Measured
from dashboard.stage_rows import DayRows, StageColumns, StageRow

ROW = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)
TARGETS = {"A": 600}


def figures_of(rows: list[StageRow], targets: dict[str, int]) -> Figures:
    return figures.figures_of(Measured(StageColumns.of(rows), targets))


def columns(*rows: StageRow) -> StageColumns:
    return StageColumns.of(rows)


def all_of(days: list[DayRows]) -> Measured:
    return Measured(StageColumns.joined(stages for _, stages in days), TARGETS)


def waits(*seconds: float | None) -> list[StageRow]:
    return [ROW._replace(waited_s=one) for one in seconds]


def test_of_nothing_there_is_nothing_to_say() -> None:
    found = figures_of([], TARGETS)
    assert (found.came, found.called, found.served, found.no_shows) == (0, 0, 0, 0)
    assert (found.mean_s, found.median_s, found.p90_s, found.within, found.begin_s) == (None,) * 5
    assert (found.serving_mean_s, found.serving_s, found.no_show) == (None,) * 3


@pytest.mark.parametrize(
    ("seconds", "mean", "median", "p90"),
    [
        ((60,), 60, 60, 60),
        ((60, 120), 90, 90, 120),
        ((10, 20, 30, 40, 50, 60, 70, 80, 90, 100), 55, 55, 90),
        ((10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 9999), 959, 60, 100),
        (tuple(range(1, 71)), 35.5, 35.5, 63),
    ],
)
def test_mean_median_and_nine_of_ten(seconds: tuple[float, ...], mean: float, median: float, p90: float) -> None:
    found = figures_of(waits(*seconds), TARGETS)
    assert (found.mean_s, found.median_s, found.p90_s) == (mean, median, p90)


def test_the_end_of_the_target_is_within_it_and_a_service_without_one_is_not_judged() -> None:
    rows = [*waits(599, 600, 601, None), ROW._replace(service="GONE", waited_s=1.0)]
    found = figures_of(rows, TARGETS)
    assert (found.called, found.within) == (4, 66.7)
    assert figures_of(rows[4:], TARGETS).within is None


def test_who_was_not_called_came_all_the_same_and_a_transfer_came_once() -> None:
    found = figures_of([ROW._replace(waited_s=None), ROW, ROW._replace(first=False)], TARGETS)
    assert (found.came, found.called) == (2, 2)


def test_no_shows_are_a_share_of_those_called() -> None:
    found = figures_of([ROW, ROW, ROW._replace(no_show=True), ROW._replace(waited_s=None)], TARGETS)
    assert (found.no_shows, found.no_show) == (1, 33.3)


def test_parts_are_in_order_of_number_and_those_without_a_key_first() -> None:
    rows = columns(*(ROW._replace(hour=hour) for hour in (10, 9, 12, 9)))
    assert [(part.key, part.figures.came) for part in parts_by(rows.hour, Measured(rows, TARGETS))] == [
        ("9", 2), ("10", 1), ("12", 1),
    ]  # fmt: skip
    rows = columns(*(ROW._replace(counter=counter) for counter in (2, None, 1)))
    assert [part.key for part in parts_by(rows.counter, Measured(rows, TARGETS))] == ["", "1", "2"]


def test_steps_are_days_or_months_and_a_day_without_visits_is_none() -> None:
    days = [(date(2026, 11, 24), columns(ROW)), (date(2026, 11, 25), columns()), (date(2026, 12, 1), columns(ROW, ROW))]
    assert [(part.key, part.figures.came) for part in steps(days, all_of(days), by_month=False)] == [
        ("2026-11-24", 1), ("2026-12-01", 2),
    ]  # fmt: skip
    assert [part.key for part in steps(days, all_of(days), by_month=True)] == ["2026-11-01", "2026-12-01"]


def test_the_same_hour_of_the_same_weekday_is_one_cell() -> None:
    later = columns(*waits(120.0, None), ROW._replace(hour=8))
    days = [(date(2026, 11, 22), columns(*waits(60.0))), (date(2026, 11, 29), later)]
    found = [(cell.weekday, cell.hour, cell.came, cell.called, cell.median_s) for cell in heat(days, all_of(days))]
    assert found == [(7, 8, 1, 1, 60.0), (7, 9, 3, 2, 90.0)]
