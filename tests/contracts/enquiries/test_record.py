"""What leaves for the centre about an enquiry: canonical, and without what was asked or answered."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from contracts.centre.outbox_entry import EntryKind
from contracts.codec.message import fields as fields_of
from contracts.codec.reader import from_json
from contracts.enquiries import record as module
from contracts.enquiries.record import ENQUIRY_KIND, EnquiryRecord, encode_enquiry
from contracts.words.enquiries import Channel, EnquiryState
from tests.helpers.examples import assert_examples_hold

RECORD = EnquiryRecord(
    "muscat-1", 7, date(2026, 11, 24), 1, "land_grant", {"en": "Land grant"}, Channel.SOCIAL, EnquiryState.RECEIVED,
    True, datetime(2026, 11, 24, 6, tzinfo=UTC),
)  # fmt: skip


def test_it_is_read_back_as_it_was_written() -> None:
    assert_examples_hold(module)
    value = json.loads(encode_enquiry(RECORD))
    assert value.pop("kind") == ENQUIRY_KIND == EntryKind.ENQUIRY.value
    assert from_json(EnquiryRecord, value) == RECORD


def test_neither_question_nor_answer_nor_anybodys_name_has_a_field() -> None:
    fields = {one.name for one in fields_of(EnquiryRecord)}
    assert not {"question", "answer", "phone", "name", "received_by", "handed_to", "answered_by"} & fields
