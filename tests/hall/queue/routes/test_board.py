"""The board and the visitor's own place over HTTP."""

from __future__ import annotations

from contracts.codec.reader import from_json
from contracts.queue.answers import BoardView, PlaceView
from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def code_of(issued: dict[str, object]) -> dict[str, str]:
    return {"Visit-Code": str(issued["status_url"]).rpartition("#")[2]}


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
