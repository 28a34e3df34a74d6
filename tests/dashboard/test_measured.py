"""Times put in order once give each part its own in order."""

from __future__ import annotations

import random

from dashboard.measured import Measured, Times
from dashboard.parted import Parted
from dashboard.stage_rows import StageColumns, StageRow

ROW = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)


def test_each_part_has_its_own_values_in_rising_order() -> None:
    chance = random.Random(3)
    column = [None if chance.random() < 0.2 else chance.uniform(0, 900) for _ in range(500)]
    keys = [chance.choice("abc") for _ in column]
    expected = {
        key: sorted(value for value, of in zip(column, keys, strict=True) if of == key and value is not None)
        for key in "abc"
    }
    assert dict(Times(column).by(Parted(keys))) == expected


def test_only_who_was_called_and_has_a_target_is_judged_by_it() -> None:
    rows = [ROW, ROW._replace(waited_s=601.0), ROW._replace(waited_s=None), ROW._replace(service="GONE")]
    measured = Measured(StageColumns.of(rows), {"A": 600})
    assert measured.judged_by(Parted(["x", "x", "x", "y"])) == ({"x": 2, "y": 0}, {"x": 1, "y": 0})


def test_who_came_and_who_did_not_show_up_are_counted_by_part() -> None:
    rows = [ROW, ROW._replace(first=False), ROW._replace(no_show=True)]
    measured = Measured(StageColumns.of(rows), {})
    assert measured.came_by(Parted([1, 1, 2])) == {1: 1, 2: 1}
    assert measured.no_shows_by(Parted([1, 1, 2])) == {1: 0, 2: 1}
