"""The busy morning of the pictures, as the hall itself tells it."""

from __future__ import annotations

import time
from pathlib import Path

import requests

from tests.helpers.hall_in_a_thread import good
from tests.tools.pictures.busy import busy_hall_in_a_thread
from tools.pictures import busy_hall


def test_the_morning_has_waits_of_half_an_hour_calls_services_and_a_break(tmp_path: Path) -> None:
    with busy_hall_in_a_thread(tmp_path) as (hall, tokens, page):
        queues = good(hall.get("/queues", tokens.head))
        waiting = sum(service["waiting"] for service in queues["services"])
        assert 10 <= waiting < busy_hall.VISITORS
        assert max(service["longest_wait_s"] for service in queues["services"]) > 20 * 60
        assert sum(service["served"] for service in queues["services"]) >= 8
        states = {counter["counter"]: counter["state"] for counter in queues["counters"]}
        assert (states[1], states[2], states[5], states[8]) == ("serving", "called", "on_break", "free")
        assert queues["no_shows"] >= 1
        assert len(good(hall.get("/board", tokens.board))["calls"]) == 2, "counters 2 and 6 wait for theirs"
        address, _, code = page.partition("#")
        assert requests.get(address, timeout=60).status_code == 200
        assert len(code) >= 20


def test_settling_lasts_as_long_as_it_is_told() -> None:
    started = time.monotonic()
    busy_hall.settle(0.05)
    assert 0.05 <= time.monotonic() - started < 60
