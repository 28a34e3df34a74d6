"""A call centre as it stood at one moment of a replay: who queues, what each server does and has been seen to do."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter as Count
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field

from hall.kernel.ids import ServiceCode
from hall.waits.model.arrivals import by_rate
from hall.waits.model.history import History, Lengths
from hall.waits.model.simulation.queue_now import Habits, Joiner, Line, QueueNow, Server, Waiter

ACTIVE_S = 1800.0
"""A server without a call for longer is not counted as there."""
CREDIT_S = 180.0
"""How far ahead of the others a caller of high priority is taken to be."""
HIGH = "2"
_IDLE_STEPS_S = (10.0, 60.0, 300.0, 900.0)
"""How long a server has been idle says how soon it will take a call, although somebody queues."""
_IDLE_REMEMBERED, _GAPS_REMEMBERED, _SKILLS_REMEMBERED = 400, 3000, 600
_NEVER_S = 20_000.0
_SKILL_SHARE = 0.2
"""A server takes a type of which it had at least this part of the share that all had."""
_FEW_S = 200.0
_PACE_PRIOR, _PACE_FORGET, _PACE_MOST = 20.0, 0.995, 4.0
_HANG_FORGET = 0.9999
_READY_FIRST_S = (30.0,)


@dataclass(frozen=True, slots=True)
class Call:
    """One row, in seconds of the day."""

    row: int
    kind: str
    priority: str
    arrived_s: float
    waited_s: float
    queued: bool
    answered: bool
    begun_s: float
    ended_s: float
    server: str

    @property
    def left_s(self) -> float:
        """When it left the queue."""
        return self.arrived_s + max(self.waited_s, 0.5)

    @property
    def credit_s(self) -> float:
        """Its head start."""
        return CREDIT_S if self.priority == HIGH else 0.0


@dataclass
class Centre:
    """Learns over all days; `new_day` empties the queue."""

    kinds: tuple[str, ...]
    history: History = field(default_factory=History)
    gaps: Lengths = field(default_factory=lambda: Lengths(_GAPS_REMEMBERED))
    waiting: dict[int, Call] = field(default_factory=dict)
    busy: dict[str, tuple[str, float]] = field(default_factory=dict)
    last_s: dict[str, float] = field(default_factory=dict)
    hangs: float = 0.0
    waited_s: float = 1.0
    _skills: dict[str, deque[str]] = field(default_factory=dict)
    _overall: Count[str] = field(default_factory=Count)
    _able: dict[str, frozenset[str]] = field(default_factory=dict)
    _idle: list[deque[float]] = field(
        default_factory=lambda: [deque(maxlen=_IDLE_REMEMBERED) for _ in range(len(_IDLE_STEPS_S) + 1)]
    )
    _watched: dict[str, list[tuple[float, int]]] = field(default_factory=dict)
    _pace: dict[str, tuple[float, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lines = {kind: at for at, kind in enumerate(self.kinds)}

    def new_day(self, yesterday: list[Call]) -> None:
        """Learn from the day that ended, and empty the queue."""
        latest_s = max(self.last_s.values(), default=0.0)
        for last_s in self.last_s.values():
            if last_s < latest_s - ACTIVE_S:
                self.gaps.add(_NEVER_S)
        for seen in self._watched.values():
            self._idle[seen[-1][1]].append(_NEVER_S)
        if yesterday:
            self.history.days += 1
        for call in yesterday:
            if call.priority == HIGH:
                self.history.arrived(call.kind, call.arrived_s)
        for of_day in (self.waiting, self.busy, self.last_s, self._able, self._watched):
            of_day.clear()

    def arrive(self, call: Call, now_s: float) -> None:
        """Let a call queue; servers that are idle although a call waits are watched until they take one."""
        for server, last_s in self.last_s.items():
            if server not in self.busy and now_s - last_s < ACTIVE_S:
                self._watched.setdefault(server, []).append((now_s, bisect_right(_IDLE_STEPS_S, now_s - last_s)))
        self.waiting[call.row] = call

    def leave_queue(self, call: Call) -> None:
        """Let a call leave, answered or not."""
        self.waiting.pop(call.row, None)
        self.hangs = self.hangs * _HANG_FORGET + (not call.answered)
        self.waited_s = self.waited_s * _HANG_FORGET + call.waited_s

    def begin(self, call: Call, now_s: float) -> None:
        """Let a server take a call; the gap before it is learnt."""
        server = call.server
        if server in self.last_s and server not in self.busy and (self.waiting or call.queued):
            able = self.able(server)
            oldest_s = min(
                (other.arrived_s for other in self.waiting.values() if other.kind in able), default=call.arrived_s
            )
            self.gaps.add(max(0.0, now_s - max(self.last_s[server], min(oldest_s, call.arrived_s))))
        for seen_s, step in self._watched.pop(server, ()):
            if call.queued:
                self._idle[step].append(max(0.0, now_s - seen_s))
        self.busy[server] = call.kind, now_s
        self.last_s[server] = now_s
        self._skills.setdefault(server, deque(maxlen=_SKILLS_REMEMBERED)).append(call.kind)
        self._overall[call.kind] += 1

    def end(self, call: Call, now_s: float) -> None:
        """Let a server end a call; its length is learnt."""
        if call.server in self.busy and self.busy[call.server][1] <= now_s:
            del self.busy[call.server]
        self.last_s[call.server] = now_s
        length_s = call.ended_s - call.begun_s
        self.history.served(ServiceCode(call.kind), length_s)
        usual_s = self.history.serving[ServiceCode(call.kind)].mean(_FEW_S)
        taken, seen = self._pace.get(call.server, (_PACE_PRIOR, _PACE_PRIOR))
        taken = taken * _PACE_FORGET + min(length_s / max(usual_s, 1.0), _PACE_MOST)
        self._pace[call.server] = taken, seen * _PACE_FORGET + 1

    def able(self, server: str) -> frozenset[str]:
        """Return the types that a server takes, by what it took; once a day."""
        found = self._able.get(server)
        if found is None:
            took, overall = Count(self._skills.get(server, ())), sum(self._overall.values())
            found = self._able[server] = frozenset(
                kind
                for kind, times in took.items()
                if times >= 2 and times / took.total() >= _SKILL_SHARE * self._overall[kind] / overall
            )
        return found

    def active(self, now_s: float) -> list[str]:
        """Return the servers that are there: at work, or with a call in the last half hour."""
        return [server for server, last_s in self.last_s.items() if now_s - last_s < ACTIVE_S or server in self.busy]

    @property
    def hang_per_s(self) -> float:
        """How often a second of queueing ends in a hang-up."""
        return self.hangs / self.waited_s

    def queue_now(self, call: Call, now_s: float) -> QueueNow:
        """Return the queue as the call finds it, with the call as the joiner."""
        expected = {ServiceCode(kind): _FEW_S for kind in self.kinds}
        servers = tuple(self._server(server, now_s) for server in self.active(now_s))
        lines: dict[Hashable, tuple[int, float]] = {kind: (at, CREDIT_S) for kind, at in self._lines.items()}
        arrivals = by_rate(self.history, lines, now_s, CREDIT_S, -call.credit_s)
        return QueueNow(
            tuple(Line(ServiceCode(kind)) for kind in self.kinds),
            tuple(
                Waiter(self._lines[one.kind], one.arrived_s - one.credit_s - now_s, one.arrived_s - now_s)
                for one in self.waiting.values()
            ),
            servers,
            Habits(
                self.history.serving_tables(expected, {}), self.gaps.ordered or (10.0,), leave_per_s=self.hang_per_s
            ),
            (Joiner(self._lines[call.kind], -call.credit_s),),
            tuple(sorted(arrivals, key=lambda arrival: arrival.at_s)),
        )

    def _server(self, server: str, now_s: float) -> Server:
        takes = tuple((0, self._lines[kind]) for kind in sorted(self.able(server)))
        taken, seen = self._pace.get(server, (1.0, 1.0))
        if server in self.busy:
            kind, since_s = self.busy[server]
            return Server(takes, ServiceCode(kind), now_s - since_s, pace=taken / seen)
        ready = self._idle[bisect_right(_IDLE_STEPS_S, now_s - self.last_s[server])]
        return Server(takes, ready_s=ready or _READY_FIRST_S, pace=taken / seen)
