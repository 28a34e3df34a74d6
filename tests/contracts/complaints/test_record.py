"""What leaves for the centre of a complaint has its number and state, and no word of it."""

import json
from datetime import UTC, date, datetime

from contracts.codec.message import fields
from contracts.complaints.record import KIND, ComplaintRecord, encode_complaint

ONE = ComplaintRecord(
    "muscat-1", "MUSCAT-1-C26-000019", date(2026, 11, 24), 1, "complaint", "phone", "received",
    datetime(2026, 11, 24, 6, tzinfo=UTC),
)  # fmt: skip


def test_an_entry_has_its_kind_beside_its_nature() -> None:
    told = json.loads(encode_complaint(ONE))
    assert (told["kind"], told["nature"], told["closed_at"]) == (KIND, "complaint", None)


def test_no_field_could_hold_what_was_said() -> None:
    assert not {"text", "answer", "by", "visit"} & {field.name for field in fields(ComplaintRecord)}
