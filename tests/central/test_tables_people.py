"""The tables of people stand in the centre's own metadata, and hold no secret in the clear."""

from __future__ import annotations

from central.tables import metadata
from central.tables_people import person, recovery_code, staff_session


def test_they_are_the_centres_tables_with_the_keys_that_readers_use() -> None:
    assert {"person", "recovery_code", "staff_session"} <= set(metadata.tables)
    assert [column.name for column in person.primary_key] == ["name"]
    assert [column.name for column in recovery_code.primary_key] == ["person", "code_hash"]
    assert [column.name for column in staff_session.primary_key] == ["token_hash"]
    assert "secret" not in person.c
