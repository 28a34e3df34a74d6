"""A snapshot holds what its role may read by the role's own paths, all of one moment."""

from __future__ import annotations

import pytest

from hall.platform.live.audience import AUDIENCE
from hall.platform.security.access import TABLE, Role
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.helpers.sse_client import Follower

ROLES = {role: "counter1" if role is Role.COUNTER else role.value for role in AUDIENCE if role is not Role.AGENT}


def snapshot(hall: RunningHall, token: str) -> dict[str, object]:
    with Follower(hall.base, hall.tokens.get(token, token)) as link:
        data: dict[str, object] = link.next().data
    return data


@pytest.mark.parametrize("path", ["/board", "/queues"])
def test_a_role_finds_in_it_what_it_may_read(hall: RunningHall, path: str) -> None:
    hall.issue()
    for role, token in ROLES.items():
        part = snapshot(hall, token)[path.removeprefix("/")]
        assert (part is not None) == (role in TABLE["GET", path]), role


def test_its_parts_are_what_the_paths_answer(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    parts = snapshot(hall, agent)
    assert parts["hall"] == good(hall.get("/hall", agent))
    assert parts["board"] == good(hall.get("/board", agent))
    here = good(hall.get("/counters/1", agent))
    assert {**parts["workplace"], "at": None} == {**here, "at": None}
    assert {part["seq"] for part in (parts, parts["board"], parts["queues"], parts["workplace"])} == {parts["seq"]}
