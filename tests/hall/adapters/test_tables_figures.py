from __future__ import annotations

from hall.adapters.tables import metadata
from hall.adapters.tables_figures import day_figures


def test_a_day_is_kept_once_and_names_nobody() -> None:
    assert day_figures.name in metadata.tables
    assert [column.name for column in day_figures.primary_key] == ["service_day"]
    assert {"service_day", "seq", "zone", "stages"} == set(day_figures.columns.keys())
