"""Complaints and suggestions of all halls, each at its newest revision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, select

from central.satisfaction.complaints import complaint_row
from central.store.tables.satisfaction import complaint
from contracts.codec.reader import to_json
from contracts.complaints.record import ComplaintRecord, encode_complaint
from sync.fakes.hall import DAY, MemoryOutbox
from tests.central.conftest import NOW
from tests.helpers.batches import quarantined, take
from tests.helpers.replacing import replace

ONE = ComplaintRecord("1", "H-C26-000019", DAY, 1, "complaint", "phone", "received", NOW)
ANSWER = replace(ONE, rev=2, state="answered", answered_at=NOW + timedelta(hours=2))


def outbox_of(*records: ComplaintRecord) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for one in records:
        outbox.write(encode_complaint(one))
    return outbox


def test_the_newest_revision_stands_whatever_comes_late_or_twice(engine: Engine) -> None:
    take(engine, outbox_of(ONE), 1, 1)
    for _ in range(2):
        take(engine, outbox_of(ANSWER), 1, 1)
    take(engine, outbox_of(ONE), 1, 1)
    with engine.connect() as connection:
        (row,) = connection.execute(select(complaint.c.rev, complaint.c.state, complaint.c.reply_s)).all()
    assert tuple(row) == (2, "answered", 7200)
    assert quarantined(engine) == []


def test_a_reply_before_it_came_took_no_time() -> None:
    assert complaint_row(to_json(replace(ANSWER, answered_at=NOW - timedelta(seconds=9))))["reply_s"] == 0
    assert complaint_row(to_json(ONE))["reply_s"] is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"hall": "2"}, "belongs to hall '2'"), ({"rev": 0}, "rev"), ({"number": ""}, "number"),
     ({"service_day": date(2029, 1, 1)}, "days ahead")],
)  # fmt: skip
def test_one_that_cannot_be_is_kept_in_quarantine(engine: Engine, changes: dict[str, object], said: str) -> None:
    take(engine, outbox_of(replace(ONE, **changes)), 1, 1)  # type: ignore[arg-type]  # a test's shorthand
    ((_, reason),) = quarantined(engine)
    assert said in reason
