"""Every queue and counter as it stands, over HTTP."""

from __future__ import annotations

import pytest

from contracts.codec.reader import from_json
from contracts.queue.queues_view import QueuesView
from tests.helpers.hall_in_a_thread import RunningHall, good


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


@pytest.mark.parametrize(("role", "ticket"), [("head", "A001"), ("kiosk", ""), ("board", "")])
def test_staff_read_whose_wait_is_the_longest_and_machines_in_the_public_do_not(
    hall: RunningHall, role: str, ticket: str
) -> None:
    hall.issue()
    hall.issue()
    view = from_json(QueuesView, good(hall.get("/queues", role)))
    assert [(row.waiting, row.longest_ticket) for row in view.services] == [(2, ticket), (0, "")]
