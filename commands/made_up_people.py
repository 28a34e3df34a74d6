"""Made-up visitors and agents who live a day over the real HTTP contract, each in a thread, on a faster clock."""

from __future__ import annotations

import threading
import time
from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from commands.made_up_day import MadeUpAgent, MadeUpVisitor

_IDLE_S = 20.0
_MISSED_CALL_S = 60.0


@dataclass
class FastClock:
    """Seconds of the made-up day since `started` (monotonic), `speed` of them in each real one."""

    speed: float
    stop: threading.Event
    started: float = field(default_factory=time.monotonic)

    def now_s(self) -> float:
        """Return the seconds of the day."""
        return (time.monotonic() - self.started) * self.speed

    def pause(self, seconds: float) -> bool:
        """Wait these seconds of the day; return False when the day was stopped meanwhile."""
        return not self.stop.wait(max(0.0, seconds) / self.speed)


@dataclass
class DayLog:
    """What happened, counted; safe to write from every thread."""

    counts: Tally[str] = field(default_factory=Tally)
    refusals: Tally[str] = field(default_factory=Tally)
    waits_s: list[float] = field(default_factory=list)
    visitors: dict[str, tuple[MadeUpVisitor, float]] = field(default_factory=dict)
    """Each issued visit's visitor and the second of the day of its ticket."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: str) -> None:
        """Count one thing that happened."""
        with self.lock:
            self.counts[what] += 1

    def left(self) -> int:
        """Return how many issued visits have not ended."""
        with self.lock:
            return self.counts["issued"] - self.counts["finished"] - self.counts["no_show"]


def walk_in(day: Sequence[MadeUpVisitor], kiosk: HallClient, clock: FastClock, log: DayLog) -> None:
    """Let each visitor of `day` take a ticket at its time; returns after the last one."""
    for visitor in day:
        if not clock.pause(visitor.arrives_s - clock.now_s()):
            return
        try:
            ticket = kiosk.post("/visits", {"service": visitor.service, "priority": visitor.priority})
        except (HallRefusedError, HallAwayError) as error:
            _refused(error, log)
            continue
        with log.lock:
            log.visitors[ticket["visit"]] = (visitor, clock.now_s())
        log.count("issued")


@dataclass
class AgentAtWork:
    """One agent at one counter for one day."""

    counter: int
    plan: MadeUpAgent
    hall: HallClient
    clock: FastClock
    log: DayLog

    def work(self) -> None:
        """Call, serve and rest until the day is stopped."""
        if not self.clock.pause(self.plan.late_s - self.clock.now_s()):
            return
        rested = False
        while not self.clock.stop.is_set():
            if not rested and self.clock.now_s() > self.plan.break_at_s:
                rested = self._rest()
            try:
                self._serve_next()
            except (HallRefusedError, HallAwayError) as error:
                _refused(error, self.log)
                self.clock.pause(_IDLE_S)

    def _serve_next(self) -> None:
        visit = self._post("call-next")
        if visit is None:
            self.clock.pause(_IDLE_S)
            return
        with self.log.lock:
            visitor, issued_s = self.log.visitors.get(visit["visit"], (None, 0.0))
            if visitor is not None:
                self.log.waits_s.append(self.clock.now_s() - issued_s)
        self.log.count("called")
        if visitor is None:  # somebody real took this ticket at the kiosk: serve a short while
            self._serve(90.0)
        elif self._shows_up(visitor):
            self._serve(visitor.serving_s * self.plan.pace)

    def _shows_up(self, visitor: MadeUpVisitor) -> bool:
        if visitor.comes and not visitor.comes_late:
            return self.clock.pause(visitor.walk_s)
        if not self.clock.pause(_MISSED_CALL_S):
            return False
        self._post("recall")
        self.log.count("recalled")
        if not self.clock.pause(_MISSED_CALL_S / 2):
            return False
        if visitor.comes:
            return True
        self._post("no-show")
        self.log.count("no_show")
        return False

    def _serve(self, seconds: float) -> None:
        self._post("begin")
        if self.clock.pause(seconds):
            self._post("finish", {"outcome": "completed"})
            self.log.count("finished")

    def _rest(self) -> bool:
        self._post("break", {"reason": "prayer"})
        self.clock.pause(self.plan.break_length_s)
        self._post("resume-work")
        self.log.count("breaks")
        return True

    def _post(self, move: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401  # JSON
        return self.hall.post(f"/counters/{self.counter}/{move}", body)


def _refused(error: HallRefusedError | HallAwayError, log: DayLog) -> None:
    with log.lock:
        log.refusals[error.code if isinstance(error, HallRefusedError) else "hall_away"] += 1
