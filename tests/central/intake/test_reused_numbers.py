"""A restored hall gives numbers again: what somebody else brings under the same number is another item, and counted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, Table, func, select

from central.requests.requests import find_requests
from central.store.tables.enquiries import enquiry, enquiry_month
from central.store.tables.halls import request, request_month
from central.store.tables.satisfaction import complaint
from contracts.complaints.record import ComplaintRecord, encode_complaint
from contracts.enquiries.record import EnquiryRecord, encode_enquiry
from contracts.requests.record import RequestRecord, encode_request
from contracts.words.enquiries import Channel, EnquiryState
from sync.fakes.hall import DAY, MemoryOutbox
from tests.central.conftest import NOW
from tests.helpers.batches import quarantined, take
from tests.helpers.replacing import replace

LATEST = date(2026, 11, 29)
REQUEST = RequestRecord(
    "1", "H-26-000019", DAY, 1, "hall", "t", "lands", {}, "registered", NOW, LATEST, LATEST, latest_expected=False
)
ENQUIRY = EnquiryRecord(
    "1", 19, DAY, 1, "plots", {"en": "Plots"}, Channel.EMAIL, EnquiryState.RECEIVED, left_open=True, received_at=NOW
)
COMPLAINT = ComplaintRecord("1", "H-C26-000019", DAY, 1, "complaint", "phone", "received", NOW)
KINDS: list[Any] = [
    (request, encode_request, REQUEST, "registered_at"),
    (enquiry, encode_enquiry, ENQUIRY, "received_at"),
    (complaint, encode_complaint, COMPLAINT, "received_at"),
]


def outbox_of(*bodies: bytes) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for body in bodies:
        outbox.write(body)
    return outbox


def revisions(engine: Engine, table: Table) -> list[int]:
    with engine.connect() as connection:
        return sorted(connection.execute(select(table.c.rev)).scalars())


@pytest.mark.parametrize(("table", "encode", "one", "instant"), KINDS, ids=lambda one: getattr(one, "name", None))
@pytest.mark.parametrize("together", [True, False], ids=["in one batch", "in two streams"])
def test_the_item_of_before_and_the_one_after_are_both_kept(
    engine: Engine, table: Table, encode: Any, one: Any, instant: str, together: bool
) -> None:
    before = replace(one, rev=3)
    after = replace(one, **{instant: NOW + timedelta(hours=5)})
    if together:
        take(engine, outbox_of(encode(before), encode(after)), 1, 2)
    else:
        take(engine, outbox_of(encode(before)), 1, 1)
        take(engine, outbox_of(encode(after)), 1, 1)
    assert revisions(engine, table) == [1, 3]
    take(engine, outbox_of(encode(replace(after, rev=2)), encode(replace(before, rev=2))), 1, 2)
    assert revisions(engine, table) == [2, 3]
    assert quarantined(engine) == []


def test_months_count_both_and_whoever_asks_by_number_is_told_of_both(engine: Engine) -> None:
    later = NOW + timedelta(hours=5)
    take(
        engine,
        outbox_of(
            encode_request(replace(REQUEST, rev=3)),
            encode_enquiry(replace(ENQUIRY, rev=3)),
            encode_request(replace(REQUEST, registered_at=later)),
            encode_enquiry(replace(ENQUIRY, received_at=later)),
        ),
        1,
        4,
    )
    with engine.connect() as connection:
        came = [connection.execute(select(func.sum(one.c.came))).scalar_one() for one in (request_month, enquiry_month)]
    assert came == [2, 2]
    assert [one["rev"] for one in find_requests(engine, REQUEST.number)] == [1, 3]
