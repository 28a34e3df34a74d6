"""Reception over HTTP: who is here, a lost ticket found, a service and a group corrected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hall_in_a_thread import SETUP, RunningHall, at_ten, good, hall_in_a_thread, refused

NUMBER = "+96891234567"
UNKNOWN = "01a21000-8800-7438-96ab-ab4dab87baef"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + "\n[kiosk]\nphone = true\n", clock=at_ten()) as running:
        yield running


def find(hall: RunningHall, **what: object) -> list[str]:
    return [one["ticket"] for one in good(hall.post("/visits/find", "reception", what))["visits"]]


def test_the_desk_lists_who_is_here_and_which_kiosks_print(hall: RunningHall) -> None:
    assert good(hall.get("/reception", "reception"))["visits"] == []
    hall.issue()
    hall.issue("B", visitor_kind="citizen", priority=True)
    desk = good(hall.get("/reception", "reception"))
    assert [(one["ticket"], one["lane"], one["visitor_kind"], one["people_ahead"]) for one in desk["visits"]] == [
        ("B001", "priority", "citizen", 0), ("A001", "standard", None, 0),
    ]  # fmt: skip
    assert [(one["device"], one["name"]) for one in desk["printers"]] == [(hall.devices["kiosk"], "kiosk")]
    assert desk["more"] == 0


def test_a_lost_ticket_is_found_by_service_time_number_and_telephone(hall: RunningHall) -> None:
    first = hall.issue(phone=NUMBER)
    hall.clock.move_on(minutes=30)
    hall.issue("B", visitor_kind="citizen")
    assert find(hall, service="A") == ["A001"]
    assert find(hall, since=first["issued_at"]) == ["B001", "A001"]
    assert find(hall, until=first["issued_at"]) == ["A001"]
    assert find(hall, ticket="b0") == ["B001"]
    assert find(hall, phone="9123 4567") == ["A001"]
    assert find(hall, phone="99999999") == []
    assert find(hall, phone=NUMBER, service="B") == []


def test_a_question_that_says_nothing_or_no_number_is_refused_and_not_repeated(hall: RunningHall) -> None:
    refused(hall.post("/visits/find", "reception", {}), "field_invalid", 422)
    answer = hall.post("/visits/find", "reception", {"phone": "24123456"})
    refused(answer, "field_invalid", 422)
    assert "24123456" not in answer.text
    refused(hall.post("/visits/find", "reception", {"service": "X"}), "service_unknown", 404)
    refused(hall.post("/visits/find", "reception", {"ticket": "A" * 21}), "field_invalid", 422)


def test_a_wrong_service_is_put_right_and_back(hall: RunningHall) -> None:
    visit = hall.issue(visitor_kind="citizen")["visit"]
    changed = good(hall.post(f"/visits/{visit}/service", "reception", {"service": "B"}))
    assert (changed["ticket"], changed["service"]) == ("A001", "B")
    assert good(hall.post(f"/visits/{visit}/service", "reception", {"service": "A"}))["service"] == "A"
    refused(hall.post(f"/visits/{visit}/service", "reception", {"service": "A"}), "already_so", 409)
    refused(hall.post(f"/visits/{UNKNOWN}/service", "reception", {"service": "A"}), "visit_unknown", 404)


def test_a_group_is_parted_again(hall: RunningHall) -> None:
    both = [hall.issue()["visit"] for _ in range(2)]
    refused(hall.post("/visits/unlink", "reception", {"visits": both}), "not_linked", 409)
    good(hall.post("/visits/group", "reception", {"visits": both}))
    assert len({one["group"] for one in good(hall.get("/reception", "reception"))["visits"]}) == 1
    assert [one["group"] for one in good(hall.post("/visits/unlink", "reception", {"visits": both}))] == [None, None]
    refused(hall.post("/visits/unlink", "reception", {"visits": []}), "field_invalid", 422)
