"""The check before the hall opens, over HTTP and the live link."""

from __future__ import annotations

from typing import Any

from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def steps(view: dict[str, Any]) -> dict[str, str]:
    return {f"{step['step']}:{step['subject']}": step["state"] for step in view["steps"]}


def test_devices_answer_a_person_confirms_and_it_is_stored_with_a_name(hall: RunningHall) -> None:
    assert good(hall.get("/opening", "head"))["check"] is None
    hall.sign_in()
    check = good(hall.post("/opening/begin", "head"), 201)["check"]
    kiosk, board = hall.devices["kiosk"], hall.devices["board"]
    good(hall.post(f"/devices/{kiosk}/acts", "kiosk", {"act": "test_printed"}), 204)
    good(hall.post("/devices/self/acts", "board", {"act": "test_spoken"}), 204)
    good(hall.post(f"/devices/{kiosk}/state", "kiosk", {"state": "ok", "paper": "ok"}), 204)
    now = steps(good(hall.get("/opening", "admin")))
    assert (now[f"kiosk:{kiosk}"], now[f"board:{board}"], now["clock:"]) == ("ok", "ask", "ask")
    right = [f"board:{board}", "clock:", "counter:2"]
    stored = good(hall.post("/opening/end", "admin", {"check": check, "right": right}))
    assert stored["by"] == "admin"
    assert set(steps(stored).values()) == {"ok"}
    refused(hall.post("/opening/end", "admin", {"check": check}), "no_opening_check", 409)


def test_a_board_may_speak_for_itself_only(hall: RunningHall) -> None:
    refused(hall.post(f"/devices/{hall.devices['kiosk']}/acts", "board", {"act": "test_spoken"}), "role_refused", 403)
