"""What programs read of the hall over HTTP: the hall, the board, the queues and the visitor's own place."""

from __future__ import annotations

import pytest

from contracts.codec import from_json
from contracts.hall_answers import BoardView, PlaceView
from contracts.hall_view import HallView
from contracts.queues_view import QueuesView
from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def code_of(issued: dict[str, object]) -> dict[str, str]:
    return {"Visit-Code": str(issued["status_url"]).rpartition("#")[2]}


def test_the_hall_describes_itself(hall: RunningHall) -> None:
    view = from_json(HallView, good(hall.get("/hall", "counter1")))
    assert view.names == {"ar": "قاعة الاختبار", "en": "Test Hall"}
    assert [service.code for service in view.services] == ["A", "B"]
    assert [agent.agent for agent in view.agents] == ["salim", "maryam"]


def test_machines_in_the_public_are_told_no_agents(hall: RunningHall) -> None:
    assert good(hall.get("/hall", "kiosk"))["agents"] == []
    assert good(hall.get("/hall", "board"))["agents"] == []


def test_the_board_shows_calls_and_its_place_in_the_line_of_facts(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/recall", agent))
    view = from_json(BoardView, good(hall.get("/board", "board")))
    [call] = view.calls
    assert (call.ticket, call.counter, call.recalls) == ("A001", 1, 1)
    assert view.stream == hall.hall.hub.stream
    assert view.seq > 0
    good(hall.post("/counters/1/begin", agent))
    after = from_json(BoardView, good(hall.get("/board", "board")))
    assert (after.calls, [row.ticket for row in after.recent]) == ((), ["A001"])
    assert after.seq == view.seq + 1


def test_the_queues_show_who_waits_and_who_serves(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    hall.clock.move_on(minutes=20)
    view = from_json(QueuesView, good(hall.get("/queues", "head")))
    assert [(row.service, row.waiting) for row in view.services] == [("A", 1), ("B", 0)]
    assert view.services[0].longest_wait_s >= 1200
    assert view.services[0].alerts == ("over_target",)
    assert [(row.counter, row.state, row.agent) for row in view.counters] == [
        (1, "called", "salim"),
        (2, "closed", None),
    ]


@pytest.mark.parametrize("device", ["kiosk", "board"])
def test_machines_in_the_public_read_the_queues_without_names(hall: RunningHall, device: str) -> None:
    hall.sign_in()
    view = good(hall.get("/queues", device))
    assert [(row["agent"], row["agent_names"]) for row in view["counters"]] == [(None, {}), (None, {})]
    assert view["counters"][0]["state"] == "free"


def test_a_visitor_sees_place_call_and_nothing_else(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    issued = hall.issue()
    place = from_json(PlaceView, good(hall.get("/place", headers=code_of(issued))))
    assert (place.ticket, place.people_ahead, place.counter) == ("A002", 1, None)
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/no-show", agent))
    good(hall.post("/counters/1/call-next", agent))
    answer = hall.get("/place", headers=code_of(issued))
    assert from_json(PlaceView, good(answer)).counter == 1
    assert "salim" not in answer.text


def test_a_wrong_code_and_one_of_yesterday_look_the_same(hall: RunningHall) -> None:
    issued = hall.issue()
    wrong = refused(hall.get("/place", headers={"Visit-Code": "x" * 22}), "code_unknown", 404)
    good(hall.post("/day/close", "head", {"waiting": "cancelled"}))
    hall.clock.move_on(days=1)
    good(hall.post("/day/open", "head"))
    assert refused(hall.get("/place", headers=code_of(issued)), "code_unknown", 404) == wrong


def test_a_code_is_asked_twelve_times_a_minute_and_no_more(hall: RunningHall) -> None:
    issued, other = hall.issue(), hall.issue()
    for _ in range(12):
        good(hall.get("/place", headers=code_of(issued)))
    answer = hall.get("/place", headers=code_of(issued))
    refused(answer, "too_many_tries", 429)
    assert int(answer.headers["Retry-After"]) <= 60
    good(hall.get("/place", headers=code_of(other)))
    hall.clock.move_on(seconds=61)
    good(hall.get("/place", headers=code_of(issued)))


def test_without_a_code_the_header_is_named(hall: RunningHall) -> None:
    problem = refused(hall.get("/place"), "field_invalid", 422)
    assert [field["field"] for field in problem["fields"]] == ["Visit-Code"]
