"""Walk the real queue forward through the real counters: one path is one way in which the next hours may go.

A counter that is free takes the best head of the lines it may serve; serving times, breaks and who does not come are
drawn. Written for speed: a hundred paths of thirty people are walked in some milliseconds, so what happens once for
each call is spelled out in one place and not spread over small functions.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush, heapreplace
from math import inf
from typing import NamedTuple

from hall.domain.queue_now import NO_SHOW_STEP_S, QueueNow, Server

Draw = Callable[[], float]
"""A random number from 0 up to 1."""
PRECEDENCE = 1e9
"""A precedence weighs more than any wait."""
HORIZON_S = 86_400.0


class Found(NamedTuple):
    """Seconds until the call, by path; only paths in which it comes."""

    waiting: list[list[float]]
    joiners: list[list[float]]
    arrivals: list[list[float]]


@dataclass(frozen=True, slots=True)
class _Course:
    """What all paths share: prepared once."""

    queue: QueueNow
    ranks: list[list[float]]
    people: list[list[int]]
    tables: list[Sequence[float]]
    """Serving times by line."""
    since: list[float]
    """By number of the waiter, then of the arrival."""
    bases: list[list[tuple[float, int]]]
    """By server: what its precedence adds to the ranks of each line it takes."""
    askers: list[list[tuple[float, int]]]
    """By server: (key, joiner), ascending."""
    servers_of: list[list[int]]
    """By line."""
    simple: bool


def walk(queue: QueueNow, draw: Draw, paths: int, *, all_the_way: bool = True) -> Found:
    """Return when everybody is called in so many paths; without `all_the_way`, a path ends when all joiners know."""
    course = _prepared(queue)
    found = Found([[] for _ in queue.waiting], [[] for _ in queue.joiners], [[] for _ in queue.arrivals])
    for _ in range(paths):
        _path(course, draw, found, all_the_way=all_the_way)
    return found


def _prepared(queue: QueueNow) -> _Course:
    order = sorted(range(len(queue.waiting)), key=lambda at: queue.waiting[at].rank_s)
    ranks: list[list[float]] = [[] for _ in queue.lines]
    people: list[list[int]] = [[] for _ in queue.lines]
    for who in order:
        waiter = queue.waiting[who]
        ranks[waiter.line].append(waiter.rank_s)
        people[waiter.line].append(who)
    servers_of: list[list[int]] = [[] for _ in queue.lines]
    bases, askers = [], []
    for at, server in enumerate(queue.servers):
        base = {line: precedence * PRECEDENCE for precedence, line in server.takes}
        bases.append([(base[line], line) for line in base])
        askers.append(sorted((base[j.line] + j.rank_s, n) for n, j in enumerate(queue.joiners) if j.line in base))
        for line in base:
            servers_of[line].append(at)
    return _Course(
        queue, ranks, people, [queue.habits.serving_s[line.service] for line in queue.lines],
        [*(waiter.since_s for waiter in queue.waiting), *(arrival.at_s for arrival in queue.arrivals)],
        bases, askers, servers_of, not queue.seats and all(server.yields_s == inf for server in queue.servers),
    )  # fmt: skip


def _free_in(server: Server, queue: QueueNow, draw: Draw) -> float:
    """Return when the counter is free for the first time: a draw longer than what lasts already, less that."""
    habits = queue.habits
    if server.on_break_s is not None:
        return server.away_s + _rest(habits.breaks_s, server.on_break_s, draw)
    if server.busy_with is None:
        ready = server.ready_s
        return server.away_s + (ready[int(draw() * len(ready))] if ready else 0.0)
    gaps = habits.gaps_s
    rest = (
        server.pace * _rest(habits.serving_s[server.busy_with], server.elapsed_s / server.pace, draw)
        + gaps[int(draw() * len(gaps))]
    )
    if draw() < habits.breaks_per_s * (rest + server.elapsed_s):
        rest += habits.breaks_s[int(draw() * len(habits.breaks_s))]
    return server.away_s + rest


def _rest(table: Sequence[float], elapsed_s: float, draw: Draw) -> float:
    first = bisect_right(table, elapsed_s)
    left = len(table) - first
    if left == 0:  # longer than anything seen: as good a guess as any is a part of the usual time again
        return table[len(table) // 2] * draw()
    return table[first + int(draw() * left)] - elapsed_s


def _path(course: _Course, draw: Draw, found: Found, *, all_the_way: bool) -> None:  # noqa: C901, PLR0912, PLR0915  # speed: a call each event would double the time
    """Walk one path and append what it found."""
    queue = course.queue
    habits = queue.habits
    ranks, people = list(map(list, course.ranks)), list(map(list, course.people))
    heads = [0] * len(ranks)
    bases, askers, since, tables = course.bases, course.askers, course.since, course.tables
    calls = [*found.waiting, *found.arrivals]
    many = len(found.waiting)
    free = [(_free_in(server, queue, draw), at) for at, server in enumerate(queue.servers)]
    heapify(free)
    coming = [
        (arrival.at_s, many + at)
        for at, arrival in enumerate(queue.arrivals)
        if arrival.chance >= 1 or draw() < arrival.chance
    ]
    coming.reverse()
    next_s = coming[-1][0] if coming else inf
    idle: set[int] = set()
    asking = [0] * len(askers)
    answered = bytearray(len(queue.joiners))
    unanswered = len(answered)
    left = many if all_the_way else 0
    paused = [0] * len(askers)
    turns = [server.turn for server in queue.servers] if queue.seats else None
    gaps, many_gaps = habits.gaps_s, len(habits.gaps_s)
    shares, last_share, no_show_s = habits.no_show, len(habits.no_show) - 1, habits.no_show_s
    leaving = habits.leave_per_s
    rate, breaks = habits.breaks_per_s, habits.breaks_s
    while free or coming:
        if left <= 0 and not unanswered:
            return
        now_s = free[0][0] if free else inf
        if next_s <= now_s:
            if next_s > HORIZON_S:
                return
            _, who = coming.pop()
            arrival = queue.arrivals[who - many]
            line = arrival.line
            place = bisect_left(ranks[line], arrival.rank_s, heads[line])
            ranks[line].insert(place, arrival.rank_s)
            people[line].insert(place, who)
            for at in course.servers_of[line]:
                if at in idle:
                    idle.remove(at)
                    heappush(free, (next_s, at))
            next_s = coming[-1][0] if coming else inf
            continue
        at = free[0][1]
        server = queue.servers[at]
        if server.closes_s <= now_s:
            heappop(free)
            continue
        if paused[at] < len(server.pauses):
            pause = server.pauses[paused[at]]
            if pause.from_s <= now_s:
                paused[at] += 1
                heapreplace(free, (now_s + pause.lengths_s[int(draw() * len(pause.lengths_s))], at))
                continue
        best, line = inf, -1
        if course.simple:
            for base, took in bases[at]:
                head = heads[took]
                if head < len(ranks[took]) and ranks[took][head] + base < best:
                    best, line = ranks[took][head] + base, took
            asked, place = askers[at], asking[at]
            while place < len(asked) and asked[place][0] < best:
                joiner = asked[place][1]
                place += 1
                if not answered[joiner]:
                    answered[joiner] = 1
                    unanswered -= 1
                    found.joiners[joiner].append(now_s)
            asking[at] = place
        else:
            best, line = _picked(course, at, heads, ranks, people, now_s, turns)
            for joiner in _asked(course, at, best, now_s, turns):
                if not answered[joiner]:
                    answered[joiner] = 1
                    unanswered -= 1
                    found.joiners[joiner].append(now_s)
        if line < 0:
            heappop(free)
            idle.add(at)
            continue
        head = heads[line]
        who = people[line][head]
        heads[line] = head + 1
        calls[who].append(now_s)
        if who < many:
            left -= 1
        if leaving and draw() < leaving * (now_s - max(0.0, since[who])):
            continue
        if turns is not None:
            for other, other_server in enumerate(queue.servers):
                turns[other] += any(took == line for _, took in other_server.takes)
        share = shares[min(int((now_s - since[who]) / NO_SHOW_STEP_S), last_share)]
        chance = draw()
        if chance < share:
            busy_s = no_show_s
        else:
            table = tables[line]
            busy_s = server.pace * table[int((chance - share) / (1 - share) * len(table))]
        busy_s += gaps[int(draw() * many_gaps)]
        if rate and draw() < rate * busy_s:
            busy_s += breaks[int(draw() * len(breaks))]
        heapreplace(free, (now_s + busy_s, at))


def _picked(
    course: _Course, at: int, heads: list[int], ranks: list[list[float]], people: list[list[int]], now_s: float,
    turns: list[int] | None,
) -> tuple[float, int]:  # fmt: skip
    """Return the key and line of whom a counter takes that has preferences or takes lanes in turn."""
    best, line = inf, -1
    for base, took in bases_now(course, at, turns):
        head = heads[took]
        if head == len(ranks[took]):
            continue
        key = ranks[took][head] + _yielding(base, now_s - course.since[people[took][head]], course.queue.servers[at])
        if key < best:
            best, line = key, took
    return best, line


def _asked(course: _Course, at: int, best: float, now_s: float, turns: list[int] | None) -> list[int]:
    base_of = {line: base for base, line in bases_now(course, at, turns)}
    return [
        number
        for number, joiner in enumerate(course.queue.joiners)
        if joiner.line in base_of
        and joiner.rank_s + _yielding(base_of[joiner.line], now_s, course.queue.servers[at]) < best
    ]


def bases_now(course: _Course, at: int, turns: list[int] | None) -> list[tuple[float, int]]:
    """Return what precedence adds to each line; where lanes take turns, the lane whose turn it is comes first."""
    if turns is None:
        return course.bases[at]
    seats = course.queue.seats
    start = turns[at] % len(seats)
    order = list(dict.fromkeys(seats[start:] + seats[:start]))
    lanes = {lane: place for place, lane in enumerate(order)}
    lines = course.queue.lines
    return [
        (base if base < 0 else lanes.get(lines[line].lane, len(order)) * PRECEDENCE, line)
        for base, line in course.bases[at]
    ]


def _yielding(base: float, waited_s: float, server: Server) -> float:
    """Return the base, or that of those who have waited too long: after who was sent first, before any preference."""
    return -PRECEDENCE / 2 if base >= 0 and waited_s > server.yields_s else base
