"""Made-up visitors and agents who live a day over the real HTTP contract, each in a thread, on a faster clock."""

from __future__ import annotations

import threading
import time
from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from kiosk.visitor.visit_id import new_visit_id
from tools.simulation.day import MadeUpAgent, MadeUpVisitor

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
    """The visitor of each visit that was asked for, and the second of the day of that."""
    ended: set[str] = field(default_factory=set)
    patience_s: float = 15.0
    """Real seconds that the hall may be away before the day is given up."""
    answered: float = field(default_factory=time.monotonic)
    """When the hall answered last (monotonic)."""
    gave_up: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: str) -> None:
        """Count one thing that happened."""
        with self.lock:
            self.counts[what] += 1

    def heard(self) -> None:
        """Note that the hall answered."""
        with self.lock:
            self.answered = time.monotonic()

    def refused(self, error: HallRefusedError | HallAwayError, clock: FastClock) -> None:
        """Count a refusal; stop the day when the hall has been away for longer than anyone would stay."""
        away = isinstance(error, HallAwayError)
        if not away:
            self.heard()
        with self.lock:
            self.refusals["hall_away" if isinstance(error, HallAwayError) else error.code] += 1
            if away and time.monotonic() - self.answered > self.patience_s:
                self.gave_up = True
                clock.stop.set()

    def left(self) -> int:
        """Return how many made-up visitors have a ticket and have not ended; real people at the hall do not count."""
        with self.lock:
            return len(self.visitors.keys() - self.ended)

    def end(self, visit: str, how: str) -> None:
        """Note that a visit, of whomever, has ended in this way."""
        with self.lock:
            self.counts[how] += 1
            self.ended.add(visit)


def walk_in(
    day: Sequence[MadeUpVisitor],
    kiosk: HallClient,
    clock: FastClock,
    log: DayLog,
    kinds: Mapping[str, str] | None = None,
) -> None:
    """Let each visitor of `day` take a ticket at its time; returns after the last one.

    `kinds` has the visitor kind to say at each service that asks for one.
    """
    for visitor in day:
        if not clock.pause(visitor.arrives_s - clock.now_s()):
            return
        visit = new_visit_id()
        with log.lock:  # before the hall knows of it: an agent may call before the kiosk has its answer
            log.visitors[visit] = (visitor, clock.now_s())
        kind = (kinds or {}).get(visitor.service)
        asked = {"service": visitor.service, "priority": visitor.priority, "visitor_kind": kind, "visit": visit}
        try:
            kiosk.post("/visits", asked)
        except (HallRefusedError, HallAwayError) as error:
            with log.lock:
                del log.visitors[visit]
            log.refused(error, clock)
            continue
        log.heard()
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
            try:
                if not rested and self.clock.now_s() > self.plan.break_at_s:
                    rested = self._rest()
                self._serve_next()
            except (HallRefusedError, HallAwayError) as error:
                self.log.refused(error, self.clock)
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
            self._serve(visit["visit"], 90.0)
        elif self._shows_up(visit["visit"], visitor):
            self._serve(visit["visit"], visitor.serving_s * self.plan.pace)

    def _shows_up(self, visit: str, visitor: MadeUpVisitor) -> bool:
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
        self.log.end(visit, "no_show")
        return False

    def _serve(self, visit: str, seconds: float) -> None:
        self._post("begin")
        if self.clock.pause(seconds):
            self._post("finish", {"outcome": "completed"})
            self.log.end(visit, "finished")

    def _rest(self) -> bool:
        self._post("break", {"reason": "prayer"})
        self.clock.pause(self.plan.break_length_s)
        self._post("resume-work")
        self.log.count("breaks")
        return True

    def _post(self, move: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401  # JSON
        answer = self.hall.post(f"/counters/{self.counter}/{move}", body)
        self.log.heard()
        return answer
