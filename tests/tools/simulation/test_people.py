"""Made-up visitors and agents at a real hall: what they do is counted, and what the hall says of it agrees."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.hall_client import HallAwayError, HallClient
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread
from tools.simulation.day import MadeUpAgent, MadeUpVisitor
from tools.simulation.people import AgentAtWork, DayLog, FastClock, walk_in

SPEED = 3000.0
PLAN = MadeUpAgent(late_s=0, break_at_s=1e9, break_length_s=60, pace=1.0)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def visitor(at: float = 0, *, service: str = "A", comes: bool = True, late: bool = False) -> MadeUpVisitor:
    return MadeUpVisitor(at, service, False, serving_s=60, walk_s=5, comes=comes, comes_late=late)


def live(hall: RunningHall, day: list[MadeUpVisitor], plan: MadeUpAgent = PLAN, *, until_left: int = 0) -> DayLog:
    """Let the visitors come and one agent serve them until `until_left` are left."""
    clock, log = FastClock(SPEED, threading.Event()), DayLog()
    kiosk, desk = HallClient(hall.base, hall.tokens["kiosk"]), HallClient(hall.base, hall.sign_in())
    agent = AgentAtWork(1, plan, desk, clock, log)
    thread = threading.Thread(target=agent.work)
    thread.start()
    walk_in(day, kiosk, clock, log)
    while (log.left() > until_left or (plan.break_at_s < 1e9 and not log.counts["breaks"])) and clock.now_s() < 60_000:
        clock.pause(20)
    clock.stop.set()
    thread.join()
    kiosk.close()
    desk.close()
    return log


def states(hall: RunningHall, log: DayLog) -> list[str]:
    return [good(hall.get(f"/visits/{visit}", "head"))["state"] for visit in log.visitors]


def test_those_who_come_are_served_and_those_who_left_are_no_shows(hall: RunningHall) -> None:
    log = live(hall, [visitor(), visitor(30, late=True), visitor(60, comes=False)])
    assert log.counts == {"issued": 3, "called": 3, "finished": 2, "no_show": 1, "recalled": 2}
    assert log.refusals == {}
    assert states(hall, log) == ["finished", "finished", "no_show"]
    assert len(log.waits_s) == 3
    assert min(log.waits_s) >= 0


def test_an_agent_takes_the_break_of_the_plan_once(hall: RunningHall) -> None:
    log = live(hall, [visitor()], MadeUpAgent(late_s=100, break_at_s=200, break_length_s=60, pace=0.5))
    assert log.counts["breaks"] == 1
    assert log.counts["finished"] == 1


def test_a_visitor_who_is_refused_is_counted_and_the_day_goes_on(hall: RunningHall) -> None:
    log = live(hall, [visitor(service="Z"), visitor(10)])
    assert sum(log.refusals.values()) == 1
    assert log.counts["issued"] == log.counts["finished"] == 1
    assert not log.gave_up


def test_somebody_real_who_took_a_ticket_is_served_too(hall: RunningHall) -> None:
    real = hall.issue()
    log = live(hall, [visitor()])
    assert good(hall.get(f"/visits/{real['visit']}", "head"))["state"] == "finished"
    assert states(hall, log) == ["finished"], "one who is not of the day does not count as one of the day"


def test_a_clock_that_is_stopped_waits_for_nobody() -> None:
    clock = FastClock(1.0, threading.Event())
    clock.stop.set()
    assert not clock.pause(3600)
    log = DayLog()
    walk_in([visitor(3600)], HallClient("http://127.0.0.1:9", "t"), clock, log)
    assert log.counts == {}


def test_a_hall_that_stays_away_ends_the_day_after_the_patience_of_the_people() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        gone = f"http://127.0.0.1:{listener.getsockname()[1]}"
    clock, log = FastClock(SPEED, threading.Event()), DayLog(patience_s=0.2)
    AgentAtWork(1, PLAN, HallClient(gone, "t"), clock, log).work()
    assert log.gave_up
    assert clock.stop.is_set()
    assert set(log.refusals) == {"hall_away"}
    assert log.refusals["hall_away"] > 1, "it came back and asked again in the meantime"


def test_an_answer_renews_the_patience() -> None:
    clock, log = FastClock(1.0, threading.Event()), DayLog(patience_s=60)
    log.answered -= 61
    log.heard()
    log.refused(HallAwayError("away"), clock)
    assert not log.gave_up
    log.answered -= 61
    log.refused(HallAwayError("away"), clock)
    assert log.gave_up
