"""The prayer over HTTP and on a database: what boards get, and how the hall returns a missed call to the queue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from contracts.live import FactMessage
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread

MUSCAT = ZoneInfo("Asia/Muscat")
PRAYER = """
[prayer]
observed = true

[[prayer.table]]
first = 2020-01-01
last = 2099-12-31
times = ["05:00", "12:00", "15:00", "17:30", "19:00"]
"""


@pytest.fixture
def noon(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall at ten past noon of tomorrow, ten minutes into the prayer's window."""
    with hall_in_a_thread(tmp_path, setup=SETUP + PRAYER) as hall:
        now = hall.clock.now().at.astimezone(MUSCAT)
        wanted = (now + timedelta(days=1)).replace(hour=12, minute=10, second=0, microsecond=0)
        hall.clock.move_on(seconds=(wanted - now).total_seconds())
        yield hall


def test_a_call_missed_at_prayer_waits_again_and_can_be_called_again(noon: RunningHall) -> None:
    facts: list[FactMessage] = []
    noon.hall.store.announcer.listen(facts.extend)
    agent = noon.sign_in()
    first, second = noon.issue(), noon.issue()
    assert good(noon.post("/counters/1/call-next", agent))["visit"] == first["visit"]
    missed = good(noon.post("/counters/1/no-show", agent))
    assert (missed["visit"], missed["state"], missed["counter"]) == (first["visit"], "waiting", None)
    about = [
        fact.kind
        for fact in facts
        if fact.visit is not None and fact.visit.visit == first["visit"] and fact.kind != "visit_issued"
    ]
    assert about == ["visit_called", "visit_no_show", "visit_reinstated"]
    assert facts[-1].detail["by"] == "prayer"
    assert good(noon.get("/board", "board"))["calls"] == []
    assert good(noon.get("/queues", "head"))["no_shows"] == 0
    for visit in (second["visit"], first["visit"]):
        assert good(noon.post("/counters/1/call-next", agent))["visit"] == visit
        good(noon.post("/counters/1/begin", agent))
        good(noon.post("/counters/1/finish", agent, {"outcome": "completed"}))


def test_boards_are_told_the_prayers_of_two_days(noon: RunningHall) -> None:
    timed = good(noon.get("/hall", "board"))["timed"]
    prayers = [one for one in timed if one["kind"] == "prayer"]
    assert [one["prayer"] for one in prayers] == ["fajr", "dhuhr", "asr", "maghrib", "isha"] * 2
    dhuhr = datetime.fromisoformat(prayers[1]["at"]).astimezone(MUSCAT)
    assert (dhuhr.hour, dhuhr.minute) == (12, 0)
    assert dhuhr.date() == noon.clock.now().at.astimezone(MUSCAT).date()
