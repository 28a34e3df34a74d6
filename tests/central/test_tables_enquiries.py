"""The enquiries' tables stand in the centre's own metadata, so that migrations and drift guard see them."""

from __future__ import annotations

from central.tables import metadata
from central.tables_enquiries import enquiry, enquiry_month


def test_they_are_the_centres_tables_with_the_keys_that_readers_use() -> None:
    assert {"enquiry", "enquiry_month", "enquiry_topic"} <= set(metadata.tables)
    assert [column.name for column in enquiry.primary_key] == ["hall", "number", "asked_at"]
    assert [column.name for column in enquiry_month.primary_key] == ["hall", "month", "topic", "channel"]
