"""Enquiries of all halls: the newest revision of each, and months that always agree with them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from central.enquiries.enquiries import ANSWERED, enquiry_row, merge_enquiries
from central.store.tables.enquiries import enquiry, enquiry_month, enquiry_topic
from contracts.codec.reader import to_json
from contracts.enquiries.record import EnquiryRecord, encode_enquiry
from contracts.words.enquiries import Channel, EnquiryState
from sync.fakes.hall import DAY, MemoryOutbox
from tests.central.conftest import NOW
from tests.helpers.batches import quarantined, take
from tests.helpers.replacing import replace

ONE = EnquiryRecord(
    "1", 1, DAY, 1, "plots", {"ar": "القطع"}, Channel.CALL_CENTRE, EnquiryState.RECEIVED, left_open=True,
    received_at=NOW,
)  # fmt: skip
ANSWER = replace(ONE, rev=2, state=EnquiryState.ANSWERED, answered_at=NOW + timedelta(hours=5))


def outbox_of(*records: EnquiryRecord) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for one in records:
        outbox.write(encode_enquiry(one))
    return outbox


def months(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row)[1:] for row in connection.execute(select(enquiry_month).order_by(enquiry_month.c.channel))]


def test_the_newest_revision_stands_and_the_month_follows_it_whatever_comes_late(engine: Engine) -> None:
    counted = replace(ONE, number=2, state=EnquiryState.CONFIRMED, left_open=False, channel=Channel.HALL)
    take(engine, outbox_of(ONE, counted), 1, 2)
    assert months(engine) == [
        (date(2026, 11, 1), "plots", "call_centre", 1, 0, 1, 0, 0),
        (date(2026, 11, 1), "plots", "hall", 1, 1, 0, 0, 0),
    ]
    take(engine, outbox_of(ANSWER), 1, 1)
    take(engine, outbox_of(ONE), 1, 1)
    assert months(engine)[0] == (date(2026, 11, 1), "plots", "call_centre", 1, 1, 1, 1, 5 * 3600)
    assert quarantined(engine) == []
    with engine.connect() as connection:
        assert connection.execute(select(enquiry_topic.c.names)).scalar_one() == {"ar": "القطع"}
        assert connection.execute(select(func.count()).select_from(enquiry)).scalar_one() == 2


def test_a_batch_that_comes_twice_counts_once(engine: Engine) -> None:
    outbox = outbox_of(ONE, ANSWER)
    for _ in range(2):
        take(engine, outbox, 1, 2)
    assert [row[3] for row in months(engine)] == [1]


def test_nothing_to_store_asks_the_database_for_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        merge_enquiries(connection, [], now=NOW)
    assert months(engine) == []


def test_a_reply_before_the_question_took_no_time() -> None:
    early = replace(ANSWER, answered_at=NOW - timedelta(seconds=5))
    assert enquiry_row(to_json(early))["reply_s"] == 0
    assert enquiry_row(to_json(ONE))["reply_s"] is None
    assert set(ANSWERED) == {"answered", "confirmed"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"hall": "2"}, "belongs to hall '2'"),
        ({"rev": 0}, "rev"),
        ({"number": 0}, "number"),
        ({"topic": ""}, "topic"),
        ({"service_day": date(2029, 1, 1)}, "days ahead"),
    ],
)
def test_an_enquiry_that_cannot_be_is_kept_in_quarantine(engine: Engine, changes: dict[str, object], said: str) -> None:
    take(engine, outbox_of(replace(ONE, **changes)), 1, 1)  # type: ignore[arg-type]  # a test's shorthand
    ((_, reason),) = quarantined(engine)
    assert said in reason
