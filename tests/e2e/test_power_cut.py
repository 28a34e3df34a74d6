"""Kill -9 of the hall service under load at random moments: what was answered is there, once; no fact is lost."""

from __future__ import annotations

import random
import threading
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bench.running_demo import RunningDemo
from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from tests.helpers.hall_alone import HallAlone
from tests.helpers.live_reader import LiveReader
from tools.qt_driver.driven_program import until

KIOSKS = 4
COUNTERS = 4


@dataclass
class Load:
    """Kiosks and counters that go on through every restart, repeating a lost request under its own key."""

    base: str
    tokens: dict[str, object]
    answered: dict[str, str] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def issue(self, service: str) -> None:
        """Issue tickets; a visit whose answer was lost is asked for again until it is answered."""
        hall = HallClient(self.base, str(self.tokens["kiosk"]), timeout_s=5)
        while not self.stop.is_set():
            visit, key = str(uuid.uuid4()), str(uuid.uuid4())
            while visit not in self.answered and not self.stop.is_set():
                try:
                    ticket = hall.post("/visits", {"service": service, "visit": visit}, key=key)
                    self.answered[visit] = ticket["ticket"]
                except HallAwayError:
                    self.stop.wait(0.05)
                except HallRefusedError as error:
                    self.refusals.append(str(error))
                    break

    def serve(self, number: int) -> None:
        """Call, begin and finish; after a cut the workplace says where this counter stands."""
        counters = self.tokens["counters"]
        assert isinstance(counters, dict)
        hall = HallClient(self.base, counters[str(number)], timeout_s=5)
        move = "call-next"
        while not self.stop.is_set():
            try:
                visit = hall.post(f"/counters/{number}/{move}", {"outcome": "completed"} if move == "finish" else None)
                move = _next_move(visit)
            except HallAwayError:
                self.stop.wait(0.05)
            except HallRefusedError as error:
                if error.code not in {"visit_open", "no_visit", "not_called", "not_serving"}:
                    self.refusals.append(str(error))
                move = _next_move(_current(hall, number))


def _next_move(visit: dict[str, object] | None) -> str:
    state = visit["state"] if visit else ""
    return {"called": "begin", "serving": "finish"}.get(str(state), "call-next")


def _current(hall: HallClient, number: int) -> dict[str, object] | None:
    try:
        current: dict[str, object] | None = hall.get(f"/counters/{number}")["current"]
    except HallAwayError:
        return None
    return current


@pytest.mark.full
@pytest.mark.parametrize("kills", [2, pytest.param(50, marks=pytest.mark.timeout(600))])
def test_nothing_that_was_answered_is_lost_by_kills_at_random_moments(tmp_path: Path, kills: int) -> None:
    with RunningDemo(tmp_path, size="middle") as demo:
        tokens = demo.description["tokens"]
    rng = random.Random(kills)
    with HallAlone(tmp_path) as hall:
        live = LiveReader(hall.port, tokens["head"])
        live.start()
        until(lambda: bool(live.snapshots), "a first snapshot", lambda: live.facts)
        load = Load(hall.base, tokens)
        threads = [threading.Thread(target=load.issue, args=("ALTM"[n % 4],)) for n in range(KIOSKS)]
        threads += [threading.Thread(target=load.serve, args=(n + 1,)) for n in range(COUNTERS)]
        for thread in threads:
            thread.start()
        for _ in range(kills):
            before = len(load.answered)
            until(lambda b=before: len(load.answered) > b + 3, "tickets are answered", hall.log, timeout_s=20)
            load.stop.wait(rng.uniform(0.0, 0.3))
            hall.kill()
            hall.start()
        load.stop.set()
        for thread in threads:
            thread.join()
        _everything_is_there(hall, tokens, load, live)


def _everything_is_there(hall: HallAlone, tokens: dict[str, str], load: Load, live: LiveReader) -> None:
    assert load.refusals == []
    head = HallClient(hall.base, tokens["head"])
    for visit, ticket in load.answered.items():
        assert head.get(f"/visits/{visit}")["ticket"] == ticket
    last = head.get("/queues")["seq"]
    until(
        lambda: bool(live.seqs) and live.seqs[-1] >= last,
        f"fact {last} reaches the live client",
        lambda: live.seqs[-3:],
    )
    live.stop()
    assert live.snapshots == live.snapshots[:1], "a resumed link must not begin again"
    assert live.seqs == list(range(live.snapshots[0] + 1, live.seqs[-1] + 1))
    issued = [fact["visit"]["ticket"] for _, fact in live.facts if fact["kind"] == "visit_issued"]
    assert len(issued) == len(set(issued)), "a number was given twice"
    called = [fact["visit"]["visit"] for _, fact in live.facts if fact["kind"] == "visit_called"]
    assert len(called) == len(set(called)), "a visit was called twice"
    assert set(load.answered.values()) <= set(issued)
