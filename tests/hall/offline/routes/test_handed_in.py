"""The list of tickets given while the hall was away, and the marks on it, over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.one_hall


def hand_in(hall: RunningHall, number: int) -> str:
    """Hand in a ticket of the kiosk's own numbers and return its visit."""
    good(hall.post(f"/devices/{hall.devices['kiosk']}/numbers", "kiosk"))
    now = datetime.now(UTC)
    visit = f"0190a000-0000-7000-8000-{number:012}"
    body = {
        "visit": visit, "ticket": f"A{number}", "code": f"c{number}", "service": "A",
        "service_day": str(now.astimezone(ZoneInfo("Asia/Muscat")).date()), "issued_at": now.isoformat(),
    }  # fmt: skip
    good(hall.post("/visits/hand-in", "kiosk", body), 201)
    return visit


def test_who_was_served_on_paper_is_marked_and_leaves_the_list(hall: RunningHall) -> None:
    first, second = hand_in(hall, 900), hand_in(hall, 901)
    hall.issue()
    listed = good(hall.get("/visits/handed-in", "head"))["tickets"]
    assert [(one["ticket"], one["device"]) for one in listed] == [
        ("A900", hall.devices["kiosk"]),
        ("A901", hall.devices["kiosk"]),
    ]
    marked = good(hall.post("/visits/served-on-paper", "reception", {"visits": [first]}))
    assert marked == {"visits": [first]}
    assert [one["visit"] for one in good(hall.get("/visits/handed-in", hall.sign_in()))["tickets"]] == [second]
    visit = good(hall.get(f"/visits/{first}", "head"))
    assert (visit["state"], visit["stages"][0]["outcome"]) == ("finished", "completed")
    good(hall.post(f"/visits/{first}/undo", "head"))
    assert len(good(hall.get("/visits/handed-in", "head"))["tickets"]) == 2


def test_who_opens_the_pages_that_act_may_do_and_take_back_what_they_offer(hall: RunningHall) -> None:
    handed, waiting = hand_in(hall, 900), hall.issue()
    for who in ("head", "admin"):
        good(hall.post("/visits/served-on-paper", who, {"visits": [handed]}))
        good(hall.post(f"/visits/{handed}/undo", who))
        found = good(hall.get(f"/visits?ticket={waiting['ticket']}", who))
        good(hall.post(f"/visits/{found['visit']}/cancel", who))
        good(hall.post(f"/visits/{found['visit']}/undo", who))


def test_a_mark_names_visits(hall: RunningHall) -> None:
    for visits in ([], ["x"], ["0190a000-0000-7000-8000-000000000001"] * 1001):
        refused(hall.post("/visits/served-on-paper", "head", {"visits": visits}), "field_invalid", 422)
    unknown = {"visits": ["0190a000-0000-7000-8000-000000000009"]}
    refused(hall.post("/visits/served-on-paper", "head", unknown), "visit_unknown", 404)


def test_nobody_ends_a_visit_on_paper_that_the_hall_itself_gave_a_number(hall: RunningHall) -> None:
    handed, waiting = hand_in(hall, 900), hall.issue()["visit"]
    for who in (hall.sign_in(), "reception", "head"):
        refused(hall.post("/visits/served-on-paper", who, {"visits": [handed, waiting]}), "not_kiosk_number", 409)
    assert {good(hall.get(f"/visits/{one}", "head"))["state"] for one in (handed, waiting)} == {"waiting"}


def test_an_agent_takes_back_a_mark_on_the_list(hall: RunningHall) -> None:
    handed, agent = hand_in(hall, 900), hall.sign_in()
    good(hall.post("/visits/served-on-paper", agent, {"visits": [handed]}))
    assert good(hall.post(f"/visits/{handed}/undo", agent))["state"] == "waiting"
