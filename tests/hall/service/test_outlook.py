"""The next hour over HTTP, and what could be done about it."""

from __future__ import annotations

from tests.helpers.hall_in_a_thread import RunningHall, good


def test_advice_is_told_and_gone_when_it_is_done(hall: RunningHall) -> None:
    hall.sign_in()
    hall.sign_in(2, "maryam", "8029")
    good(hall.post("/agents/salim/services", "head", {"services": ["A"]}), 201)
    hall.issue()
    for _ in range(4):
        hall.issue("B", visitor_kind="citizen")
    hall.clock.move_on(minutes=9)
    told = good(hall.get("/outlook", "analyst"))
    assert [one["service"] for one in told["services"]] == ["A", "B"]
    assert told["services"][1]["passes_at"] is not None
    best = told["advice"][0]
    assert (best["kind"], best["service"], best["agent"], best["counter"]) == ("move_agent", "B", "salim", 1)
    good(hall.post(f"/agents/{best['agent']}/services", "head", {"services": best["services"]}), 201)
    after = good(hall.get("/outlook", "head"))
    assert [one for one in after["advice"] if one["kind"] == "move_agent" and one["agent"] == "salim"] == []
