"""What visitors' phones get through the centre: read back as written, and without anything about a person."""

from __future__ import annotations

from datetime import UTC, datetime

from contracts.codec.message import fields as fields_of
from contracts.codec.reader import from_json, to_json
from contracts.queue.places import PlacedVisit, Places


def test_it_is_read_back_as_it_was_written_and_has_no_field_for_persons() -> None:
    at = datetime(2026, 11, 24, 6, tzinfo=UTC)
    places = Places(at, visits=(PlacedVisit("c" * 64, "A001", "A", "waiting", 3, 300, 400, 600),))
    assert from_json(Places, to_json(places)) == places
    fields = {one.name for one in fields_of(PlacedVisit)}
    assert not {"name", "phone", "visitor_kind", "lane", "agent", "visit"} & fields
