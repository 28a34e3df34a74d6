"""The counter over HTTP: each move, its good case and each refusal."""

from __future__ import annotations

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

UNKNOWN = "01a21000-8800-7438-96ab-ab4dab87baef"


def called(hall: RunningHall, agent: str) -> dict[str, object]:
    hall.issue()
    visit: dict[str, object] = good(hall.post("/counters/1/call-next", agent))
    return visit


def serving(hall: RunningHall, agent: str) -> dict[str, object]:
    called(hall, agent)
    visit: dict[str, object] = good(hall.post("/counters/1/begin", agent))
    return visit


def test_a_visit_is_called_served_and_finished(hall: RunningHall, agent: str) -> None:
    visit = called(hall, agent)
    assert (visit["ticket"], visit["state"], visit["counter"]) == ("A001", "called", 1)
    assert good(hall.post("/counters/1/recall", agent))["state"] == "called"
    assert good(hall.post("/counters/1/begin", agent))["state"] == "serving"
    done = good(hall.post("/counters/1/finish", agent, {"outcome": "completed", "topics": ["deed"]}))
    assert done["state"] == "finished"
    [stage] = done["stages"]
    assert (stage["agent"], stage["outcome"]) == ("salim", "completed")
    assert stage["called_at"] <= stage["begun_at"] <= stage["ended_at"]


def test_nobody_waiting_is_no_error(hall: RunningHall, agent: str) -> None:
    answer = hall.post("/counters/1/call-next", agent)
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_counter_with_a_visit_in_hand_calls_nobody_else(hall: RunningHall, agent: str) -> None:
    visit = hall.issue()["visit"]
    called(hall, agent)
    for path, body in [
        ("call-next", {}),
        ("call", {"visit": visit, "reason": "other"}),
        ("walk-up", {"service": "A", "reason": "other"}),
        ("resume", {"visit": visit}),
        ("break", {"reason": "meal"}),
        ("sign-out", {}),
    ]:
        refused(hall.post(f"/counters/1/{path}", agent, body), "visit_open", 409)


@pytest.mark.parametrize("path", ["recall", "begin", "no-show", "return", "park"])
def test_without_a_visit_there_is_nothing_to_move(hall: RunningHall, agent: str, path: str) -> None:
    refused(hall.post(f"/counters/1/{path}", agent), "no_visit", 409)
    refused(hall.post("/counters/1/finish", agent, {"outcome": "completed"}), "no_visit", 409)
    refused(hall.post("/counters/1/transfer", agent, {"service": "B"}), "no_visit", 409)


@pytest.mark.parametrize("path", ["recall", "begin", "no-show"])
def test_who_is_being_served_is_not_called_any_more(hall: RunningHall, agent: str, path: str) -> None:
    serving(hall, agent)
    refused(hall.post(f"/counters/1/{path}", agent), "not_called", 409)


def test_who_is_only_called_is_not_finished(hall: RunningHall, agent: str) -> None:
    called(hall, agent)
    refused(hall.post("/counters/1/finish", agent, {"outcome": "completed"}), "not_serving", 409)
    refused(hall.post("/counters/1/finish", agent, {"outcome": "happy"}), "field_invalid", 422)
    refused(hall.post("/counters/1/finish", agent), "field_invalid", 422)


def test_a_given_visit_is_called_for_a_reason(hall: RunningHall, agent: str) -> None:
    hall.issue()
    second = hall.issue()
    body = {"visit": second["visit"], "reason": "special_care"}
    refused(hall.post("/counters/1/call", agent, body | {"reason": "friend"}), "reason_unknown", 422)
    refused(hall.post("/counters/1/call", agent, body | {"visit": UNKNOWN}), "visit_unknown", 404)
    assert good(hall.post("/counters/1/call", agent, body))["ticket"] == "A002"
    good(hall.post("/counters/1/no-show", agent))
    refused(hall.post("/counters/1/call", agent, body), "not_waiting", 409)


def test_a_called_visit_goes_back_as_often_as_the_hall_allows(hall: RunningHall, agent: str) -> None:
    called(hall, agent)
    for _ in range(3):
        assert good(hall.post("/counters/1/return", agent))["state"] == "waiting"
        good(hall.post("/counters/1/call-next", agent))
    refused(hall.post("/counters/1/return", agent), "return_limit", 409)


def test_a_visit_is_parked_and_called_again(hall: RunningHall, agent: str) -> None:
    visit = serving(hall, agent)["visit"]
    assert good(hall.post("/counters/1/park", agent))["state"] == "parked"
    assert [row["visit"] for row in good(hall.get("/counters/1", agent))["parked"]] == [visit]
    refused(hall.post("/counters/1/resume", agent, {"visit": UNKNOWN}), "visit_unknown", 404)
    assert good(hall.post("/counters/1/resume", agent, {"visit": visit}))["state"] == "called"
    good(hall.post("/counters/1/no-show", agent))
    refused(hall.post("/counters/1/resume", agent, {"visit": visit}), "not_parked", 409)


def test_somebody_without_a_ticket_is_served_for_a_reason(hall: RunningHall, agent: str) -> None:
    body = {"service": "A", "reason": "special_care"}
    refused(hall.post("/counters/1/walk-up", agent, body | {"reason": "x"}), "reason_unknown", 422)
    refused(hall.post("/counters/1/walk-up", agent, body | {"service": "Z"}), "service_unknown", 404)
    assert good(hall.post("/counters/1/walk-up", agent, body), 201)["state"] == "serving"


@pytest.mark.parametrize(
    ("target", "code", "status"),
    [
        ({}, "transfer_target", 422),
        ({"service": "B", "counter": 2}, "transfer_target", 422),
        ({"service": "Z"}, "service_unknown", 404),
        ({"counter": 77}, "counter_unknown", 404),
        ({"agent": "nobody"}, "agent_unknown", 404),
        ({"service": "B", "position": "first"}, "reason_unknown", 422),
        ({"service": "B", "position": "soon"}, "field_invalid", 422),
        ({"counter": 2**60}, "field_invalid", 422),
    ],
)
def test_a_transfer_that_leads_nowhere_changes_nothing(
    hall: RunningHall, agent: str, target: dict[str, object], code: str, status: int
) -> None:
    serving(hall, agent)
    refused(hall.post("/counters/1/transfer", agent, target), code, status)
    assert good(hall.get("/counters/1", agent))["current"]["state"] == "serving"


def test_a_transfer_begins_the_next_stage_and_tells_the_next_agent_why(hall: RunningHall, agent: str) -> None:
    serving(hall, agent)
    body = {"counter": 2, "note": "needs the old deed"}
    moved = good(hall.post("/counters/1/transfer", agent, body))
    assert (moved["state"], len(moved["stages"])) == ("waiting", 2)
    maryam = hall.sign_in(2, "maryam", "802946")
    next_stage = good(hall.post("/counters/2/call-next", maryam))["stages"][1]
    assert next_stage["note"] == "needs the old deed"
    assert good(hall.get(f"/visits/{moved['visit']}", "kiosk"))["stages"][1]["note"] is None


def test_a_break_and_back(hall: RunningHall, agent: str) -> None:
    assert good(hall.post("/counters/1/break", agent, {"reason": "prayer"}))["session"]["state"] == "on_break"
    refused(hall.post("/counters/1/break", agent, {"reason": "meal"}), "on_break", 409)
    refused(hall.post("/counters/1/call-next", agent), "on_break", 409)
    assert good(hall.post("/counters/1/resume-work", agent))["session"]["state"] == "working"
    refused(hall.post("/counters/1/resume-work", agent), "not_on_break", 409)


def test_the_hall_head_ends_a_session_and_a_break(hall: RunningHall, agent: str) -> None:
    good(hall.post("/counters/1/break", agent, {"reason": "meal"}))
    good(hall.post("/counters/1/resume-work", "head"))
    assert hall.post("/counters/1/sign-out", "head").status_code == 204
    refused(hall.post("/counters/1/call-next", agent), "token_unknown", 401)
    refused(hall.post("/counters/1/sign-out", "head"), "not_signed_in", 409)


def test_the_administrator_ends_a_session_too_as_the_page_of_acts_offers_him(hall: RunningHall, agent: str) -> None:
    assert hall.post("/counters/1/sign-out", "admin").status_code == 204
    refused(hall.post("/counters/1/call-next", agent), "token_unknown", 401)


@pytest.mark.parametrize(
    ("counter", "code", "status"),
    [
        ("77", "counter_unknown", 404),
        ("0", "counter_unknown", 404),
        ("-1", "field_invalid", 422),
        ("x", "field_invalid", 422),
        ("9" * 30, "field_invalid", 422),
        ("١", "field_invalid", 422),
    ],
)
def test_a_counter_that_is_not_there_is_unknown(hall: RunningHall, counter: str, code: str, status: int) -> None:
    refused(hall.get(f"/counters/{counter}", "head"), code, status)


def test_the_workplace_shows_session_visit_and_who_waits_in_order(hall: RunningHall, agent: str) -> None:
    called(hall, agent)
    hall.issue()
    first = hall.issue(priority=True)
    place = good(hall.get("/counters/1", agent))
    assert place["session"]["agent"] == "salim"
    assert place["current"]["ticket"] == "A001"
    assert [row["ticket"] for row in place["waiting"]] == [first["ticket"], "A002"]
    assert place["stream"] == hall.hall.hub.stream
