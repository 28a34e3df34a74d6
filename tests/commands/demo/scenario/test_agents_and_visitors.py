"""The demo's colleagues and visitors over a real hall's API: they serve who waits, a switch stops who comes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.demo.scenario.agents_and_visitors import (
    AWAY_S,
    Colleague,
    Switch,
    Visitors,
    send_heartbeats,
    take_ticket,
)  # fmt: skip
from commands.hall_client import HallClient
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread


class Hurried(Switch):
    """A switch whose pauses take no time and end after a number of them."""

    def __init__(self, pauses: int, *, on: bool = True) -> None:
        super().__init__(on=on)
        self._left = pauses
        self.paused_s: list[float] = []

    def pause(self, seconds: float) -> bool:
        """Return at once; the demo ends after the last pause."""
        self.paused_s.append(seconds)
        self._left -= 1
        if self._left < 0:
            self.stopping.set()
        return not self.stopping.is_set()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def test_a_colleague_calls_serves_and_finishes_whoever_waits(hall: RunningHall) -> None:
    ticket = hall.issue()
    session = hall.sign_in()
    Colleague(1, HallClient(hall.base, session), hall.sign_in, {}, Hurried(8), random.Random(3)).work()
    assert good(hall.get(f"/visits/{ticket['visit']}", "head"))["state"] == "finished"


def test_a_colleague_goes_on_with_the_visitor_at_the_counter_after_a_restart(hall: RunningHall) -> None:
    ticket = hall.issue()
    session = hall.sign_in()
    good(hall.post("/counters/1/call-next", session, {}))
    good(hall.post("/counters/1/begin", session, {}))
    Colleague(1, HallClient(hall.base, session), hall.sign_in, {}, Hurried(2), random.Random(3)).work()
    assert good(hall.get(f"/visits/{ticket['visit']}", "head"))["state"] == "finished"


def test_a_colleague_signs_in_again_after_the_day_was_closed_and_opened(hall: RunningHall) -> None:
    session = hall.sign_in()
    good(hall.post("/day/close", "head"))
    good(hall.post("/day/open", "head"))
    ticket = hall.issue()
    Colleague(1, HallClient(hall.base, session), hall.sign_in, {}, Hurried(9), random.Random(3)).work()
    assert good(hall.get(f"/visits/{ticket['visit']}", "head"))["state"] == "finished"


def test_a_colleague_whom_the_head_signed_out_stays_away_for_a_while(hall: RunningHall) -> None:
    session = hall.sign_in()
    good(hall.post("/counters/1/sign-out", "head", {}), 204)
    switch = Hurried(2)
    Colleague(1, HallClient(hall.base, session), hall.sign_in, {}, switch, random.Random(3)).work()
    assert switch.paused_s[0] == AWAY_S
    assert good(hall.get("/counters/1", "head"))["session"] is not None


@pytest.mark.parametrize(("on", "came"), [(True, True), (False, False)])
def test_visitors_come_while_the_switch_is_on(hall: RunningHall, on: bool, came: bool) -> None:
    kiosk = HallClient(hall.base, hall.tokens["kiosk"])
    Visitors(kiosk, hall.devices["kiosk"], Hurried(4, on=on), random.Random(1)).come()
    waiting = sum(one["waiting"] for one in good(hall.get("/queues", "head"))["services"])
    assert (waiting > 0) is came


def test_a_ticket_of_the_demo_came_out_of_the_printer_for_the_hall_too(hall: RunningHall) -> None:
    kiosk, device = HallClient(hall.base, hall.tokens["kiosk"]), hall.devices["kiosk"]
    ticket = take_ticket(kiosk, device, {"service": "A"})
    kiosk.post(f"/devices/{device}/acts", {"act": "started"})  # the hall then looks for a last ticket without paper
    queues = good(hall.get("/queues", "head"))
    assert (queues["paperless"], queues["services"][0]["waiting"]) == ([], 1)
    [printed] = good(hall.get(f"/devices/{device}/prints", "head"))["tickets"]
    assert (printed["ticket"]["ticket"], printed["state"]) == (ticket["ticket"], "confirmed")


def test_the_pcs_of_the_colleagues_are_connected_though_no_program_runs_there(hall: RunningHall) -> None:
    send_heartbeats([HallClient(hall.base, hall.tokens[pc]) for pc in ("counter1", "counter2")], Hurried(0))
    connected = {one["name"] for one in good(hall.get("/devices", "head")) if one["last_seen"]}
    assert connected == {"counter1", "counter2"}
