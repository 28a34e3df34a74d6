"""The service day over HTTP: open, close with who is left, and a date that nobody believes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hall_in_a_thread import SETUP, RunningHall, at_ten, good, hall_in_a_thread, refused


def test_the_day_opens_with_its_first_ticket_and_closes_as_people_do_it(hall: RunningHall) -> None:
    hall.issue()
    assert good(hall.get("/day", "head"))["state"] == "open"
    assert good(hall.post("/day/close", "head"))["state"] == "closed"
    refused(hall.post("/day/close", "head"), "day_closed", 409)
    assert good(hall.post("/day/open", "head"))["state"] == "open"
    refused(hall.post("/day/open", "admin"), "day_open", 409)


def test_who_is_left_is_carried_over_unless_chosen_otherwise(hall: RunningHall) -> None:
    stays, goes = hall.issue()["visit"], hall.issue()["visit"]
    body = {"waiting": "carried_over", "choices": {goes: "cancelled"}}
    good(hall.post("/day/close", "head", body))
    assert good(hall.get(f"/visits/{stays}", "head"))["state"] == "carried_over"
    assert good(hall.get(f"/visits/{goes}", "head"))["state"] == "cancelled"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"waiting": "forgotten"}, "waiting"),
        ({"choices": {"v1": "forgotten"}}, "choices.v1"),
        ({"choices": ["v1"]}, "choices"),
        ({"left": "all"}, "left"),
    ],
)
def test_a_close_that_is_not_understood_changes_nothing(hall: RunningHall, body: dict[str, object], field: str) -> None:
    hall.issue()
    problem = refused(hall.post("/day/close", "head", body), "field_invalid", 422)
    assert [each["field"] for each in problem["fields"]] == [field]
    assert good(hall.get("/day", "head"))["state"] == "open"


def test_a_visit_at_a_counter_keeps_the_day_open_unless_it_is_meant(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    visit = good(hall.post("/counters/1/call-next", agent))["visit"]
    problem = refused(hall.post("/day/close", "head"), "agents_serving", 409)
    assert "A001" in problem["detail"]
    good(hall.post("/day/close", "head", {"end_serving": True}))
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "no_show"


def test_a_date_that_is_not_doubted_needs_no_confirmation(hall: RunningHall) -> None:
    hall.issue()
    refused(hall.post("/day/confirm-date", "head"), "date_not_doubted", 409)


@pytest.fixture
def careful(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall that asks its head about a doubtful date."""
    with hall_in_a_thread(tmp_path, setup=SETUP.replace("confirms_date_itself = true", "")) as running:
        yield running


def test_a_dead_clock_battery_does_not_start_a_wrong_day(careful: RunningHall) -> None:
    careful.issue()
    careful.clock.move_on(days=60)
    refused(careful.post("/visits", "kiosk", {"service": "A"}), "day_doubtful", 409)
    assert good(careful.get("/day", "head"))["state"] == "doubtful"
    assert good(careful.get("/queues", "head"))["alerts"] == ["date_doubtful"]
    assert good(careful.post("/day/confirm-date", "head"))["state"] == "open"
    assert careful.issue()["ticket"] == "A001"


def test_who_is_left_is_told_before_the_close(hall: RunningHall) -> None:
    hall.issue()
    agent = hall.sign_in()
    hall.issue()
    called = good(hall.post("/counters/1/call-next", agent))["visit"]
    left = good(hall.get("/day/left", "head"))["visits"]
    assert [(one["ticket"], one["state"], one["counter"]) for one in left] == [
        ("A001", "called", 1), ("A002", "waiting", None),
    ]  # fmt: skip
    assert left[0]["visit"] == called
    good(hall.post("/day/close", "admin", {"end_serving": True}))
    assert good(hall.get("/day/left", "admin"))["visits"] == []


@pytest.fixture
def morning(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall at ten in the morning: its midnight is far when its clock is moved on."""
    with hall_in_a_thread(tmp_path, clock=at_ten()) as running:
        yield running


def test_opening_the_day_again_brings_back_whom_the_close_ended(morning: RunningHall) -> None:
    hall = morning
    agent = hall.sign_in()
    named = [hall.issue()["visit"] for _ in range(4)]
    called = good(hall.post("/counters/1/call-next", agent))["visit"]
    gave_up = named[3]
    good(hall.post(f"/visits/{gave_up}/cancel", "kiosk"))
    before = {visit: good(hall.get(f"/visits/{visit}", "head")) for visit in named}
    hall.clock.move_on(minutes=7)
    good(hall.post("/day/close", "head", {"choices": {named[2]: "cancelled"}, "end_serving": True}))
    assert good(hall.get("/day/left", "head"))["ended_by_close"] == 3
    hall.clock.move_on(minutes=3)
    good(hall.post("/day/open", "head"))
    after = {visit: good(hall.get(f"/visits/{visit}", "head")) for visit in named}
    assert [after[visit]["state"] for visit in named] == ["waiting", "waiting", "waiting", "cancelled"]
    assert all(after[visit]["issued_at"] == before[visit]["issued_at"] for visit in named)
    assert called == named[0]
    assert good(hall.get("/queues", "head"))["services"][0]["longest_wait_s"] >= 600
    again = good(hall.post("/counters/1/call-next", agent))
    assert again["visit"] == named[0], "the place is the one of before"
    assert good(hall.get("/day/left", "head"))["ended_by_close"] == 0


def test_the_day_can_be_opened_again_with_an_empty_hall(hall: RunningHall) -> None:
    visit = hall.issue()["visit"]
    good(hall.post("/day/close", "head"))
    good(hall.post("/day/open", "head", {"bring_back": False}))
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "carried_over"


def test_reception_brings_a_carried_over_ticket_back_into_today(hall: RunningHall) -> None:
    visit = hall.issue()["visit"]
    good(hall.post("/day/close", "head"))
    refused(hall.post(f"/visits/{visit}/bring-back", "reception"), "day_over", 409)
    good(hall.post("/day/open", "head", {"bring_back": False}))
    assert good(hall.post(f"/visits/{visit}/bring-back", "reception"))["state"] == "waiting"
    refused(hall.post(f"/visits/{visit}/bring-back", "reception"), "not_carried_over", 409)
    waiting = good(hall.get("/reception", "reception"))["visits"]
    assert [(one["visit"], one["state"]) for one in waiting] == [(visit, "waiting")]
