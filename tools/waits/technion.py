"""Replay a call centre's calls: the queue is walked forward, and blended with the simple estimators.

Here the breaks of servers are not recorded and the queue is hidden from those in it, so that the walk alone knows less
than in a hall; what it says is one feature of the blend, by far the strongest.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import log1p

from hall.waits.model.calibration import SimulatedWait, simulated_wait
from hall.waits.model.simulation.simulate import simulate
from hall.waits.model.waiting_time import paths_for
from tools.waits.blend import Blend
from tools.waits.contest import OURS, Contest, Offer
from tools.waits.files import DataSet, Row, by_day, number, optional, rows_of, scored_days
from tools.waits.formulas import MovingAverage, by_people_ahead
from tools.waits.technion_state import Call, Centre

WARM_DAYS = 40
UNIT_S = 60.0
_COLUMNS = ("date", "type", "prio", "arr", "wait", "queued", "outcome", "s0", "s1", "server")
_LONGEST_S = 7200.0
"""A longer service is a wrong clock."""
_FEW_ANSWERS = 1 / 8
"""Of the paths; with fewer a walk says nothing."""
_DRIFT_FAST, _DRIFT_SLOW = 0.08, 0.01
_TRUE = {"True", "true", "1"}


@dataclass
class _Lately:
    """What the formulas know, and how far off the walk was today."""

    serving: MovingAverage = field(default_factory=lambda: MovingAverage(first=200.0))
    waits: MovingAverage = field(default_factory=lambda: MovingAverage(10))
    last_s: float = 0.0
    last_of_kind: dict[str, float] = field(default_factory=dict)
    fast: float = 0.0
    slow: float = 0.0

    def answered(self, call: Call) -> None:
        """Learn the wait of a call that was just answered."""
        self.last_s = self.last_of_kind[call.kind] = call.waited_s
        self.waits.add(call.waited_s)

    def drifted(self, error: float) -> None:
        """Learn the error of the simulation."""
        self.fast += _DRIFT_FAST * (error - self.fast)
        self.slow += _DRIFT_SLOW * (error - self.slow)

    def new_day(self) -> None:
        """Forget yesterday's drift."""
        self.fast = self.slow = self.last_s = 0.0
        self.last_of_kind.clear()


@dataclass(frozen=True)
class _Said:
    offer: Offer
    features: list[float]
    estimate: SimulatedWait
    walked: float
    """The logarithm of what the walk alone said."""


@dataclass
class _Replay:
    data: DataSet
    centre: Centre
    blend: Blend
    contest: Contest
    chance: random.Random
    lately: _Lately = field(default_factory=_Lately)
    said: dict[int, _Said] = field(default_factory=dict)

    def day(self, calls: list[Call], *, estimates: bool, scored: bool) -> None:
        """Walk through one day's events: ends first, then who leaves the queue, then who comes."""
        self.said.clear()
        self.lately.new_day()
        for now_s, step, call in sorted(_events(calls), key=lambda event: (event[0], event[1], event[2].row)):
            if step == 1:
                self.centre.end(call, now_s)
                self.lately.serving.add(call.ended_s - call.begun_s)
            elif step == 2:
                self._left(call)
            elif step == 3:
                if estimates and call.answered:
                    self._estimate(call, now_s, scored=scored)
                self.centre.arrive(call, now_s)
            else:
                self.centre.begin(call, now_s)

    def _left(self, call: Call) -> None:
        self.centre.leave_queue(call)
        if not call.answered:
            return
        self.lately.answered(call)
        said = self.said.pop(call.row, None)
        if said is not None:
            self.blend.learn(said.features, said.estimate, call.waited_s)
            self.lately.drifted(log1p(call.waited_s / UNIT_S) - said.walked)
            self.contest.settle(said.offer, call.waited_s)

    def _estimate(self, call: Call, now_s: float, *, scored: bool) -> None:
        groups = (("service", call.kind), ("lane", call.priority), ("hour", int(now_s // 3600)))
        begun = time.thread_time()
        queue = self.centre.queue_now(call, now_s)
        ahead = sum(waiter.rank_s < queue.joiners[0].rank_s for waiter in queue.waiting)
        paths = paths_for(queue)
        times = simulate(queue, self.chance.random, paths, all_the_way=False).joiners[0]
        walked = simulated_wait(times) if len(times) >= _FEW_ANSWERS * paths else SimulatedWait(UNIT_S)
        features = self._features(call, walked, ahead, now_s)
        estimate = self.blend.estimate(features, ahead, groups)
        ours = self.blend.correct(estimate)
        self.contest.timed(OURS, time.thread_time() - begun)
        formulas = {name: SimulatedWait(likely_s, ahead=ahead) for name, likely_s in self._peers(call, now_s).items()}
        offer = Offer(call.row, scored, ours, formulas, groups)
        self.said[call.row] = _Said(offer, features, estimate, log1p(walked.likely_s / UNIT_S))

    def _peers(self, call: Call, now_s: float) -> dict[str, float]:
        active = self.centre.active(now_s)
        waiting, serving_s = self.centre.waiting.values(), self.lately.serving.mean
        able = sum(call.kind in self.centre.able(server) for server in active)
        return {
            "peer_own_queue": by_people_ahead(sum(c.kind == call.kind for c in waiting) + 1, serving_s, able),
            "peer_whole_hall": by_people_ahead(len(waiting) + 1, serving_s, len(active)),
            "les": self.lately.last_s,
        }

    def _features(self, call: Call, walked: SimulatedWait, ahead: int, now_s: float) -> list[float]:
        lately, waiting, peers = self.lately, self.centre.waiting.values(), self._peers(call, now_s)
        active = len(self.centre.active(now_s))
        idle = max(0, active - len(self.centre.busy))
        head_s = now_s - min((other.arrived_s for other in waiting), default=now_s)
        of_walk, of_own, of_hall, of_last, of_kind, of_head, of_ten = (
            log1p(max(0.0, seconds) / UNIT_S)
            for seconds in (
                walked.likely_s, peers["peer_own_queue"], peers["peer_whole_hall"], lately.last_s,
                lately.last_of_kind.get(call.kind, lately.last_s), head_s, lately.waits.mean,
            )
        )  # fmt: skip
        high = float(call.priority == "2")
        hours = [float(7 + 2 * at <= now_s // 3600 < 9 + 2 * at) for at in range(8)]
        kinds = [(float(call.kind == kind), of_walk * (call.kind == kind)) for kind in self.centre.kinds]
        return [
            1.0, of_walk, walked.spread, of_hall, of_own, of_last, of_kind, of_head, of_ten,
            len(waiting) / 10, ahead / 10, high, float(call.priority == "1"), of_walk**2, idle / 10,
            lately.fast, lately.slow, lately.fast * of_walk, of_last * of_walk,
            of_hall * of_walk, idle / max(1, active), 1 / max(1, active), of_walk * high,
            ahead * of_walk / 10, *hours, *(value for pair in kinds for value in pair),
        ]  # fmt: skip


def replay_technion(data: DataSet, chance: random.Random, tell: Callable[[str], None]) -> Contest:
    """Replay every day in order and return what was said and came of it."""
    path = data.files["rows"]
    rows = rows_of(path, _COLUMNS)
    days = by_day(rows, "date")
    scored, in_order = set(scored_days(days)), sorted(days)
    warm_from = max(0, len(in_order) - len(scored) - WARM_DAYS)
    centre = Centre(tuple(sorted({row["type"] for row in rows})))
    start = [0.2, 0.8, *[0.0] * (30 + 2 * len(centre.kinds))]
    replay = _Replay(data, centre, Blend(start, UNIT_S), Contest(data.name, unit_s=1.0), chance)
    calls: list[Call] = []
    for at, day in enumerate(in_order):
        if at % 10 == 0:
            tell(f"{data.name}: {day}, day {at + 1} of {len(in_order)}")
        centre.new_day(calls)
        calls = [_call(place, row, data) for place, row in days[day]]
        replay.day(calls, estimates=at >= warm_from, scored=day in scored)
    return replay.contest


def _events(calls: list[Call]) -> list[tuple[float, int, Call]]:
    events = []
    for call in calls:
        if call.queued:
            events.append((call.arrived_s, 3, call))
            events.append((call.left_s, 2, call))
        if call.answered and call.begun_s > 0 and 0 <= call.ended_s - call.begun_s < _LONGEST_S:
            taken_s = call.arrived_s + call.waited_s
            events.append((max(call.begun_s, taken_s), 5, call))
            events.append((max(call.ended_s, taken_s), 1, call))
    return events


def _call(at: int, row: Row, data: DataSet) -> Call:
    path = data.files["rows"]
    return Call(
        at, row["type"], row["prio"], number(row, "arr", path), max(0.0, number(row, "wait", path)),
        row["queued"] in _TRUE, row["outcome"] == "AGENT", optional(row, "s0", path) or 0.0,
        optional(row, "s1", path) or 0.0, row["server"],
    )  # fmt: skip
