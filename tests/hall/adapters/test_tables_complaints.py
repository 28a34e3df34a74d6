"""The table of complaints is keyed by the number that the hall gives."""

from hall.adapters.tables_complaints import complaint


def test_its_number_is_its_key() -> None:
    assert [column.name for column in complaint.primary_key] == ["number"]
