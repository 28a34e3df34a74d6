"""The tables of what visitors say stand in the centre's own metadata, so that the drift guard sees them."""

from __future__ import annotations

from central.tables import metadata
from central.tables_satisfaction import complaint, survey, survey_month


def test_they_are_the_centres_tables_with_the_keys_that_readers_use() -> None:
    assert {"survey", "survey_month", "complaint"} <= set(metadata.tables)
    assert [column.name for column in survey.primary_key] == ["hall", "visit"]
    assert [column.name for column in survey_month.primary_key] == ["hall", "month", "service", "face"]
    assert [column.name for column in complaint.primary_key] == ["hall", "number", "came_at"]
