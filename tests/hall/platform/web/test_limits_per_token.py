"""Who issues or guesses faster than people do is slowed down, and the hall head is alerted."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import requests

from hall.people.model.device_token import RENEW_AFTER
from hall.platform.refusals import TooManyTriesError
from hall.platform.web.limits.limits_per_token import (
    FOLLOW_UP_PATHS,
    FOLLOW_UPS,
    MESSAGE_PATHS,
    MESSAGES,
    PHONE_NUMBER_PATHS,
    STREAMS,
    TICKETS,
    WRONG_LOOK_UPS,
    Quotas,
)
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread, refused

pytestmark = pytest.mark.one_hall


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall as it is outside of tests: its devices have limits."""
    with hall_in_a_thread(tmp_path, setup=SETUP + "\n[appointments]\noffered = true\n", device_limits=True) as running:
        yield running


def alerts(hall: RunningHall) -> list[dict[str, Any]]:
    return [one for one in good(hall.get("/queues", "head"))["standing"] if one["kind"] == "too_often"]


def test_a_kiosk_that_issues_more_than_60_tickets_a_minute_waits_and_the_hall_head_is_alerted(
    strict: RunningHall,
) -> None:
    for _ in range(TICKETS):
        strict.issue()
    assert alerts(strict) == []
    answer = strict.post("/visits", "kiosk", {"service": "A"})
    refused(answer, "too_many_tries", 429)
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    (alert,) = alerts(strict)
    assert alert["device"] == strict.devices["kiosk"]
    good(strict.post("/visits", "reception", {"service": "A"}), 201)
    strict.clock.move_on(seconds=61)
    strict.issue()
    assert alerts(strict), "somebody has to see it"
    strict.clock.move_on(minutes=10)
    assert alerts(strict) == []


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/returns/{:08}", "return_unknown"),
        ("GET", "/appointments/{:08}", "appointment_unknown"),
        ("POST", "/appointments/{:08}/check-in", "appointment_unknown"),
        ("POST", "/returns/{:08}/check-in", "return_unknown"),
    ],
)
def test_who_guesses_numbers_and_codes_is_slowed_down(strict: RunningHall, method: str, path: str, code: str) -> None:
    for number in range(WRONG_LOOK_UPS):
        refused(strict.ask(method, path.format(number), "kiosk", {} if method == "POST" else None), code, 404)
    answer = strict.ask(method, path.format(99), "kiosk", {} if method == "POST" else None)
    refused(answer, "too_many_tries", 429)
    assert int(answer.headers["Retry-After"]) >= 1
    assert [one["device"] for one in alerts(strict)] == [strict.devices["kiosk"]]
    strict.issue()


def test_guesses_of_a_tickets_code_are_slowed_down(strict: RunningHall) -> None:
    def guess(number: int) -> requests.Response:
        return strict.get("/visits/by-code", "kiosk", headers={"Visit-Code": f"{number:032x}"})

    for number in range(WRONG_LOOK_UPS):
        refused(guess(number), "code_unknown", 404)
    refused(guess(99), "too_many_tries", 429)


def test_right_look_ups_are_not_counted(strict: RunningHall) -> None:
    slot = (strict.clock.now().at + timedelta(minutes=10)).isoformat()
    booked = strict.post("/appointments", "reception", {"service": "A", "slot_at": slot, "number": "471147"})
    number = good(booked, 201)["number"]
    for _ in range(2 * WRONG_LOOK_UPS):
        good(strict.get(f"/appointments/{number}", "kiosk"))
    assert alerts(strict) == []


def test_a_token_follows_the_hall_on_20_streams_and_another_token_on_its_own(strict: RunningHall) -> None:
    with contextlib.ExitStack() as stack:

        def follow(name: str) -> requests.Response:
            return stack.enter_context(strict.get("/live", name, stream=True))

        opened = [follow("board") for _ in range(STREAMS)]
        assert {one.status_code for one in opened} == {200}
        too_many = follow("board")
        refused(too_many, "too_many_tries", 429)
        assert too_many.headers["Retry-After"]
        assert follow("head").status_code == 200
    until = time.monotonic() + 20
    while _followed(strict) == 429:
        assert time.monotonic() < until, "streams that ended are not counted any more"


def _followed(hall: RunningHall) -> int:
    with hall.get("/live", "board", stream=True) as answer:
        return answer.status_code


def test_a_device_has_one_count_for_both_of_its_tokens(strict: RunningHall) -> None:
    strict.clock.move_on(days=RENEW_AFTER.days)
    following = good(strict.post("/devices/self/token", "kiosk"))["token"]
    for number in range(TICKETS):
        good(strict.post("/visits", following if number % 2 else "kiosk", {"service": "A"}), 201)
    for token in ("kiosk", following):
        refused(strict.post("/visits", token, {"service": "A"}), "too_many_tries", 429)
    with contextlib.ExitStack() as stack:
        for _ in range(STREAMS):
            assert stack.enter_context(strict.get("/live", "kiosk", stream=True)).status_code == 200
        refused(stack.enter_context(strict.get("/live", following, stream=True)), "too_many_tries", 429)


def test_where_limits_are_off_programs_may_press_as_fast_as_they_like(hall: RunningHall) -> None:
    for _ in range(TICKETS + 1):
        hall.issue()


def test_a_check_in_that_is_one_ticket_too_many_is_no_guess() -> None:
    check_in = ("POST", "/returns/{code}/check-in")
    quotas = Quotas(lambda _name: None)
    for _ in range(TICKETS):
        quotas.count("token", "kiosk", ("POST", "/visits"), 0.0)
    for _ in range(WRONG_LOOK_UPS + 1):
        with pytest.raises(TooManyTriesError):
            quotas.count("token", "kiosk", check_in, 1.0)
    quotas.count("token", "kiosk", ("GET", "/returns/{code}"), 2.0)


def test_a_look_up_that_found_something_is_no_guess() -> None:
    look_up, quotas = ("GET", "/returns/{code}"), Quotas(lambda _name: None)
    for _ in range(WRONG_LOOK_UPS + 1):
        quotas.count("token", "kiosk", look_up, 0.0)
        quotas.take_back("token", look_up)


@pytest.mark.parametrize(
    ("paths", "limit"),
    [(MESSAGE_PATHS, MESSAGES), (PHONE_NUMBER_PATHS, MESSAGES), (FOLLOW_UP_PATHS, FOLLOW_UPS)],
    ids=("tells", "reads", "follows"),
)
def test_only_at_a_counter_are_messages_and_numbers_of_requests_limited(
    paths: frozenset[tuple[str, str]], limit: int
) -> None:
    quotas, path = Quotas(lambda _name: None), min(paths)
    for at in range(3 * limit):
        quotas.count("directorate lands", "lands", path, float(at))
        quotas.take_back("directorate lands", path)
    for _ in range(limit):
        quotas.count("agent salim", "counter 1", path, 0.0, at_counter=True)
        quotas.take_back("agent salim", path)
    with pytest.raises(TooManyTriesError):
        quotas.count("agent salim", "counter 1", path, 1.0, at_counter=True)


def test_a_stolen_counter_pc_does_not_use_up_the_numbers_by_walk_ups(strict: RunningHall) -> None:
    agent = strict.sign_in()
    for _ in range(TICKETS):
        good(strict.post("/counters/1/walk-up", agent, {"service": "A", "reason": "special_care"}), 201)
        good(strict.post("/counters/1/finish", agent, {"outcome": "completed"}))
    answer = strict.post("/counters/1/walk-up", agent, {"service": "A", "reason": "special_care"})
    refused(answer, "too_many_tries", 429)
