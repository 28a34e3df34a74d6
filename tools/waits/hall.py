"""Replay a hall's days ticket by ticket: each is estimated from the hall as it stood when it was issued."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from hall.waits.model.calibration import RollingCorrection, SimulatedWait, simulated_wait
from hall.waits.model.history import History
from hall.waits.model.simulation.simulate import simulate
from hall.waits.model.waiting_time import paths_for
from tools.waits.contest import OURS, Contest, Offer
from tools.waits.files import DataSet, Row, number, odd, optional, rows_of, scored_days
from tools.waits.formulas import MovingAverage, by_people_ahead
from tools.waits.hall_plan import read_plan
from tools.waits.hall_state import HallState, Ticket

WARM_DAYS = 25
"""The number of days before the scored ones that are estimated too, so that there are known errors."""
LEAST_WAIT_S = 60.0
"""Who is called within a minute was not told to wait: neither scored nor learnt from."""
_VISITS = ("day", "issued_min", "service", "lane", "appointment_min", "called_min", "finished_min", "came", "counter")
_AWAY = ("day", "counter", "away_from_min", "away_to_min")
_BOOKINGS = ("day", "service", "appointment_min")
Tell = Callable[[str], None]


@dataclass(frozen=True)
class _Day:
    tickets: list[Ticket] = field(default_factory=list)
    away: list[tuple[int, float, float]] = field(default_factory=list)
    booked: list[tuple[str, float]] = field(default_factory=list)


@dataclass
class _Peers:
    """What the usual formulas know."""

    serving: dict[str, MovingAverage] = field(default_factory=dict)
    all_serving: MovingAverage = field(default_factory=lambda: MovingAverage(first=600.0))
    last_wait_s: dict[str, float] = field(default_factory=dict)

    def served(self, ticket: Ticket) -> None:
        """Learn a serving time."""
        if ticket.came and ticket.called_s is not None and ticket.finished_s is not None:
            length_s = ticket.finished_s - ticket.called_s
            self.serving.setdefault(ticket.service, MovingAverage(first=600.0)).add(length_s)
            self.all_serving.add(length_s)

    def say(self, ticket: Ticket, state: HallState) -> dict[str, SimulatedWait]:
        """Return what each formula says of the ticket that has just been issued."""
        open_now = state.open_now()
        own = sum(other.service == ticket.service for other in state.waiting.values())
        serving = self.serving.get(ticket.service, self.all_serving)
        points = {
            "peer_own_queue": by_people_ahead(own, serving.mean, sum(ticket.service in c.services for c in open_now)),
            "peer_whole_hall": by_people_ahead(len(state.waiting), self.all_serving.mean, len(open_now)),
            "les": self.last_wait_s.get(ticket.service, 0.0),
        }
        return {name: SimulatedWait(likely_s, ahead=own) for name, likely_s in points.items()}


def replay_hall(data: DataSet, chance: random.Random, tell: Tell) -> Contest:
    """Replay every day in order and return what was said and came of it."""
    days = _days(data)
    plan = read_plan(data.files["setup"]).with_services(
        ticket.service for of_day in days.values() for ticket in of_day.tickets
    )
    scored = set(scored_days(days))
    in_order = sorted(days)
    warm_from = max(0, len(in_order) - len(scored) - WARM_DAYS)
    history, correction, peers, contest = History(), RollingCorrection(), _Peers(), Contest(data.name)
    for at, day in enumerate(in_order):
        if at % 10 == 0:
            tell(f"{data.name}: day {at + 1} of {len(in_order)}")
        of_day = days[day]
        state = HallState(plan, history, {counter for counter, from_s, _ in of_day.away if from_s < 0})
        state.booked.update(of_day.booked)
        run = _Run(state, correction, peers, contest, chance, estimates=at >= warm_from, scored=day in scored)
        run.day(of_day)
        _learn_day(history, of_day)
    return contest


@dataclass
class _Run:
    state: HallState
    correction: RollingCorrection
    peers: _Peers
    contest: Contest
    chance: random.Random
    estimates: bool
    scored: bool
    open_offers: dict[int, tuple[Offer, SimulatedWait]] = field(default_factory=dict)

    def day(self, of_day: _Day) -> None:
        """Walk through one day's events."""
        for now_s, _, event in sorted(_events(of_day, self), key=lambda event: event[:2]):
            event(now_s)

    def issue(self, ticket: Ticket, now_s: float) -> None:
        """Estimate the wait of a new ticket that has to wait, and let it stand in the queue."""
        waits = ticket.called_s is not None and ticket.called_s - now_s > LEAST_WAIT_S
        if self.estimates and waits:
            self._estimate(ticket, now_s)
        self.state.issue(ticket)

    def call(self, ticket: Ticket, now_s: float) -> None:
        """Call a ticket: what was said of it is settled and learnt from."""
        self.state.call(ticket, now_s)
        self.peers.last_wait_s[ticket.service] = now_s - ticket.issued_s
        offer, estimate = self.open_offers.pop(ticket.row, (None, None))
        if offer is not None and estimate is not None:
            self.correction.learn(estimate, now_s - ticket.issued_s)
            self.contest.settle(offer, now_s - ticket.issued_s)

    def finish(self, ticket: Ticket, now_s: float) -> None:
        """End the serving of a ticket; the formulas learn how long it took."""
        self.state.finish(ticket, now_s)
        self.peers.served(ticket)

    def _estimate(self, ticket: Ticket, now_s: float) -> None:
        groups = (("service", ticket.service), ("lane", ticket.lane), ("hour", int(now_s // 3600)))
        begun = time.thread_time()
        queue = self.state.queue_now(ticket, now_s)
        times = simulate(queue, self.chance.random, paths_for(queue), all_the_way=False).joiners[0]
        last = self.peers.last_wait_s.get(ticket.service, 0.0)
        estimate = simulated_wait(times or [last], self.state.ahead_of(ticket), groups)
        ours = self.correction.correct(estimate)
        self.contest.timed(OURS, time.thread_time() - begun)
        begun = time.thread_time()
        formulas = self.peers.say(ticket, self.state)
        for name in formulas:
            self.contest.timed(name, (time.thread_time() - begun) / len(formulas))
        self.open_offers[ticket.row] = Offer(ticket.row, self.scored, ours, formulas, groups), estimate


def _events(of_day: _Day, run: _Run) -> Iterator[tuple[float, int, Callable[[float], None]]]:
    """Return (instant, order within the instant, what happens): ends come before calls, and calls before tickets."""
    for ticket in of_day.tickets:
        yield ticket.issued_s, 4, lambda now_s, ticket=ticket: run.issue(ticket, now_s)  # type: ignore[misc]  # mypy cannot type a lambda's default
        if ticket.called_s is not None:
            yield ticket.called_s, 5, lambda now_s, ticket=ticket: run.call(ticket, now_s)  # type: ignore[misc]  # see above
            if ticket.finished_s is not None:
                yield ticket.finished_s, 1, lambda now_s, ticket=ticket: run.finish(ticket, now_s)  # type: ignore[misc]  # see above
    for counter, from_s, to_s in of_day.away:
        if from_s >= 0:
            yield from_s, 3, lambda now_s, counter=counter: run.state.leave(counter, now_s)  # type: ignore[misc]  # see above
            yield to_s, 2, lambda now_s, counter=counter, since=from_s: run.state.come_back(counter, since, now_s)  # type: ignore[misc]  # see above


def _learn_day(history: History, of_day: _Day) -> None:
    history.days += 1
    for ticket in of_day.tickets:
        history.arrived((ticket.service, ticket.lane), ticket.issued_s)
    history.booked += len(of_day.booked)
    history.booked_came += sum(ticket.slot_s is not None for ticket in of_day.tickets)


def _days(data: DataSet) -> dict[int, _Day]:
    days: dict[int, _Day] = {}
    visits, away, bookings = data.files["visits"], data.files["away"], data.files["bookings"]
    for at, row in enumerate(rows_of(visits, _VISITS)):
        day = days.setdefault(int(number(row, "day", visits)), _Day())
        day.tickets.append(_ticket(at, row, data))
    for row in rows_of(away, _AWAY):
        of_day = days.setdefault(int(number(row, "day", away)), _Day())
        from_s, to_s = 60 * number(row, "away_from_min", away), 60 * number(row, "away_to_min", away)
        of_day.away.append((int(number(row, "counter", away)), from_s, to_s))
    for row in rows_of(bookings, _BOOKINGS):
        of_day = days.setdefault(int(number(row, "day", bookings)), _Day())
        of_day.booked.append((row["service"], 60 * number(row, "appointment_min", bookings)))
    return days


def _ticket(at: int, row: Row, data: DataSet) -> Ticket:
    path = data.files["visits"]

    def seconds(column: str) -> float | None:
        minutes = optional(row, column, path)
        return None if minutes is None else 60 * minutes

    issued_s, called_s, finished_s = (
        60 * number(row, "issued_min", path),
        seconds("called_min"),
        seconds("finished_min"),
    )
    if called_s is not None and called_s < issued_s:
        raise odd(row, path, "called_min lies before issued_min")
    if finished_s is not None and (called_s is None or finished_s < called_s):
        raise odd(row, path, "finished_min lies before called_min")
    return Ticket(
        at, row["service"], row["lane"], issued_s, seconds("appointment_min"), called_s, finished_s,
        bool(optional(row, "came", path)), int(optional(row, "counter", path) or 0),
    )  # fmt: skip
