"""Served today is one number: at the counter, at its sign-out, on the hall head's page and in the figures."""

from __future__ import annotations

from tests.helpers.hall_in_a_thread import RunningHall, good


def served_everywhere(hall: RunningHall, agent: str) -> dict[str, int]:
    """Return the number under each place that tells it."""
    queues, figures = good(hall.get("/queues", "head")), good(hall.get("/figures", "head"))
    return {
        "counter": good(hall.get("/counters/1", agent))["session"]["served"],
        "sign-out": good(hall.get("/agents/me/figures", agent))["served"],
        "head": sum(service["served"] for service in queues["services"]),
        "figures": figures["total"]["served"],
    }


def begin_one(hall: RunningHall, agent: str) -> str:
    hall.issue()
    visit = str(good(hall.post("/counters/1/call-next", agent))["visit"])
    good(hall.post("/counters/1/begin", agent))
    return visit


def test_a_finish_a_transfer_and_one_more_service_count_alike_everywhere(hall: RunningHall) -> None:
    agent = hall.sign_in()
    begin_one(hall, agent)
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    assert set(served_everywhere(hall, agent).values()) == {1}
    begin_one(hall, agent)
    good(hall.post("/counters/1/transfer", agent, {"counter": 2}))
    assert set(served_everywhere(hall, agent).values()) == {2}
    begin_one(hall, agent)
    good(hall.post("/counters/1/continue", agent, {"service": "B", "outcome": "completed"}))
    assert set(served_everywhere(hall, agent).values()) == {3}
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    assert set(served_everywhere(hall, agent).values()) == {4}


def test_what_was_not_begun_or_is_undone_is_not_served(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/transfer", agent, {"counter": 2}))
    assert set(served_everywhere(hall, agent).values()) == {0}
    visit = begin_one(hall, agent)
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    good(hall.post(f"/visits/{visit}/undo", agent))
    assert set(served_everywhere(hall, agent).values()) == {0}
