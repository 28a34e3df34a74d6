"""The hall service over HTTP with a million visits of history beside the same hall when it was empty."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from bench.figures import Figure, percentile
from bench.writer import write_history
from commands.hall_client import HallClient
from commands.running_demo import RunningDemo

HISTORY = 1_000_000
TIMES = 150
ROUNDS = 3
WAITING = 20


def run() -> list[Figure]:
    """Measure issue and call on a demo hall, give its stopped database the history, and measure the same again."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        with RunningDemo(Path(folder)) as demo:
            empty = _medians(demo.description)
        fill(Path(folder) / "hall" / "hall.sqlite")
        begun = time.perf_counter()
        with RunningDemo(Path(folder)) as demo:
            started_s = time.perf_counter() - begun
            full = _medians(demo.description)
        size_mb = (Path(folder) / "hall" / "hall.sqlite").stat().st_size / 2**20
    return [
        _ratio("issue", "FQM 28 ×, qtrcipher 2 ×", full[0], empty[0]),
        _ratio("call", "FQM 170 ×", full[1], empty[1]),
        Figure("… the demo's start on this history", started_s, "s", beside=f"database of {size_mb:,.0f} MB"),
    ]


def _ratio(what: str, peers: str, full_ms: float, empty_ms: float) -> Figure:
    name = f"{what} over HTTP with {HISTORY:,} visits of history"
    beside = f"{full_ms:.2f} ms beside {empty_ms:.2f} ms; {peers}"
    return Figure(name, full_ms / empty_ms, "× of empty", 1.2, beside=beside)


def fill(database: Path) -> None:
    """Write the history into a stopped hall's database: the rows that it would have left itself."""
    from hall.adapters.clock import SystemClock
    from hall.adapters.store import open_store

    store = open_store(f"sqlite:///{database}", SystemClock().now)
    try:
        store.lane.run(lambda work, now: write_history(work, now, HISTORY)).result()
    finally:
        store.close()


def _medians(demo: dict[str, Any]) -> tuple[float, float]:
    """Return the median milliseconds of issue and of call; the best of some rounds, as others share the machine."""
    kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
    counter = HallClient(demo["hall"], demo["tokens"]["counters"]["1"])
    code = counter.get("/counters/1")["services"][0]
    for _ in range(WAITING):
        kiosk.post("/visits", {"service": code})
    rounds = [_round(kiosk, counter, code) for _ in range(ROUNDS)]
    return min(issue for issue, _ in rounds), min(call for _, call in rounds)


def _round(kiosk: HallClient, counter: HallClient, code: str) -> tuple[float, float]:
    issues_ms, calls_ms = [], []
    for _ in range(TIMES):
        begun = time.perf_counter()
        kiosk.post("/visits", {"service": code})
        issued = time.perf_counter()
        visit = counter.post("/counters/1/call-next")
        calls_ms.append(1000 * (time.perf_counter() - issued))
        issues_ms.append(1000 * (issued - begun))
        assert visit is not None
        counter.post("/counters/1/begin")
        counter.post("/counters/1/finish", {"outcome": "completed"})
    return percentile(issues_ms, 0.5), percentile(calls_ms, 0.5)
