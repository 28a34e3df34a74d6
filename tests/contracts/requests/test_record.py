"""What leaves for the centre about a request: canonical, and without what it is about."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from contracts.codec.message import fields
from contracts.codec.reader import from_json
from contracts.requests.record import KIND, RequestRecord, encode_request

RECORD = RequestRecord(
    "muscat-1", "MUSCAT-1-26-000019", date(2026, 11, 24), 1, "hall", "land_grant", "lands", {"en": "Lands"},
    "registered", datetime(2026, 11, 24, 6, tzinfo=UTC), date(2026, 11, 30), date(2026, 11, 30), False,
)  # fmt: skip


def test_it_is_read_back_as_it_was_written() -> None:
    value = json.loads(encode_request(RECORD))
    assert value.pop("kind") == KIND
    assert from_json(RequestRecord, value) == RECORD


def test_neither_the_subject_nor_a_telephone_number_has_a_field() -> None:
    assert not {"subject", "phone", "name"} & {one.name for one in fields(RequestRecord)}
