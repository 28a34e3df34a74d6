"""The whole demo as a newcomer starts it, without windows: a living hall, 22 halls, a second start."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import requests

from bench.running_demo import RunningDemo
from commands.demo.scenario.clock import stopped_at
from commands.hall_client import HallClient
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full


def said(folder: Path) -> str:
    return (folder / "demo.log").read_text(encoding="utf-8")


def test_it_lives_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    with RunningDemo(folder, living=True) as demo:
        assert re.search(r"demo, the clock shows 10:1\d on ", said(folder))
        head = HallClient(demo.description["hall"], demo.description["tokens"]["head"])
        a_whole_month = date.fromisoformat(head.get("/hall")["day"]["service_day"]) - timedelta(weeks=4)
        targets_s = {one["code"]: one["target_wait_s"] for one in head.get("/hall")["services"]}
        waits_s = {one["service"]: one["longest_wait_s"] or 0 for one in head.get("/queues")["services"]}
        assert [service for service, wait_s in waits_s.items() if wait_s > targets_s[service]] == ["T"]
        assert head.get(f"/figures?period=month&day={a_whole_month}")["total"]["called"] > 400
        centre = demo.description["centre"]
        halls = requests.get(f"{centre}/v1/public/halls", timeout=60).json()
        assert len(halls["halls"]) >= 20
        called = {one["visit"] for one in head.get("/board")["calls"]}
        until(
            lambda: {one["visit"] for one in head.get("/board")["calls"]} - called,  # type: ignore[arg-type, return-value]
            "a colleague calls somebody",
            lambda: said(folder),
            timeout_s=300,
        )
        page = re.search(r"page of the demo  (\S+)", said(folder))
        assert page is not None
        assert "Visitors are arriving." in requests.get(page[1], timeout=60).content.decode()
        tokens = demo.description["tokens"]
    stopped = stopped_at(folder)
    assert stopped is not None
    with RunningDemo(folder, living=True) as demo:
        assert demo.description["tokens"] == tokens
        head = HallClient(demo.description["hall"], tokens["head"])
        assert max(one["longest_wait_s"] or 0 for one in head.get("/queues")["services"]) < 90 * 60
    again = stopped_at(folder)
    assert again is not None
    assert again.date() == stopped.date()
    assert again > stopped
