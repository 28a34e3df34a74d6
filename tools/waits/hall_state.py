"""A hall as it stood at one moment of a replay: who waits, what each counter does, who is booked; nothing of later."""

from __future__ import annotations

from collections import Counter as Count
from collections.abc import Hashable
from dataclasses import dataclass, field
from math import inf

from hall.kernel.ids import ServiceCode
from hall.waits.model.arrivals import Booked, by_booking, by_rate
from hall.waits.model.history import History
from hall.waits.model.simulation.queue_now import Arrival, Joiner, Line, Pause, QueueNow, Server, Waiter
from tools.waits.hall_plan import CounterPlan, HallPlan

HORIZON_S = 3 * 3600.0
"""Seconds ahead for which later arrivals are forecast."""
EXPECTED_S = 600.0
"""The serving time assumed while nothing is known."""
PAUSE_LEFT_S = 60.0
"""A lunch that has lasted longer than any before is assumed to last this much longer."""
LUNCH_EARLY_S = 600.0
"""An absence that begins at most this long before the planned lunch may be the lunch."""
_FIRST_GAP_MOST_S = 600.0


@dataclass(frozen=True, slots=True)
class Ticket:
    """One row of the visits, in seconds after midnight; what came later is for the replay and not for the state."""

    row: int
    service: str
    lane: str
    issued_s: float
    slot_s: float | None
    called_s: float | None
    finished_s: float | None
    came: bool
    counter: int

    def rank_s(self, plan: HallPlan) -> float:
        """Return what ranks it: the smaller, the sooner."""
        from_s = self.issued_s if self.slot_s is None else self.slot_s
        return from_s - plan.head_start_s.get(self.lane, 0.0)


@dataclass(slots=True)
class _Absence:
    since_s: float
    planned: bool


@dataclass
class HallState:
    """The hall on one day; every method is an event in order of time."""

    plan: HallPlan
    history: History
    absent: set[int] = field(default_factory=set)
    booked: Count[tuple[str, float]] = field(default_factory=Count)
    waiting: dict[int, Ticket] = field(default_factory=dict)
    busy: dict[int, Ticket] = field(default_factory=dict)
    away: dict[int, _Absence] = field(default_factory=dict)
    lunched: set[int] = field(default_factory=set)
    freed_s: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lines = {service: at for at, service in enumerate(self.plan.services)}
        self._last_close_s = max((counter.closes_s for counter in self.plan.counters), default=inf)
        self._plans = {counter.number: counter for counter in self.plan.counters}

    def issue(self, ticket: Ticket) -> None:
        """Let a ticket wait."""
        self.waiting[ticket.row] = ticket
        if ticket.slot_s is not None:
            self.booked[ticket.service, ticket.slot_s] -= 1

    def call(self, ticket: Ticket, now_s: float) -> None:
        """Call it; the hall learns the gap and, in the end, whether anybody came."""
        self.waiting.pop(ticket.row, None)
        self.busy[ticket.counter] = ticket
        freed_s = self.freed_s.pop(ticket.counter, None)
        if freed_s is not None and ticket.issued_s < freed_s and now_s - freed_s < _FIRST_GAP_MOST_S:
            self.history.gaps.add(now_s - freed_s)

    def finish(self, ticket: Ticket, now_s: float) -> None:
        """End it; the hall learns the serving time."""
        self.busy.pop(ticket.counter, None)
        self.freed_s[ticket.counter] = now_s
        called_s = ticket.called_s or now_s
        self.history.no_shows.add(called_s - ticket.issued_s, hit=not ticket.came)
        if ticket.came:
            self.history.served(ServiceCode(ticket.service), now_s - called_s)
        else:
            self.history.no_show_lengths.add(now_s - called_s)

    def leave(self, counter: int, now_s: float) -> None:
        """Let a counter go away; about the time of its lunch it is taken for that until it proves too short."""
        lunch_s = self._plans[counter].lunch_s if counter in self._plans else None
        planned = lunch_s is not None and now_s >= lunch_s - LUNCH_EARLY_S and counter not in self.lunched
        if planned:
            self.lunched.add(counter)
        self.away[counter] = _Absence(now_s, planned)
        self.freed_s.pop(counter, None)

    def come_back(self, counter: int, since_s: float, now_s: float) -> None:
        """Let it work again; the hall learns how long it was away."""
        absence = self.away.get(counter)
        if absence is None or absence.since_s != since_s:
            absence = _Absence(since_s, planned=False)  # one absence followed the other: the second is still on
        else:
            del self.away[counter]
        length_s = now_s - since_s
        plan = self._plans.get(counter)
        lunch = plan is not None and plan.lunch_s is not None and length_s >= plan.lunch_length_s / 2
        if absence.planned:
            self.history.perhaps_lunches.add(length_s)
            if not lunch:
                self.lunched.discard(counter)
        if lunch:
            self.lunched.add(counter)
            self.history.lunches.add(length_s)
        else:
            self.history.paused(length_s)

    def queue_now(self, ticket: Ticket, now_s: float) -> QueueNow:
        """Return the queue as the ticket finds it, with the ticket as the joiner."""
        rank_s = ticket.rank_s(self.plan) - now_s
        expected = {ServiceCode(code): EXPECTED_S for code in self.plan.services}
        return QueueNow(
            tuple(Line(ServiceCode(code)) for code in self.plan.services),
            tuple(
                Waiter(self._lines[one.service], one.rank_s(self.plan) - now_s, one.issued_s - now_s)
                for one in self.waiting.values()
            ),
            tuple(self._servers(now_s)),
            self.history.habits(self.history.serving_tables(expected, {})),
            (Joiner(self._lines[ticket.service], rank_s),),
            tuple(self._arrivals(now_s, rank_s)),
        )

    def open_now(self) -> list[CounterPlan]:
        """Return the counters at which somebody is, and not away."""
        return [c for c in self.plan.counters if c.number not in self.absent and c.number not in self.away]

    def ahead_of(self, ticket: Ticket) -> int:
        """Return how many of the same service go before the ticket."""
        rank_s = ticket.rank_s(self.plan)
        return sum(
            other.service == ticket.service and other.rank_s(self.plan) < rank_s for other in self.waiting.values()
        )

    def _servers(self, now_s: float) -> list[Server]:
        found = []
        for counter in self.plan.counters:
            closes_s = counter.closes_s - now_s if counter.closes_s < self._last_close_s else inf
            if counter.number not in self.absent and closes_s > 0:
                found.append(self._server(counter, closes_s, now_s))
        return found

    def _server(self, counter: CounterPlan, closes_s: float, now_s: float) -> Server:
        takes = tuple((0, self._lines[code]) for code in counter.services)
        lunches: tuple[Pause, ...] = ()
        if counter.lunch_s is not None and counter.number not in self.lunched:
            lengths = self.history.lunches.ordered or (counter.lunch_length_s,)
            lunches = (Pause(counter.lunch_s - now_s, lengths),)
        absence, ticket = self.away.get(counter.number), self.busy.get(counter.number)
        if absence is not None and absence.planned:
            left = self._lunch_left(now_s - absence.since_s, counter.lunch_length_s)
            return Server(takes, ready_s=left, closes_s=closes_s)
        if absence is not None:
            return Server(takes, on_break_s=now_s - absence.since_s, closes_s=closes_s, pauses=lunches)
        if ticket is not None:
            served_s = now_s - (ticket.called_s or now_s)
            return Server(takes, ServiceCode(ticket.service), served_s, closes_s=closes_s, pauses=lunches)
        return Server(takes, away_s=max(0.0, counter.opens_s - now_s), closes_s=closes_s, pauses=lunches)

    def _lunch_left(self, lasted_s: float, planned_s: float) -> tuple[float, ...]:
        lengths = self.history.perhaps_lunches.ordered or (planned_s,)
        return tuple(length - lasted_s for length in lengths if length > lasted_s) or (PAUSE_LEFT_S,)

    def _arrivals(self, now_s: float, before_s: float) -> list[Arrival]:
        heads = self.plan.head_start_s
        lines: dict[Hashable, tuple[int, float]] = {
            (code, lane): (at, head_start_s)
            for code, at in self._lines.items()
            for lane, head_start_s in heads.items()
            if lane != "appointment"
        }
        slots = [
            Booked(slot_s - now_s, self._lines[code], heads.get("appointment", 0.0))
            for (code, slot_s), left in self.booked.items()
            for _ in range(left)
            if code in self._lines
        ]
        found = by_rate(self.history, lines, now_s, HORIZON_S, before_s)
        found += by_booking(slots, self.history.show_up, HORIZON_S, before_s)
        return sorted(found, key=lambda arrival: arrival.at_s)
