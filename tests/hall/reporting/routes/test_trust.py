"""Moves out of order over HTTP, for the hall head, and an agent's own figures before anybody asks for them."""

from __future__ import annotations

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def walk_up(hall: RunningHall, token: str) -> None:
    good(hall.post("/counters/1/walk-up", token, {"service": "A", "reason": "special_care"}), 201)
    good(hall.post("/counters/1/finish", token, {"outcome": "completed"}))


def test_a_move_out_of_order_stands_by_agent_and_reason_and_leads_to_its_visit(hall: RunningHall) -> None:
    salim = hall.sign_in()
    ticket = hall.issue()
    good(hall.post("/counters/1/call", salim, {"visit": ticket["visit"], "reason": "supervisor_asked"}))
    good(hall.post("/counters/1/no-show", salim))
    walk_up(hall, salim)
    view = good(hall.get("/trust", "head"))
    (person,) = view["people"]
    assert (person["by"], person["names"]["en"], person["acts"], person["called"]) == ("salim", "Salim", 2, 2)
    assert {(one["kind"], one["reason"], one["many"]) for one in person["counts"]} == {
        ("call_chosen", "supervisor_asked", 1), ("walk_up", "special_care", 1)
    }  # fmt: skip
    newest, oldest = view["acts"]
    assert (newest["kind"], oldest["visit"], oldest["ticket"]) == ("walk_up", ticket["visit"], ticket["ticket"])


def test_an_agent_reads_his_own_figures_and_nobody_elses(hall: RunningHall) -> None:
    salim, maryam = hall.sign_in(), hall.sign_in(2, "maryam", "802946")
    walk_up(hall, salim)
    hall.issue()
    good(hall.post("/counters/2/call-next", maryam))
    hall.clock.move_on(seconds=10)
    good(hall.post("/counters/2/begin", maryam))
    hall.clock.move_on(minutes=4)
    good(hall.post("/counters/2/finish", maryam, {"outcome": "completed"}))
    own = good(hall.get("/agents/me/figures", maryam))
    assert (own["agent"], own["called"], own["served"], own["acts"]) == ("maryam", 1, 1, [])
    assert own["serving_s"] == pytest.approx(240, abs=2)
    assert own["begin_s"] == pytest.approx(10, abs=2)
    his = good(hall.get("/agents/me/figures?period=month", salim))
    assert (his["agent"], his["served"], [one["kind"] for one in his["counts"]]) == ("salim", 1, ["walk_up"])
    assert all(hall.get("/agents/me/figures", role).status_code == 403 for role in ("counter1", "head", "analyst"))
    refused(hall.get("/agents/me/figures?period=year", salim), "field_invalid", 422)


def test_thanks_are_told_of_a_day_on_which_five_answered_and_of_no_longer_time(hall: RunningHall) -> None:
    salim = hall.sign_in()
    for face in (5, 4, 2, 5, 5):
        assert good(hall.get("/agents/me/figures", salim))["thanks"] is None
        code = {"Visit-Code": hall.issue()["status_url"].partition("#")[2]}
        good(hall.post("/counters/1/call-next", salim))
        good(hall.post("/counters/1/begin", salim))
        good(hall.post("/counters/1/finish", salim, {"outcome": "completed"}))
        good(hall.post("/place/survey", None, {"face": face}, headers=code))
    assert good(hall.get("/agents/me/figures", salim))["thanks"] == 4
    assert good(hall.get("/agents/me/figures?period=week", salim))["thanks"] is None


@pytest.mark.parametrize(
    "path", ["/trust?from=2026-01-01&to=2026-12-01", "/trust?from=2026-02-30", "/trust?from=2026-02-03&to=2026-02-01"]
)
def test_days_that_cannot_be_are_refused(hall: RunningHall, path: str) -> None:
    problem = refused(hall.get(path, "head"), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == ["from"]
