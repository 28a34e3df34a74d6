"""A service whose tickets are given out: letter, numbers and service stay until none can come back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hall.administration.test_settings import change, put, removed
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

LETTER, NARROWED = put("service", "A", prefix="L"), put("service", "A", numbers=[1, 400])
GONE = [
    removed("service", "A"),
    removed("counter", "2"),
    put("counter", "1", services=["B"]),
]
CHANGES = {"letter": [LETTER], "range": [NARROWED], "removal": GONE}


def numbers(hall: RunningHall) -> list[str]:
    """Let the kiosk ask for its numbers, as it does at each change of the settings; return whose it has."""
    answer = good(hall.post(f"/devices/{hall.devices['kiosk']}/numbers", "kiosk"))
    return [one["service"] for one in answer["blocks"]]


def both(hall: RunningHall, items: list[dict[str, Any]], code: str) -> None:
    """The check says what storing says."""
    refused(hall.post("/settings/check", "head", change(hall, *items)), code, 409)
    refused(hall.post("/settings", "head", change(hall, *items)), code, 409)


@pytest.mark.parametrize("kind", CHANGES)
def test_nothing_is_changed_while_a_visitor_with_a_ticket_is_in_the_hall(hall: RunningHall, kind: str) -> None:
    hall.issue()
    both(hall, CHANGES[kind], "service_in_use")
    good(hall.post("/day/close", "head"))
    good(hall.post("/settings", "head", change(hall, *CHANGES[kind])))


@pytest.mark.parametrize("kind", CHANGES)
def test_nothing_is_changed_while_a_kiosk_may_give_numbers_of_the_service(hall: RunningHall, kind: str) -> None:
    assert "A" in numbers(hall)
    both(hall, CHANGES[kind], "numbers_at_kiosk")
    good(hall.post("/services/A/close", "head"), 201)
    both(hall, CHANGES[kind], "numbers_at_kiosk")
    assert numbers(hall) == ["B"]
    good(hall.post("/settings", "head", change(hall, *CHANGES[kind])))


@pytest.mark.parametrize("kind", CHANGES)
def test_nothing_is_changed_while_paper_sheets_of_the_service_are_good(hall: RunningHall, kind: str) -> None:
    good(hall.post("/paper/numbers", "head"))
    good(hall.post("/services/A/close", "head"), 201)
    good(hall.post("/paper/numbers", "head"))
    both(hall, CHANGES[kind], "numbers_on_paper")
    good(hall.post("/paper/void", "head", {"service": "A"}), 204)
    refused(hall.post("/paper/void", "head", {"service": "A"}), "already_so", 409)
    good(hall.post("/settings", "head", change(hall, *CHANGES[kind])))


def test_the_ticket_of_a_kiosk_that_was_cut_off_is_called_though_the_letter_was_to_be_changed(
    hall: RunningHall,
) -> None:
    numbers(hall)
    good(hall.post("/services/A/close", "head"), 201)
    refused(hall.post("/settings", "head", change(hall, LETTER)), "numbers_at_kiosk", 409)
    day = good(hall.get("/hall", "head"))["day"]["service_day"]
    paper = {"visit": "01930000-0000-7000-8000-000000000001", "ticket": "A900", "code": "x" * 22, "service": "A"}
    at = good(hall.get("/settings", "head"))["at"]
    good(hall.post("/visits/hand-in", "kiosk", paper | {"service_day": day, "issued_at": at}), 201)
    numbers(hall)
    refused(hall.post("/settings", "head", change(hall, LETTER)), "service_in_use", 409)
    assert good(hall.post("/counters/1/call-next", hall.sign_in()))["ticket"] == "A900"


def test_the_numbers_of_a_kiosk_that_is_removed_keep_nothing(hall: RunningHall) -> None:
    numbers(hall)
    good(hall.post(f"/devices/{hall.devices['kiosk']}/revoke", "head"), 204)
    good(hall.post("/settings", "head", change(hall, LETTER)))


def test_more_numbers_and_other_names_are_given_at_any_time(hall: RunningHall) -> None:
    good(hall.post("/settings", "head", change(hall, NARROWED)))
    hall.issue()
    numbers(hall)
    good(hall.post("/settings", "head", change(hall, put("service", "A", numbers=[1, 900], target_wait_min=20))))
    assert numbers(hall) == ["A", "B"]
