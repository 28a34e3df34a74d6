"""The next hour over HTTP, and what could be done about it."""

from __future__ import annotations

from hall.composition.housekeeping import score as score_advice
from tests.helpers.hall_in_a_thread import RunningHall, good


def test_advice_is_told_and_gone_when_it_is_done(hall: RunningHall) -> None:
    hall.sign_in()
    hall.sign_in(2, "maryam", "802946")
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


def test_advice_that_was_shown_is_held_against_its_hour(hall: RunningHall) -> None:
    hall.sign_in()
    for _ in range(9):
        hall.issue()
    hall.clock.move_on(minutes=1)
    shown = good(hall.get("/outlook", "head"))
    assert shown["advice"], "nine wait for one counter"
    hall.clock.move_on(seconds=30)
    good(hall.get("/outlook", "head"))
    maryam = hall.sign_in(2, "maryam", "802946")
    score = good(hall.get("/outlook/score", "analyst"))
    assert (score["given"], score["scored"]) == (1, 0), "the same advice counts once"
    for _ in range(4):
        good(hall.post("/counters/2/call-next", maryam))
        good(hall.post("/counters/2/begin", maryam))
        hall.clock.move_on(minutes=5)
        good(hall.post("/counters/2/finish", maryam, {"outcome": "completed"}))
    hall.clock.move_on(hours=2)
    assert score_advice(hall.hall.store) == 1
    (one,) = good(hall.get("/outlook/score", "head"))["advice"]
    assert (one["visitors"], one["kind"]) == (9, shown["advice"][0]["kind"])
    # Called after 1.5, 6.5, 11.5 and 16.5 minutes, with a target of fifteen.
    assert one["share_measured"] == round(100 * 3 / 9, 1)
    assert one["followed_at"] is not None
