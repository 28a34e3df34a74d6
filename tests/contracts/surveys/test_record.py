"""What leaves for the centre of a survey has its kind and no word that the visitor wrote."""

import json
from datetime import UTC, date, datetime

from contracts.codec.message import fields
from contracts.surveys.record import KIND, SurveyRecord, encode_survey

ONE = SurveyRecord(
    "muscat-1", "v1", date(2026, 11, 24), 2, "L", 9, 4, "phone", datetime(2026, 11, 24, 6, tzinfo=UTC), "wait"
)


def test_an_entry_is_one_line_of_canonical_json_with_its_kind() -> None:
    told = json.loads(encode_survey(ONE))
    assert (told["kind"], told["face"], told["rev"]) == (KIND, 4, 2)
    assert b"\n" not in encode_survey(ONE)


def test_no_field_could_hold_what_was_written_or_who_served() -> None:
    assert not {"words", "agent", "counter", "ticket"} & {field.name for field in fields(SurveyRecord)}
