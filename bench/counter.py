"""A counter in a hall of 2,000 visits and 16 counters: from the press of the space bar to the paint, and call-next."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Mapping
from pathlib import Path

from bench.figures import Figure, percentile
from bench.light_client import HttpAnswer, KeptConnections, all_at_once, post
from commands.hall_client import HallClient
from commands.running_demo import ROOT, RunningDemo
from counter_client.config import SESSION_ENV

VISITS = 2000
SERVED = 60
"""Visits that the measured program serves, with four presses each."""
KIOSKS = 8
ROUND_S = 0.3
"""Between two rounds of the 15 other counters: in it each serves a visitor, 500 times as fast as people."""
PAINTED_MS = 100.0
CALL_NEXT_MS = 20.0


def run() -> list[Figure]:
    """Fill a hall of 16 counters, work at all of them, and look at one of them closely."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder, RunningDemo(Path(folder), size="large") as demo:
        hall, tokens = demo.description["hall"], demo.description["tokens"]
        fill(hall, tokens["kiosk"])
        took_ms, calls_ms = work(hall, tokens["counters"])
    presses = [ms for some in took_ms.values() for ms in some]
    served = f"{VISITS} visits, 16 counters"
    figures = [
        Figure(f"press → painted p99, {served}", percentile(presses, 0.99), "ms", PAINTED_MS),
        Figure(f"press → painted, median of {len(presses)}", percentile(presses, 0.5), "ms"),
    ]
    figures += [Figure(f"press → painted p99: {what}", percentile(some, 0.99), "ms") for what, some in took_ms.items()]
    return [
        *figures,
        Figure(f"call-next p99, {served}, 15 at once", percentile(calls_ms, 0.99), "ms", CALL_NEXT_MS,
               beside="best peer 119 ms"),
    ]  # fmt: skip


def fill(hall: str, kiosk: str) -> None:
    """Issue the visits of a day, for all services in turn."""
    services = [service["code"] for service in HallClient(hall, kiosk).get("/hall")["services"]]
    wishes = [post(hall, "/visits", kiosk, {"service": services[n % len(services)]}, _key()) for n in range(VISITS)]
    answers = all_at_once(hall, [wishes[at::KIOSKS] for at in range(KIOSKS)])
    if any(answer.status != 201 for answer in answers):
        raise RuntimeError("not every ticket was issued")


def work(hall: str, counters: Mapping[str, str]) -> tuple[dict[str, list[float]], list[float]]:
    """Work at all counters until the measured one is done; return its milliseconds by press, and those of call-next."""
    first, *others = sorted(counters, key=int)
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.counter_process", hall, first, str(SERVED)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", SESSION_ENV: counters[first]},
    )
    try:
        assert process.stdout is not None
        if process.stdout.readline() != "ready\n":
            raise RuntimeError("the counter program did not start")
        calls_ms: list[float] = []
        with KeptConnections(hall, len(others)) as kept:
            while process.poll() is None and len(calls_ms) < VISITS - SERVED:
                time.sleep(ROUND_S)
                calls_ms += [answer.ms for answer in round_of(kept, hall, {one: counters[one] for one in others})]
        took_ms: dict[str, list[float]] = json.loads(process.stdout.readline())
        return took_ms, calls_ms
    finally:
        process.terminate()
        process.wait(timeout=20)


def round_of(kept: KeptConnections, hall: str, counters: Mapping[str, str]) -> list[HttpAnswer]:
    """Call, begin and finish at all these counters at once; return the answers to call-next."""

    def at_all(move: str, body: Mapping[str, object]) -> list[HttpAnswer]:
        wishes = [[post(hall, f"/counters/{n}/{move}", token, body, _key())] for n, token in counters.items()]
        return kept.all_at_once(wishes)

    called = at_all("call-next", {})
    at_all("begin", {})
    at_all("finish", {"outcome": "completed"})
    return called


def _key() -> str:
    return str(uuid.uuid4())
