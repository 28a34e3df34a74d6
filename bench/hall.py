"""The hall service over HTTP: sixteen counters and thirty-two kiosks at once, start-up and memory."""

from __future__ import annotations

import itertools
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from bench.at_once import at_once
from bench.figures import Figure, percentile
from commands.hall_client import HallClient
from commands.running_demo import RunningDemo

_WAITING = 200
_ISSUES = 60


def run() -> list[Figure]:
    """Measure on a fresh demo of sixteen counters."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder, RunningDemo(Path(folder), size="large") as demo:
        described = demo.description
        return [*_calls(described), *_issues(described), *_memory(described)]


def _calls(demo: dict[str, Any]) -> list[Figure]:
    kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
    services = itertools.cycle(service["code"] for service in kiosk.get("/hall")["services"])
    issued = [kiosk.post("/visits", {"service": next(services)})["visit"] for _ in range(_WAITING)]
    counters = [("counter", demo["hall"], demo["tokens"]["counters"][str(n)], str(n)) for n in range(1, 17)]
    answers = at_once(counters)
    called = [visit for answer in answers for visit in answer["called"]]
    failed = sum(len(answer["errors"]) for answer in answers)
    doubled = len(called) - len(set(called))
    times_ms = [ms for answer in answers for ms in answer["ms"]]
    return [
        Figure("16 counters, 200 waiting: calls", len(called), "calls", _WAITING, beside="FQM 275, NovoSGA 521"),
        Figure("… visits never called", len(set(issued) - set(called)), "visits", 0),
        Figure("… called twice", doubled, "visits", 0, beside="FQM 24 of 1,000"),
        Figure("… failed", failed, "calls", 0),
        Figure("call-next p99, 16 counters at once", percentile(times_ms, 0.99), "ms", 20, beside="best peer 119 ms"),
    ]


def _issues(demo: dict[str, Any]) -> list[Figure]:
    started = time.perf_counter()
    service = HallClient(demo["hall"], demo["tokens"]["kiosk"]).get("/hall")["services"][1]["code"]
    kiosks = [("kiosk", demo["hall"], demo["tokens"]["kiosk"], service, str(_ISSUES // 2))] * 32
    answers = at_once(kiosks)
    elapsed_s = time.perf_counter() - started
    times_ms = [ms for answer in answers for ms in answer["ms"]]
    tickets = [ticket for answer in answers for _, ticket in answer["issued"]]
    busy_s = sum(times_ms) / 1000 / len(kiosks)
    return [
        Figure("issue, 32 kiosks at once", len(tickets) / busy_s, "/s", 1500, at_least=True, beside="best peer 232 /s"),
        Figure("… p99", percentile(times_ms, 0.99), "ms", 40),
        Figure("… numbers given twice", len(tickets) - len(set(tickets)), "numbers", 0, beside="FQM 27 of 1,000"),
        Figure("… with the start of 32 programs", elapsed_s, "s"),
    ]


def _memory(demo: dict[str, Any]) -> list[Figure]:
    port = int(demo["hall"].rsplit(":", 1)[1])
    found = [c.pid for c in psutil.net_connections("tcp") if c.status == "LISTEN" and c.laddr.port == port and c.pid]
    resident = max(psutil.Process(pid).memory_info().rss for pid in found) / 2**20
    return [Figure("hall service: memory after this", resident, "MB", 220)]
