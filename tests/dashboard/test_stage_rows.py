"""A stage as figures need it."""

from __future__ import annotations

from datetime import date

from dashboard.stage_rows import DayRows, StageColumns, StageRow, StageSource
from hall.adapters.day_figures import SqlDayFigures

ROW = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False)


def test_it_is_as_light_as_a_tuple_and_has_names() -> None:
    assert ROW == ("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False, None)
    assert (ROW.service, ROW.waited_s) == ("A", 60.0)


def test_a_halls_store_is_a_source() -> None:
    def first_of(source: StageSource) -> DayRows:
        return source.days(date(2026, 1, 1), date(2026, 1, 1))[0]

    assert first_of.__annotations__["source"] == "StageSource"
    assert callable(SqlDayFigures.days)


def test_columns_hold_the_same_stages_and_can_be_joined() -> None:
    other = ROW._replace(service="B", counter=None)
    assert StageColumns.of([]).rows() == []
    joined = StageColumns.joined([StageColumns.of([ROW]), StageColumns.of([]), StageColumns.of([other])])
    assert (joined.rows(), len(joined), joined.service) == ([ROW, other], 2, ["A", "B"])
