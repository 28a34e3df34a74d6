"""Replay tickets of offices whose counters' states are unknown: a blend of simple estimators stands in for the walk."""

from __future__ import annotations

import heapq
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import log, log1p

from hall.waits.model.calibration import SimulatedWait
from tools.waits.blend import Blend
from tools.waits.contest import OURS, Contest, Offer
from tools.waits.files import DataSet, Row, by_day, number, optional, rows_of, scored_days
from tools.waits.formulas import by_people_ahead, by_throughput

UNIT_S = 60.0
_COLUMNS = ("q", "date", "t", "n", "y", "czas", "counters", "thr60", "thrday", "les")
_LEAST_PER_MIN, _MOST_PER_MIN = 0.02, 3.0
_FEATURES = 23
_START = (0.0, 0.33, 0.33, 0.33)
"""Before anything is learnt: a third each of the day's average, the last wait and the queue's own pace."""
_PACE_SLOW, _PACE_DAY, _DRIFT_QUEUE, _DRIFT_ALL, _LASTING = 0.05, 0.2, 0.2, 0.05, 0.995
_LASTING_PRIOR = 10.0


@dataclass(frozen=True, slots=True)
class _Ticket:
    """One row; minutes, as in the file."""

    row: int
    queue: str
    at: float
    ahead: float
    waited: float
    published: float
    counters: float
    per_min_hour: float | None
    per_min_day: float | None
    last_wait: float | None


@dataclass
class _Queues:
    """What was learnt of each queue from outcomes: minutes a person, and how far off the blend lately was."""

    pace: dict[str, float] = field(default_factory=dict)
    pace_today: dict[str, float] = field(default_factory=dict)
    drift_today: dict[str, float] = field(default_factory=dict)
    drift_all: float = 0.0
    lasting: dict[str, tuple[float, float]] = field(default_factory=dict)

    def new_day(self) -> None:
        """Forget what held for yesterday only."""
        self.pace_today, self.drift_today, self.drift_all = {}, {}, 0.0

    def learn(self, ticket: _Ticket, error: float) -> None:
        """Learn an outcome."""
        queue, pace = ticket.queue, ticket.waited / (ticket.ahead + 1)
        for paces, weight in ((self.pace, _PACE_SLOW), (self.pace_today, _PACE_DAY)):
            old = paces.get(queue, pace)
            paces[queue] = old + weight * (pace - old)
        old = self.drift_today.get(queue, 0.0)
        self.drift_today[queue] = old + _DRIFT_QUEUE * (error - old)
        self.drift_all += _DRIFT_ALL * (error - self.drift_all)
        total, seen = self.lasting.get(queue, (0.0, _LASTING_PRIOR))
        self.lasting[queue] = total * _LASTING + error, seen * _LASTING + 1


def replay_warsaw(data: DataSet, _chance: random.Random, tell: Callable[[str], None]) -> Contest:
    """Replay every day in order and return what was said and came of it."""
    path = data.files["rows"]
    days = by_day(rows_of(path, _COLUMNS), "date")
    scored = set(scored_days(days))
    queues, contest = _Queues(), Contest(data.name)
    blend = Blend([*_START, *[0.0] * (_FEATURES - len(_START))], UNIT_S)
    for day in sorted(days):
        tell(f"{data.name}: {day}")
        queues.new_day()
        tickets = sorted((_ticket(at, row, data) for at, row in days[day]), key=lambda ticket: (ticket.at, ticket.row))
        _day(tickets, queues, blend, contest, scored=day in scored)
    return contest


def _day(tickets: list[_Ticket], queues: _Queues, blend: Blend, contest: Contest, *, scored: bool) -> None:
    called: list[tuple[float, int, _Ticket, Offer, list[float], SimulatedWait]] = []

    def learn_until(now: float) -> None:
        while called and called[0][0] <= now:
            _, _, ticket, offer, features, estimate = heapq.heappop(called)
            queues.learn(ticket, blend.learn(features, estimate, UNIT_S * ticket.waited))
            contest.settle(offer, UNIT_S * ticket.waited)

    for ticket in tickets:
        learn_until(ticket.at)
        groups = (("queue", ticket.queue), ("hour", int(ticket.at // 60)))
        begun = time.thread_time()
        features = _features(ticket, queues)
        estimate = blend.estimate(features, int(ticket.ahead), groups)
        ours = blend.correct(estimate)
        contest.timed(OURS, time.thread_time() - begun)
        formulas = {
            name: SimulatedWait(UNIT_S * likely, ahead=int(ticket.ahead)) for name, likely in _peers(ticket).items()
        }
        offer = Offer(ticket.row, scored, ours, formulas, groups)
        heapq.heappush(called, (ticket.at + ticket.waited, ticket.row, ticket, offer, features, estimate))
    learn_until(float("inf"))


def _peers(ticket: _Ticket) -> dict[str, float]:
    """Return what the formulas say, in minutes."""
    return {
        "peer_day_average": _by_day_average(ticket),
        "peer_published": by_people_ahead(ticket.ahead, ticket.published, round(ticket.counters)),
        "les": ticket.last_wait or 0.0,
    }


def _by_day_average(ticket: _Ticket) -> float:
    per_min = ticket.per_min_day
    known = per_min if per_min is not None and per_min >= 0 else _LEAST_PER_MIN
    return by_throughput(ticket.ahead, known, _LEAST_PER_MIN, _MOST_PER_MIN)


def _features(ticket: _Ticket, queues: _Queues) -> list[float]:
    """Return what the blend weighs: logarithms of the simple estimates, their usual error here, the time of day."""
    day_average = _by_day_average(ticket)
    hour = ticket.per_min_hour or 0.0
    hour_average = by_throughput(ticket.ahead, hour, _LEAST_PER_MIN, _MOST_PER_MIN) if hour > 0 else day_average
    last = day_average if ticket.last_wait is None else ticket.last_wait
    pace = queues.pace.get(ticket.queue)
    slow = last if pace is None else (ticket.ahead + 1) * pace
    today = queues.pace_today.get(ticket.queue)
    by_pace = slow if today is None else (ticket.ahead + 1) * today
    of_day, of_last, of_pace = (log1p(max(0.0, value)) for value in (day_average, last, by_pace))
    error, seen = queues.lasting.get(ticket.queue, (0.0, _LASTING_PRIOR))
    clock = (ticket.at - 480) / 600
    published = by_people_ahead(ticket.ahead, ticket.published, round(ticket.counters))
    return [
        1.0, of_day, of_last, of_pace, log1p(slow), log1p(hour_average), log1p(ticket.ahead), log1p(ticket.published),
        log(max(1.0, ticket.counters)), float((ticket.per_min_day or 0) < 0), float(hour <= 0),
        float(not ticket.last_wait), queues.drift_today.get(ticket.queue, 0.0), queues.drift_all, error / seen,
        clock, clock**2,
        of_last**2 / 3, of_day**2 / 3, of_last * of_day / 3, of_pace * of_last / 3, log1p(published),
        float(pace is None),
    ]  # fmt: skip


def _ticket(at: int, row: Row, data: DataSet) -> _Ticket:
    path = data.files["rows"]
    return _Ticket(
        at, row["q"], number(row, "t", path), max(0.0, number(row, "n", path)), max(0.0, number(row, "y", path)),
        max(0.0, optional(row, "czas", path) or 0.0), optional(row, "counters", path) or 1.0,
        optional(row, "thr60", path), optional(row, "thrday", path), optional(row, "les", path),
    )  # fmt: skip
