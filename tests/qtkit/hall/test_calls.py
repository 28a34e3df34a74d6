from __future__ import annotations

import json
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from contracts.queue.answers import Problem
from contracts.queue.bodies import IssueRequest
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from tests.helpers.fake_hall import TOKEN, FakeHall, running_hall

Seen = list[tuple[dict[str, Any] | None, Problem | None]]


@pytest.fixture
def hall() -> Any:
    with running_hall() as fake:
        yield fake


def calls_to(*addresses: str, token: str = TOKEN, time_out_ms: int = 3000) -> HallCalls:
    return HallCalls(HallAddresses(addresses), token, time_out_ms=time_out_ms)


def outcome(qtbot: QtBot, calls: HallCalls, method: str, path: str, body: object = None, key: str | None = None) -> Any:
    seen: Seen = []
    calls.call(method, path, body, lambda answer, problem: seen.append((answer, problem)), key)
    qtbot.waitUntil(lambda: bool(seen))
    return seen[0]


def test_a_question_is_answered_with_an_object(qtbot: QtBot, hall: FakeHall) -> None:
    answer, problem = outcome(qtbot, calls_to(hall.url), "GET", "/hall")
    assert problem is None
    assert answer["hall"] == "muscat-1"


def test_no_content_is_neither_answer_nor_problem(qtbot: QtBot, hall: FakeHall) -> None:
    assert outcome(qtbot, calls_to(hall.url), "POST", "/devices/kiosk/state", {"state": "ok"}) == (None, None)


def test_a_refusal_is_a_problem_with_its_code(qtbot: QtBot, hall: FakeHall) -> None:
    _, problem = outcome(qtbot, calls_to(hall.url), "POST", "/visits", IssueRequest("X"))
    assert (problem.status, problem.code) == (404, "service_unknown")


def test_each_post_has_a_key_of_its_own_and_a_given_one_is_used(qtbot: QtBot, hall: FakeHall) -> None:
    calls = calls_to(hall.url)
    outcome(qtbot, calls, "POST", "/visits", IssueRequest("A", visit="v1"))
    outcome(qtbot, calls, "POST", "/visits", IssueRequest("A", visit="v2"), key="mine")
    assert len(hall.keys) == 2
    assert "mine" in hall.keys


def test_an_older_hall_is_sent_no_field_that_has_its_default(qtbot: QtBot, hall: FakeHall) -> None:
    outcome(qtbot, calls_to(hall.url), "POST", "/visits", IssueRequest("A", visit="v1"), key="mine")
    assert json.loads(hall.keys["mine"][0]) == {"service": "A", "visit": "v1"}


def test_an_answer_that_was_lost_is_asked_for_again_with_the_same_key(qtbot: QtBot, hall: FakeHall) -> None:
    hall.lose_answers = 1
    answer, problem = outcome(qtbot, calls_to(hall.url), "POST", "/visits", IssueRequest("A", visit="v1"))
    assert problem is None
    assert (answer["visit"], len(hall.requests), len(hall.keys)) == ("v1", 1, 1)


def test_a_hall_that_is_not_there_is_hall_away(qtbot: QtBot, hall: FakeHall) -> None:
    hall.stop()
    _, problem = outcome(qtbot, calls_to(hall.url), "GET", "/hall")
    assert problem.code == "hall_away"
    assert hall.url in problem.detail


def test_the_stand_by_is_asked_when_the_first_does_not_answer(qtbot: QtBot, hall: FakeHall) -> None:
    addresses = HallAddresses(["http://127.0.0.1:1", hall.url])
    answer, problem = outcome(qtbot, HallCalls(addresses, hall.token), "GET", "/hall")
    assert problem is None
    assert answer["hall"] == "muscat-1"
    assert addresses.current == hall.url


def test_a_silent_hall_is_given_up_after_the_time_out(qtbot: QtBot) -> None:
    from tests.helpers.silent_server import silent_server

    with silent_server() as url:
        _, problem = outcome(qtbot, calls_to(url, time_out_ms=150), "GET", "/hall")
    assert problem.code == "hall_away"


def test_another_token_is_used_once_it_is_set(qtbot: QtBot, hall: FakeHall) -> None:
    calls = calls_to(hall.url, token="old")
    _, problem = outcome(qtbot, calls, "GET", "/hall")
    assert (problem.status, problem.code) == (401, "token_unknown")
    calls.set_token(hall.token)
    assert outcome(qtbot, calls, "GET", "/hall")[1] is None


def test_after_its_stop_nothing_is_told_and_nothing_sent(qtbot: QtBot, hall: FakeHall) -> None:
    calls = calls_to(hall.url)
    told: list[object] = []
    calls.call("GET", "/hall", None, lambda *answer: told.append(answer))
    calls.stop()
    calls.call("POST", "/devices/kiosk/state", {"state": "ok"}, lambda *answer: told.append(answer))
    outcome(qtbot, calls_to(hall.url), "GET", "/hall")  # another's whole round trip: time enough for both
    assert told == []
    assert hall.device_states == []
