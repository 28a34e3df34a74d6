"""A kiosk asks for reserved numbers over HTTP, gives them out while the hall is away, and hands them in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.one_hall

VISIT = "0190a000-0000-7000-8000-000000000001"


def reserve(hall: RunningHall) -> Any:
    return good(hall.post(f"/devices/{hall.devices['kiosk']}/numbers", "kiosk"))


def test_a_kiosk_gets_the_same_block_at_each_question(hall: RunningHall) -> None:
    told = reserve(hall)
    assert [(one["service"], one["first"], one["last"]) for one in told["blocks"]] == [
        ("A", 900, 999),
        ("B", 900, 999),
    ]
    assert told["status_url"].endswith("/t#")
    assert (told["days"][0]["first_ticket"], told["days"][0]["last_ticket"]) == ("00:00", "23:59")
    assert reserve(hall) == told


def test_a_number_of_the_block_is_handed_in_and_is_never_given_by_the_hall(hall: RunningHall) -> None:
    block = reserve(hall)["blocks"][0]
    now = datetime.now(UTC)
    ticket = f"A{block['first']}"
    body = {
        "visit": VISIT, "ticket": ticket, "code": "c0de", "service": "A",
        "service_day": str(now.astimezone(ZoneInfo("Asia/Muscat")).date()), "issued_at": now.isoformat(),
    }  # fmt: skip
    assert good(hall.post("/visits/hand-in", "kiosk", body), 201)["ticket"] == ticket
    assert hall.issue()["ticket"] == "A001"
    assert reserve(hall)["blocks"][0]["taken"] == [block["first"]]


def test_a_kiosk_asks_for_itself_only(hall: RunningHall) -> None:
    refused(hall.post(f"/devices/{hall.devices['board']}/numbers", "kiosk"), "role_refused", 403)
    refused(hall.post(f"/devices/{hall.devices['kiosk']}/numbers", "head"), "role_refused", 403)


def test_a_reader_gives_no_tickets_and_gets_no_numbers(hall: RunningHall) -> None:
    device, hall.tokens["reader"] = hall.hall.enrol("reader", "reader", None)
    assert good(hall.post(f"/devices/{device}/numbers", "reader"))["blocks"] == []
