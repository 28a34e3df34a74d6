"""The stages of a day as one text, and back."""

from __future__ import annotations

from dashboard.stage_rows import StageColumns, StageRow
from hall.adapters.stage_columns import columns_text, read_columns

ROWS = [
    StageRow("A", "standard", "citizen", 1, 9, True, 60.125, 5.0, 300.5, False),
    StageRow("س", "priority", "", None, 13, False, None, None, None, True),
]


def test_what_is_kept_comes_back_as_it_was() -> None:
    assert read_columns(columns_text(StageColumns.of(ROWS))).rows() == ROWS


def test_a_day_without_visits_comes_back_empty() -> None:
    assert read_columns(columns_text(StageColumns.of([]))).rows() == []
