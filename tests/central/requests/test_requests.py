"""Requests of all halls: the newest revision of each, told to any hall that asks by its number."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine

from central.errors import NotFoundError
from central.requests.requests import find_requests
from contracts.requests.record import RequestRecord, encode_request
from sync.fakes.hall import DAY, MemoryOutbox
from tests.central.conftest import NOW
from tests.helpers.batches import quarantined, take
from tests.helpers.replacing import replace

ONE = RequestRecord(
    "1", "M1-26-000019", DAY, 1, "hall", "plot", "lands", {"ar": "الأراضي"}, "registered", NOW, DAY, date(2026, 12, 3),
    latest_expected=False,
)  # fmt: skip


def outbox_of(*bodies: bytes) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for body in bodies:
        outbox.write(body)
    return outbox


def test_the_newest_revision_is_told_whatever_comes_late(engine: Engine) -> None:
    referred = replace(ONE, rev=2, state="referred", referred_at=NOW, external="BR-77")
    take(engine, outbox_of(encode_request(ONE), encode_request(referred)), 1, 2)
    take(engine, outbox_of(encode_request(ONE)), 1, 1)
    for number in (ONE.number, "BR-77"):
        (found,) = find_requests(engine, number)
        assert found["received_at"].startswith("2026-11-24")
        assert (found["rev"], found["state"], found["directorate_names"]) == (2, "referred", {"ar": "الأراضي"})
    assert quarantined(engine) == []


def test_a_number_that_nobody_told_of_is_said_to_be_unknown(engine: Engine) -> None:
    with pytest.raises(NotFoundError, match="X-1"):
        find_requests(engine, "X-1")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"hall": "2"}, "belongs to hall '2'"),
        ({"rev": 0}, "rev"),
        ({"number": ""}, "number"),
        ({"service_day": date(2029, 1, 1)}, "days ahead"),
    ],
)
def test_a_request_that_cannot_be_is_kept_in_quarantine(engine: Engine, changes: dict[str, object], said: str) -> None:
    take(engine, outbox_of(encode_request(replace(ONE, **changes))), 1, 1)  # type: ignore[arg-type]  # a test's shorthand
    ((_, reason),) = quarantined(engine)
    assert said in reason


def test_a_request_of_three_years_ago_is_still_told_of(engine: Engine) -> None:
    old = replace(ONE, service_day=date(2023, 11, 20), state="replied", rev=4)
    take(engine, outbox_of(encode_request(old)), 1, 1)
    assert find_requests(engine, ONE.number)[0]["state"] == "replied"
