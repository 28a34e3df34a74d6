"""The definitions, each by an example that can be checked in the head."""

from __future__ import annotations

import functools
import operator
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import pytest

from contracts.figure_answers import Figures, FiguresPart
from dashboard import figures
from dashboard.figures import DaysPieces
from dashboard.stage_rows import StageColumns, StageRow

ROW = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)
TARGETS = {"A": 600}


def figures_of(rows: list[StageRow], targets: dict[str, int]) -> Figures:
    return figures.figures_of(StageColumns.of(rows), targets)


def columns(*rows: StageRow) -> StageColumns:
    return StageColumns.of(rows)


def keys_and_came(parts: tuple[FiguresPart, ...]) -> list[tuple[str, int]]:
    return [(part.key, part.figures.came) for part in parts]


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
    rows = [ROW._replace(hour=hour, counter=counter) for hour, counter in ((10, 2), (9, None), (12, 1), (9, 10))]
    found = DaysPieces.of([(date(2026, 11, 24), StageColumns.of(rows))], TARGETS, by_month=False)
    assert keys_and_came(found.of_parts(found.parts["hour"])) == [("9", 2), ("10", 1), ("12", 1)]
    assert keys_and_came(found.of_parts(found.parts["counter"])) == [("", 1), ("1", 1), ("2", 1), ("10", 1)]


def test_steps_are_days_or_months_and_a_day_without_visits_is_none() -> None:
    days = [(date(2026, 11, 24), columns(ROW)), (date(2026, 11, 25), columns()), (date(2026, 12, 1), columns(ROW, ROW))]
    by_day, by_month = (DaysPieces.of(days, TARGETS, by_month=by_month) for by_month in (False, True))
    assert keys_and_came(by_day.of_parts(by_day.steps)) == [("2026-11-24", 1), ("2026-12-01", 2)]
    assert keys_and_came(by_month.of_parts(by_month.steps)) == [("2026-11-01", 1), ("2026-12-01", 2)]


def test_the_same_hour_of_the_same_weekday_is_one_cell() -> None:
    later = columns(*waits(120.0, None), ROW._replace(hour=8))
    days = [(date(2026, 11, 22), columns(*waits(60.0))), (date(2026, 11, 29), later)]
    cells = DaysPieces.of(days, TARGETS, by_month=False).cells()
    found = [(cell.weekday, cell.hour, cell.came, cell.called, cell.median_s) for cell in cells]
    assert found == [(7, 8, 1, 1, 60.0), (7, 9, 3, 2, 90.0)]


def test_days_joined_come_to_the_same_as_all_of_them_gone_through_at_once() -> None:
    chance = random.Random(8)
    days = [(date(2026, 10, 28) + timedelta(days=n), columns(*any_rows(chance))) for n in range(9)]
    for cut in (0, 1, 5, 9):
        for by_month in (False, True):
            parts = (DaysPieces.of(of, TARGETS, by_month=by_month) for of in (days[:cut], days[cut:]))
            whole = DaysPieces.of(days, TARGETS, by_month=by_month)
            assert told(sum_of(parts)) == told(whole)


def test_transactions_are_told_of_nothing_and_of_days_of_which_any_told_them() -> None:
    silent, one = [(date(2026, 11, 24), columns(ROW))], [(date(2026, 11, 25), columns(ROW._replace(done=2)))]
    found = [DaysPieces.of(days, TARGETS, by_month=False) for days in ([], silent, one)]
    assert [pieces.whole.transactions for pieces in found] == [0, None, 2]
    assert ((found[0] + found[1]).whole.transactions, (found[1] + found[2]).whole.transactions) == (None, 2)


def any_rows(chance: random.Random) -> Iterator[StageRow]:
    for _ in range(chance.randrange(30)):
        waited = chance.choice([None, chance.randrange(1200), 60])
        yield StageRow(
            chance.choice("AB"), chance.choice(["standard", "priority"]), chance.choice(["", "citizen"]),
            chance.choice([None, 1, 2]), chance.randrange(8, 14), chance.random() < 0.8, waited,
            None if waited is None else chance.randrange(60), chance.choice([None, chance.randrange(900)]),
            chance.random() < 0.1, chance.choice([None, 0, 1, 3]),
        )  # fmt: skip


def sum_of(parts: Iterable[DaysPieces]) -> DaysPieces:
    return functools.reduce(operator.add, parts)


def told(pieces: DaysPieces) -> tuple[object, ...]:
    parts = (pieces.steps, *pieces.parts.values())
    return pieces.whole, pieces.cells(), [pieces.of_parts(part) for part in parts]
