"""The roll-ups' tables stand in the centre's own metadata, so that migrations and drift guard see them."""

from __future__ import annotations

from central.tables import metadata
from central.tables_rollup import dirty_day, rollup, service_target


def test_they_are_the_centres_tables_with_the_keys_that_readers_use() -> None:
    assert {"rollup", "dirty_day", "service_target"} <= set(metadata.tables)
    assert [column.name for column in rollup.primary_key] == ["hall", "span", "first", "service"]
    assert [column.name for column in dirty_day.primary_key] == ["hall", "service_day"]
    assert [column.name for column in service_target.primary_key] == ["hall", "service"]
