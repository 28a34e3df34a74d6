"""Expected waits, computed in a thread of their own so that they never delay a command; the newest is there at once."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from contracts.hall_answers import WaitRange
from contracts.live import FactMessage
from hall.application.forecast_query import Question, read_queue, told
from hall.domain.ids import ServiceCode
from hall.domain.waiting_time import ExpectedWait, Forecast, forecast
from hall.service.ports import Reads

log = logging.getLogger(__name__)
LEAST_PAUSE_S = 0.5
"""At most twice a second, however busy the hall is."""
MOST_PAUSE_S = 10.0
"""Waits change as time goes by, too."""
Waits = dict[ServiceCode, list[WaitRange | None]]


@dataclass(frozen=True)
class Estimate:
    """One forecast, as it is asked for: by service and place, and by service for who joins."""

    places: Waits = field(default_factory=dict)
    joins: dict[ServiceCode, WaitRange | None] = field(default_factory=dict)

    def wait(self, service: ServiceCode, people_ahead: int) -> WaitRange | None:
        """Return the wait with so many people ahead; with more than there were, that of the next to join."""
        places = self.places.get(service, ())
        return places[people_ahead] if people_ahead < len(places) else self.joins.get(service)


def estimate_of(question: Question, answer: Forecast) -> Estimate:
    """Return a forecast by service and place, in the steps in which it is told (pure)."""
    places: Waits = {}
    for (_, service), wait in zip(question.waiting, answer.waiting, strict=True):
        places.setdefault(service, []).append(_told(wait))
    joins: dict[ServiceCode, WaitRange | None] = {}
    for (service, _), wait in zip(question.joiners, answer.joiners, strict=True):
        joins.setdefault(service, _told(wait))  # the service's own lane comes first
    return Estimate(places, joins)


def _told(wait: ExpectedWait | None) -> WaitRange | None:
    return None if wait is None else told(wait)


class Estimator:
    """Keeps the newest estimate; `heard` says that facts were committed, from any thread and without waiting."""

    def __init__(self, reads: Reads, chance: random.Random | None = None) -> None:
        self._reads = reads
        self._chance = chance or random.Random()  # noqa: S311  # serving times are drawn, not secrets
        self._newest = Estimate()
        self._heard = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="estimator", daemon=True)

    def newest(self, service: ServiceCode, people_ahead: int) -> WaitRange | None:
        """Return the newest estimate, at once and without computing; None where nothing honest can be said."""
        return self._newest.wait(service, people_ahead)

    def heard(self, _facts: Sequence[FactMessage]) -> None:
        """Say that the hall has changed."""
        self._heard.set()

    def compute(self) -> None:
        """Read the queue and walk it forward; takes some milliseconds of the calling thread."""
        question = self._reads.read(lambda work, now: read_queue(work=work, now=now)).result()
        self._newest = estimate_of(question, forecast(question.queue, self._chance))

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
            try:
                self.compute()
                failing = False
            except Exception:  # the edge of the thread: a hall without estimates still serves
                if not failing and not self._ended.is_set():
                    log.exception("waits cannot be estimated now")
                failing, self._newest = True, Estimate()
            self._ended.wait(LEAST_PAUSE_S)
            self._heard.wait(MOST_PAUSE_S)
