"""What goes down by the inbox: a plain body for each kind, and no name of anybody."""

from __future__ import annotations

from datetime import UTC, datetime

from contracts.centre.inbox_items import REQUEST, SURVEY, RefusedItem, RequestItem, SurveyItem
from contracts.codec.message import fields as fields_of
from contracts.codec.reader import from_json, to_json
from contracts.words.surveys import Face


def test_each_body_is_read_back_as_it_was_written() -> None:
    survey = SurveyItem("c" * 64, Face.GOOD, datetime(2026, 11, 24, 6, tzinfo=UTC))
    for one in (survey, RequestItem("BR-77", "A plot", "lands"), RefusedItem(1, REQUEST, "no such topic")):
        assert from_json(type(one), to_json(one)) == one
    assert REQUEST != SURVEY
    fields = {one.name for kind in (SurveyItem, RequestItem) for one in fields_of(kind)}
    assert not {"name", "phone", "civil_number"} & fields
