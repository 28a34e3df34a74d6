"""What a visitor does by the code on the ticket: late and in time again, cancel and its taking back, with limits."""

from __future__ import annotations

from typing import Any

from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def code_of(issued: dict[str, Any]) -> dict[str, str]:
    return {"Visit-Code": str(issued["status_url"]).rpartition("#")[2]}


def move(hall: RunningHall, issued: dict[str, Any], what: str) -> Any:
    return good(hall.post(f"/place/{what}", headers=code_of(issued)))


def serve_next(hall: RunningHall, agent: str) -> str:
    called = good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    return str(called["ticket"])


def test_who_is_late_lets_those_ahead_and_two_more_go_first_and_keeps_the_rank(hall: RunningHall, agent: str) -> None:
    tickets = [hall.issue() for _ in range(6)]
    place = move(hall, tickets[1], "late")
    assert (place["late"], place["people_ahead"], place["state"]) == (True, 3, "waiting")
    assert [serve_next(hall, agent) for _ in range(6)] == ["A001", "A003", "A004", "A002", "A005", "A006"]


def test_who_is_late_and_alone_is_called_by_a_free_counter(hall: RunningHall, agent: str) -> None:
    move(hall, hall.issue(), "late")
    assert serve_next(hall, agent) == "A001"


def test_being_late_is_taken_back_to_the_place_before(hall: RunningHall, agent: str) -> None:
    tickets = [hall.issue() for _ in range(3)]
    move(hall, tickets[0], "late")
    refused(hall.post("/place/late", headers=code_of(tickets[0])), "already_so", 409)
    back = move(hall, tickets[0], "in-time")
    assert (back["late"], back["people_ahead"]) == (False, 0)
    refused(hall.post("/place/in-time", headers=code_of(tickets[0])), "nothing_to_undo", 409)
    assert serve_next(hall, agent) == "A001"


def test_the_agent_sees_that_the_late_visitor_is_held_and_the_record_names_the_visitor(
    hall: RunningHall, agent: str
) -> None:
    tickets = [hall.issue() for _ in range(2)]
    move(hall, tickets[0], "late")
    rows = good(hall.get("/counters/1", agent))["waiting"]
    assert [(row["ticket"], row["held"]) for row in rows] == [("A002", False), ("A001", True)]
    story = good(hall.get(f"/visits/{tickets[0]['visit']}/story", "head"))
    assert "visit_late" in {line["kind"] for line in story["lines"]}


def test_a_visitor_cancels_and_takes_it_back_within_the_halls_seconds(hall: RunningHall) -> None:
    issued = hall.issue()
    gone = move(hall, issued, "cancel")
    assert (gone["state"], gone["undo_s"]) == ("cancelled", 120)
    hall.clock.move_on(seconds=30)
    assert good(hall.get("/place", headers=code_of(issued)))["undo_s"] == 90
    assert move(hall, issued, "undo-cancel")["state"] == "waiting"
    move(hall, issued, "cancel")
    hall.clock.move_on(seconds=121)
    refused(hall.post("/place/undo-cancel", headers=code_of(issued)), "undo_too_late", 409)


def test_a_visitor_takes_back_nothing_that_staff_did(hall: RunningHall, agent: str) -> None:
    cancelled, missed = hall.issue(), hall.issue()
    good(hall.post(f"/visits/{cancelled['visit']}/cancel", "reception"))
    refused(hall.post("/place/undo-cancel", headers=code_of(cancelled)), "nothing_to_undo", 409)
    assert good(hall.get("/place", headers=code_of(cancelled)))["undo_s"] == 0
    good(hall.post("/counters/1/call-next", agent))
    refused(hall.post("/place/cancel", headers=code_of(missed)), "not_waiting", 409)
    refused(hall.post("/place/late", headers=code_of(missed)), "not_waiting", 409)
    good(hall.post("/counters/1/no-show", agent))
    refused(hall.post("/place/undo-cancel", headers=code_of(missed)), "nothing_to_undo", 409)


def test_a_hold_that_the_hall_set_is_not_the_visitors_to_take_back(hall: RunningHall, agent: str) -> None:
    missed = hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/no-show", agent))
    hall.issue()
    good(hall.post(f"/visits/{missed['visit']}/reinstate", "reception"))
    refused(hall.post("/place/late", headers=code_of(missed)), "already_so", 409)
    refused(hall.post("/place/in-time", headers=code_of(missed)), "nothing_to_undo", 409)


def test_one_tickets_page_moves_eight_times_in_ten_minutes_and_still_reads_its_place(hall: RunningHall) -> None:
    issued = hall.issue()
    for _ in range(4):
        move(hall, issued, "cancel")
        move(hall, issued, "undo-cancel")
    problem = hall.post("/place/cancel", headers=code_of(issued))
    refused(problem, "too_many_tries", 429)
    assert int(problem.headers["retry-after"]) > 0
    assert good(hall.get("/place", headers=code_of(issued)))["state"] == "waiting"


def test_a_wrong_code_moves_nobody(hall: RunningHall) -> None:
    hall.issue()
    for what in ("late", "in-time", "cancel", "undo-cancel"):
        refused(hall.post(f"/place/{what}", headers={"Visit-Code": "x" * 22}), "code_unknown", 404)


def test_a_repeated_press_with_the_same_key_moves_once(hall: RunningHall) -> None:
    issued = hall.issue()
    headers = code_of(issued) | {"Idempotency-Key": "one"}
    first, second = (good(hall.post("/place/late", headers=headers)) for _ in range(2))
    assert first["late"] is second["late"] is True


def test_a_waiting_visitor_reads_whose_turn_it_is_in_the_own_service_and_nothing_else(
    hall: RunningHall, agent: str
) -> None:
    hall.issue()
    other = hall.issue("B", visitor_kind="citizen")
    mine = hall.issue()
    assert good(hall.get("/place", headers=code_of(mine)))["newest_call"] is None
    good(hall.post("/counters/1/call-next", agent))
    call = good(hall.get("/place", headers=code_of(mine)))["newest_call"]
    assert call == {"ticket": "A001", "counter": 1, "stands": True}
    good(hall.post("/counters/1/begin", agent))
    assert good(hall.get("/place", headers=code_of(mine)))["newest_call"]["stands"] is False
    assert good(hall.get("/place", headers=code_of(other)))["newest_call"] is None
