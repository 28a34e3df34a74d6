"""One estimate of all waits: the queue read from the database, walked forward through every counter signed in."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from bench.figures import Figure, percentile
from bench.writer import bench_settings, issue, sign_in_all
from hall.adapters.clock import SystemClock
from hall.adapters.store import HallStore, open_store
from hall.application.forecast_query import read_queue
from hall.application.past_query import read_past
from hall.domain.waiting_time import forecast
from hall.service.estimator import estimate_of

COUNTERS = 6
"""As the usual hall has them; each adds an order of its own to the walk."""
LIMITS_MS = {30: 5.0, 60: 15.0, 200: None, 2000: None}
"""The budget by the number who wait; the last two are far beyond the usual hall and have none."""
TIMES = 21


def run() -> list[Figure]:
    """Measure with more and more who wait, medians, and the share that the read alone takes."""
    figures = []
    settings = bench_settings(COUNTERS)
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'hall.sqlite'}", SystemClock().now, setup=settings)
        try:
            sign_in_all(store, COUNTERS)
            waiting = 0
            for many, limit_ms in LIMITS_MS.items():
                for at in range(waiting, many):
                    issue(store, at)
                waiting = many
                figures.append(_figure(store, many, limit_ms))
        finally:
            store.close()
    return figures


def _figure(store: HallStore, many: int, limit_ms: float | None) -> Figure:
    """Return the median of the whole estimate, as the service's own thread computes it."""
    past = store.reads.read(lambda work, now: read_past(work=work, now=now)).result()
    reads_ms, all_ms = [], []
    for _ in range(TIMES if many < 1000 else 3):
        begun = time.perf_counter()
        question = store.reads.read(lambda work, now: read_queue(work=work, now=now, past=past)).result()
        read = time.perf_counter()
        estimate_of(question, forecast(question.queue, random.Random(1)), past.correction)
        reads_ms.append(1000 * (read - begun))
        all_ms.append(1000 * (time.perf_counter() - begun))
    beside = f"of which reading {percentile(reads_ms, 0.5):.1f} ms"
    name = f"estimate of all waits, {many} waiting, {COUNTERS} counters"
    return Figure(name, percentile(all_ms, 0.5), "ms", limit_ms, beside=beside)
