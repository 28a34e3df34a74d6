"""The hall service over HTTP with a million visits of history beside the same hall when it was empty."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from bench.figures import Figure, percentile
from bench.running_demo import RunningDemo
from bench.writer import write_history
from commands.hall_client import HallClient
from hall.composition.store import open_store
from hall.platform.clock import SystemClock

HISTORY = 1_000_000
TIMES = 300
WAITING = 20


def run() -> list[Figure]:
    """Run two demo halls, one of them with the history, and ask them in turn: what disturbs one disturbs the other."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        old, new = Path(folder) / "old", Path(folder) / "new"
        with RunningDemo(old) as demo:
            _Hall(demo.description).serve_one()  # the pattern of the history's rows
        database = old / "hall" / "hall.sqlite"
        fill(database)
        with RunningDemo(old) as full, RunningDemo(new) as empty:
            halls = _Hall(full.description), _Hall(empty.description)
            for _ in range(TIMES):
                for hall in halls:
                    hall.serve_one()
        size_mb = database.stat().st_size / 2**20
    return [
        _ratio("issue", "FQM 28 ×, qtrcipher 2 ×", *(percentile(hall.issues_ms, 0.5) for hall in halls)),
        _ratio("call", "FQM 170 ×", *(percentile(hall.calls_ms, 0.5) for hall in halls)),
        Figure("… size of its database", size_mb, "MB"),
    ]


class _Hall:
    """A kiosk and a counter of one running hall, with some who wait, and how long each request took."""

    def __init__(self, demo: dict[str, Any]) -> None:
        self._kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
        self._counter = HallClient(demo["hall"], demo["tokens"]["counters"]["1"])
        self._code = self._counter.get("/counters/1")["services"][0]
        for _ in range(WAITING):
            self._issue()
        self.issues_ms: list[float] = []
        self.calls_ms: list[float] = []

    def serve_one(self) -> None:
        """Issue a ticket, call the next visit, serve it."""
        begun = time.perf_counter()
        self._issue()
        issued = time.perf_counter()
        visit = self._counter.post("/counters/1/call-next")
        self.calls_ms.append(1000 * (time.perf_counter() - issued))
        self.issues_ms.append(1000 * (issued - begun))
        assert visit is not None
        self._counter.post("/counters/1/begin")
        self._counter.post("/counters/1/finish", {"outcome": "completed"})

    def _issue(self) -> None:
        self._kiosk.post("/visits", {"service": self._code})


def _ratio(what: str, peers: str, full_ms: float, empty_ms: float) -> Figure:
    name = f"{what} over HTTP with {HISTORY:,} visits of history"
    beside = f"{full_ms:.2f} ms beside {empty_ms:.2f} ms; {peers}"
    return Figure(name, full_ms / empty_ms, "× of empty", 1.2, beside=beside)


def fill(database: Path) -> None:
    """Write the history into a stopped hall's database: the rows that it would have left itself."""
    store = open_store(f"sqlite:///{database}", SystemClock().now)
    try:
        store.commands.run(lambda work, now: write_history(work, now, HISTORY)).result()
    finally:
        store.close()
