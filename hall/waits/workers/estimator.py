"""Expected waits, computed in a separate thread; the newest estimate can be read at any time without waiting."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from contracts.live import FactMessage
from contracts.queue.answers import WaitRange
from contracts.words.hall import Lane
from hall.kernel.ids import ServiceCode
from hall.platform.store_ports import Reads
from hall.waits.model.calibration import RollingCorrection
from hall.waits.model.wait_ports import HasWaits
from hall.waits.model.waiting_time import Announced, Forecast, announced_range, forecast
from hall.waits.queries.forecast import Question, as_wait_range, asked_of, estimates
from hall.waits.queries.hall_snapshot import HallSnapshotWork, read_hall_snapshot
from hall.waits.queries.past import Past, read_past
from hall.waits.workers.forecast_process import ForecastProcess

log = logging.getLogger(__name__)
LEAST_PAUSE_S = 0.5
"""At most twice a second, however busy the hall is."""
REST = 5.0
"""It rests at least this many times as long as it worked: no more than a sixth of a core, however many wait."""
SETTLE_S = 0.1
"""Facts come in bursts: one forecast follows them all."""
MOST_PAUSE_S = 10.0
"""Waits change as time goes by, too."""
PAST_S = 300.0
"""Seconds after which the hall reads again what it learns from."""
WIDEST_S = 1800.0
LONG_QUEUE = 100
"""With more waiting the forecast takes more than 4 ms and would hold up commands: it runs in the child process."""
Waits = dict[ServiceCode, list[WaitRange | None]]


@dataclass(frozen=True)
class Estimate:
    """One forecast, as it is asked for: by service and place, and for who joins a service in a lane."""

    places: Waits = field(default_factory=dict)
    joins: dict[tuple[ServiceCode, Lane], Announced] = field(default_factory=dict)
    usual: dict[ServiceCode, WaitRange | None] = field(default_factory=dict)
    """Who joins in the service's own lane."""
    hour: int = 0

    def wait(self, service: ServiceCode, people_ahead: int) -> WaitRange | None:
        """Return the wait with `people_ahead` people ahead; with more than the queue had, that of the next to join."""
        places = self.places.get(service, ())
        return places[people_ahead] if people_ahead < len(places) else self.usual.get(service)


def estimate_of(
    question: Question, answer: Forecast, correction: RollingCorrection, widest_s: float = WIDEST_S
) -> Estimate:
    """Return a forecast by service and place, corrected and in the steps in which it is shown; a pure function."""
    waiting, joiners = estimates(question, answer)
    places: Waits = {}
    for asked, found in zip(question.waiting, waiting, strict=True):
        wait = announced_range(found, correction, widest_s) if found else None
        places.setdefault(asked.service, []).append(_range(wait))
    joins: dict[tuple[ServiceCode, Lane], Announced] = {}
    usual: dict[ServiceCode, WaitRange | None] = {}
    for asked, found in zip(question.joiners, joiners, strict=True):
        wait = announced_range(found, correction, widest_s) if found else None
        if wait is not None:
            joins[asked.service, asked.lane] = wait
        usual.setdefault(asked.service, _range(wait))  # the service's own lane comes first
    return Estimate(places, joins, usual, question.hour)


def _range(wait: Announced | None) -> WaitRange | None:
    return None if wait is None or wait.told is None else as_wait_range(wait.told)


class EstimateWork(HallSnapshotWork, HasWaits, Protocol):
    """What an estimate reads."""


class Estimator:
    """Keeps the newest estimate; `heard` says that facts were committed, from any thread and without waiting."""

    def __init__(self, reads: Reads[EstimateWork], process: ForecastProcess) -> None:
        self._reads, self._process = reads, process
        self._newest = Estimate()
        self._past = Past()
        self._past_at: float | None = None
        self._elsewhere: Mapping[ServiceCode, float] = {}
        self._heard = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="estimator", daemon=True)

    @property
    def past(self) -> Past:
        """What the hall had learnt from its past when the newest estimate was made."""
        return self._past

    def newest(self, service: ServiceCode, people_ahead: int) -> WaitRange | None:
        """Return the newest estimate, at once and without computing; None where nothing honest can be said."""
        return self._newest.wait(service, people_ahead)

    def for_ticket(self, service: ServiceCode, lane: Lane) -> tuple[Announced, int] | None:
        """Return the newest estimate for who joins now, and the local hour it was made in; None where there is none."""
        newest = self._newest
        found = newest.joins.get((service, lane))
        return None if found is None else (found, newest.hour)

    def heard(self, _facts: Sequence[FactMessage]) -> None:
        """Say that the hall has changed."""
        self._heard.set()

    def compute(self) -> None:
        """Read the queue and walk it forward; takes some milliseconds of the calling thread or of the child process."""
        if self._past_at is None or time.monotonic() - self._past_at > PAST_S:
            past = self._reads.read(lambda work, now: read_past(work=work, now=now)).result()
            self._past = replace(past, elsewhere_s=self._elsewhere)
            self._past_at = time.monotonic()
        past = self._past
        seen, widest_s = self._reads.read(
            lambda work, now: (read_hall_snapshot(work=work, now=now), work.settings.limits.widest_range_s)
        ).result()
        question = asked_of(seen, past)
        chance = random.Random()  # noqa: S311  # a simulation, no secret
        if len(question.queue.waiting) > LONG_QUEUE:
            answer = self._process.submit(forecast, question.queue, chance).result()
        else:
            answer = forecast(question.queue, chance)
        self._newest = estimate_of(question, answer, past.correction, widest_s)

    def learn_again(self) -> None:
        """Read what the hall learns from at the next computation, whatever the time."""
        self._past_at = None

    def tell_elsewhere(self, mean_s: Mapping[ServiceCode, float]) -> None:
        """Store how long services take at other halls; from any thread."""
        self._elsewhere = mean_s
        self.learn_again()

    def start(self) -> None:
        """Compute once, then follow the hall."""
        self._thread.start()

    def stop(self) -> None:
        """End after the computation in hand."""
        self._ended.set()
        self._heard.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def _run(self) -> None:
        failing = False
        while not self._ended.is_set():
            self._heard.clear()
            begun_s = time.perf_counter()
            try:
                self.compute()
                failing = False
            except Exception:  # the edge of the thread: a hall without estimates still serves
                if not failing and not self._ended.is_set():
                    log.exception("waits cannot be estimated now")
                failing, self._newest = True, Estimate()
            self._ended.wait(pause_after(time.perf_counter() - begun_s))
            if self._heard.wait(MOST_PAUSE_S):
                self._ended.wait(SETTLE_S)


def pause_after(took_s: float) -> float:
    """Return how long the estimator rests after a computation; on a slow machine no longer than waits may be old.

    >>> pause_after(0.003), pause_after(0.2), pause_after(20.0)
    (0.5, 1.0, 10.0)
    """
    return min(MOST_PAUSE_S, max(LEAST_PAUSE_S, REST * took_s))
