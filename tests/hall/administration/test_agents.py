"""Agents over HTTP: a PIN for a new one, the own change, and a leaver who is out at once; undo."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

LEILA = {"code": "leila", "names": {"ar": "ليلى", "en": "Leila"}, "services": ["A"]}


def agents(hall: RunningHall) -> dict[str, Any]:
    return {one["code"]: one for one in good(hall.get("/agents", "head"))["agents"]}


def kinds(hall: RunningHall) -> list[tuple[str, str]]:
    """Return the acts about agents' access, oldest first."""

    def read(work: Any, _now: Any) -> list[Any]:
        return list(work.connection.exec_driver_sql("SELECT body FROM fact WHERE kind = 'agent_access_changed'"))

    return [str(row[0]) for row in hall.hall.store.reads.read(read).result()]


def test_a_new_agent_signs_in_at_a_counter_with_the_pin_that_was_shown_once(hall: RunningHall) -> None:
    given = good(hall.post("/agents", "head", LEILA), 201)
    assert given["agent"] == "leila"
    assert len(given["pin"]) == 6
    assert agents(hall)["leila"] == LEILA | {"has_pin": True, "counter": None}
    hall.sign_in(1, "leila", given["pin"])
    assert agents(hall)["leila"]["counter"] == 1
    assert [one["agent"] for one in good(hall.get("/hall", "head"))["agents"]][-1] == "leila"


@pytest.mark.parametrize(
    ("change", "code", "status"),
    [
        ({"code": "salim"}, "agent_taken", 409),
        ({"code": "Li la"}, "field_invalid", 422),
        ({"names": {"en": "Leila"}}, "settings_invalid", 422),
        ({"services": ["Z"]}, "settings_invalid", 422),
    ],
)
def test_what_is_wrong_with_a_new_agent_is_said(hall: RunningHall, change: Any, code: str, status: int) -> None:
    before = agents(hall)
    refused(hall.post("/agents", "head", LEILA | change), code, status)
    assert agents(hall) == before


def test_a_leaver_is_out_at_once_and_the_next_agent_finds_the_visit(hall: RunningHall) -> None:
    token = hall.sign_in(1)
    ticket = hall.issue()["ticket"]
    good(hall.post("/counters/1/call-next", token))
    good(hall.post("/agents/salim/end", "head"))
    refused(hall.post("/counters/1/begin", token), "token_unknown", 401)
    refused(hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "471829"}), "pin_wrong", 403)
    assert "salim" not in agents(hall)
    maryam = hall.sign_in(1, "maryam", "802946")
    assert good(hall.get("/counters/1", maryam))["current"]["ticket"] == ticket
    good(hall.post("/counters/1/begin", maryam))
    good(hall.post("/counters/1/finish", maryam, {"outcome": "completed"}))
    assert any('"ended"' in one and '"salim"' in one for one in kinds(hall))


def test_an_agent_brought_back_by_undo_needs_a_new_pin(hall: RunningHall) -> None:
    good(hall.post("/agents/maryam/end", "admin"))
    change = good(hall.get("/settings", "admin"))["changes"][0]
    assert (change["differences"][0]["act"], change["differences"][0]["key"]) == ("removed", "maryam")
    good(hall.post(f"/settings/{change['version']}/undo", "admin"))
    assert agents(hall)["maryam"]["has_pin"] is False
    pin = good(hall.post("/agents/maryam/pin", "admin"))["pin"]
    hall.sign_in(2, "maryam", pin)


def test_undoing_that_an_agent_was_added_takes_the_pin_too(hall: RunningHall) -> None:
    pin = good(hall.post("/agents", "head", LEILA), 201)["pin"]
    version = good(hall.get("/settings", "head"))["changes"][0]["version"]
    token = hall.sign_in(1, "leila", pin)
    good(hall.post(f"/settings/{version}/undo", "head"))
    refused(hall.get("/counters/1", token), "token_unknown", 401)
    good(hall.post("/agents", "head", LEILA), 201)
    refused(hall.post("/counters/1/sign-in", "counter1", {"agent": "leila", "pin": pin}), "pin_wrong", 403)


def test_an_agent_changes_the_own_pin_and_goes_on(hall: RunningHall) -> None:
    token = hall.sign_in(1)
    refused(hall.post("/counters/1/pin", token, {"old": "0000", "new": "482915"}), "pin_wrong", 403)
    refused(hall.post("/counters/1/pin", token, {"old": "471829", "new": "123456"}), "pin_easy", 422)
    refused(hall.post("/counters/1/pin", token, {"old": "471829", "new": "4829"}), "pin_easy", 422)
    refused(hall.post("/counters/1/pin", token, {"old": "471829", "new": "112233"}), "pin_easy", 422)
    assert hall.post("/counters/1/pin", token, {"old": "471829", "new": "482915"}).status_code == 204
    assert hall.get("/counters/1", token).status_code == 200
    good(hall.post("/counters/1/sign-out", token), 204)
    hall.sign_in(1, "salim", "482915")


def test_another_pin_signs_the_agent_out(hall: RunningHall) -> None:
    token = hall.sign_in(1)
    pin = good(hall.post("/agents/salim/pin", "head"))["pin"]
    refused(hall.get("/counters/1", token), "token_unknown", 401)
    hall.sign_in(1, "salim", pin)
    refused(hall.post("/agents/nobody/pin", "head"), "agent_unknown", 404)
