"""One estimate of all waits: the queue read from the database, walked forward through every counter signed in.

The hall is one that has lived: it knows serving times, gaps, breaks, who does not come, who comes with a head start,
and how right it was; six agents serve, one of them all-round.
"""

from __future__ import annotations

import random
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench.figures import Figure, percentile
from bench.writer import bench_settings, issue, sign_in_all
from contracts.words.hall import Lane
from hall.composition.sql_work import SqlWork
from hall.composition.store import HallStore, open_store
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.clock import SystemClock
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.waits.model.calibration import RollingCorrection, SimulatedWait
from hall.waits.model.history import History
from hall.waits.model.wait_ports import groups_of
from hall.waits.model.waiting_time import forecast
from hall.waits.queries.forecast import asked_of
from hall.waits.queries.hall_snapshot import read_hall_snapshot
from hall.waits.queries.past import Past
from hall.waits.workers.estimator import estimate_of

COUNTERS = 6
"""As in the usual hall; each adds another order to the walk."""
LIMITS_MS = {30: 5.0, 60: 15.0, 200: None, 2000: None}
"""The budget by the number who wait; the last two are far beyond the usual hall and have none."""
TIMES = 21
_DAYS, _SERVED, _OUTCOMES = 60, 400, 2000


def run() -> list[Figure]:
    """Measure with more and more who wait; medians."""
    figures = []
    settings = _settings()
    past = lived_in(settings, random.Random(1))
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'hall.sqlite'}", SystemClock().now, setup=settings)
        try:
            sign_in_all(store, COUNTERS)
            for at in range(COUNTERS):
                issue(store, at)
                store.commands.run(partial(_serve, CounterId(at + 1))).result()
            waiting = 0
            for many, limit_ms in LIMITS_MS.items():
                for at in range(waiting, many):
                    issue(store, at)
                waiting = many
                figures.append(_figure(store, past, many, limit_ms))
        finally:
            store.close()
    return figures


def lived_in(settings: HallSettings, chance: random.Random) -> Past:
    """Return what a hall knows after sixty days of some 150 visits."""
    history, correction = History(days=_DAYS), RollingCorrection()
    for service in settings.services:
        for _ in range(_SERVED):
            history.served(service.code, chance.lognormvariate(5.8, 0.6))
            history.gaps.add(chance.expovariate(1 / 20))
            history.no_shows.add(chance.uniform(0, 3600), hit=chance.random() < 0.06)
        for second in range(0, 24 * 3600, 120):  # three in a half hour and twenty days
            history.arrived((service.code, Lane.PRIORITY), second)
        for _ in range(_OUTCOMES):
            groups = groups_of(service.code, Lane.STANDARD, chance.randrange(24))
            correction.learn(SimulatedWait(900.0, 0.5, 5, groups), chance.lognormvariate(6.8, 0.4))
    for _ in range(_SERVED // 4):
        history.paused(chance.lognormvariate(6, 0.5))
    return Past(history, correction)


def _serve(counter: CounterId, work: SqlWork, now: Moment) -> None:
    call_next(CallNext(counter), work=work, now=now)
    begin_serving(BeginServing(counter), work=work, now=now)


def _settings() -> HallSettings:
    settings = bench_settings(COUNTERS)
    first, *others = settings.agents
    all_round = replace(first, services=tuple(service.code for service in settings.services), all_round=True)
    return replace(settings, agents=(all_round, *others))


def _figure(store: HallStore, past: Past, many: int, limit_ms: float | None) -> Figure:
    """Return the median processor time of the whole estimate, all threads together; by the clock it stands beside.

    The estimator has a separate thread and nobody waits for it: it costs the hall only processor time.
    """
    own_ms, clock_ms = [], []
    for _ in range(TIMES if many < 1000 else 3):
        begun, own = time.perf_counter(), time.process_time()
        question = asked_of(store.reads.read(lambda work, now: read_hall_snapshot(work=work, now=now)).result(), past)
        estimate_of(question, forecast(question.queue, random.Random(1)), past.correction)
        own_ms.append(1000 * (time.process_time() - own))
        clock_ms.append(1000 * (time.perf_counter() - begun))
    beside = f"processor time; {percentile(clock_ms, 0.5):.1f} ms by the clock"
    name = f"estimate of all waits, {many} waiting, {COUNTERS} counters"
    return Figure(name, percentile(own_ms, 0.5), "ms", limit_ms, beside=beside)
