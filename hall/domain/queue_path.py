"""Walk one path: one way in which the next hours may go, drawn from the hall's habits.

A counter that is free takes the best head of the lines it may serve; serving times, breaks and who does not come are
drawn. Written for speed: each line ends with a rank that nobody has, so that its head is looked up and not searched
for, and what happens at each call is spelled out and not spread over many small methods.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush, heapreplace
from math import inf

from hall.domain.queue_course import NOBODY, PRECEDENCE, Course, yielded
from hall.domain.queue_now import NO_SHOW_STEP_S, QueueNow, Server

Draw = Callable[[], float]
"""A random number from 0 up to 1."""
Times = list[list[float]]
HORIZON_S = 86_400.0


def free_in(server: Server, queue: QueueNow, draw: Draw) -> float:
    """Return when the counter is free for the first time: a draw longer than what lasts already, less that."""
    habits = queue.habits
    if server.on_break_s is not None:
        return server.away_s + rest_of(habits.breaks_s, server.on_break_s, draw)
    if server.busy_with is None:
        return server.away_s + (drawn(server.ready_s, draw) if server.ready_s else 0.0)
    rest = server.pace * rest_of(habits.serving_s[server.busy_with], server.elapsed_s / server.pace, draw)
    rest += drawn(habits.gaps_s, draw)
    if draw() < habits.breaks_per_s * (rest + server.elapsed_s):
        rest += drawn(habits.breaks_s, draw)
    return server.away_s + rest


def rest_of(table: Sequence[float], elapsed_s: float, draw: Draw) -> float:
    """Return how much longer lasts what has lasted so long: a draw longer than that, less that."""
    first = bisect_right(table, elapsed_s)
    left = len(table) - first
    if left == 0:  # longer than anything seen: as good a guess as any is a part of the usual time again
        return table[len(table) // 2] * draw()
    return table[first + int(draw() * left)] - elapsed_s


def drawn(table: Sequence[float], draw: Draw) -> float:
    """Return one of the values."""
    return table[int(draw() * len(table))]


class Path:
    """One way in which the next hours may go; `begin` sets it back to now.

    `calls` gets the seconds until the call of who waits, then of who arrives; `joined` those of the joiners.
    """

    __slots__ = (
        "answered", "asking", "bases", "calls", "coming", "course", "draw", "free", "habits", "heads", "idle", "joined",
        "late_asking", "left", "many", "next_s", "oldest_s", "paused", "people", "ranks", "servers", "since", "tables",
        "unanswered",
    )  # fmt: skip

    def __init__(self, course: Course, draw: Draw, calls: Times, joined: Times) -> None:
        self.course, self.draw, self.calls, self.joined = course, draw, calls, joined
        self.many = len(course.queue.waiting)
        self.servers, self.habits = course.queue.servers, course.queue.habits
        self.since, self.bases, self.tables = course.since, course.bases, course.tables
        self.oldest_s = min(self.since)

    def begin(self, left: int) -> None:
        """Go back to now; the path ends when so many of those who wait are called and all joiners know."""
        queue, draw = self.course.queue, self.draw
        self.left, self.unanswered = left, len(queue.joiners)
        self.ranks = [line[:] for line in self.course.ranks]
        self.people = [line[:] for line in self.course.people]
        self.heads = [0] * len(self.ranks)
        self.free = [(free_in(server, queue, draw), at) for at, server in enumerate(queue.servers)]
        heapify(self.free)
        self.coming = [
            (one.at_s, self.many + at)
            for at, one in enumerate(queue.arrivals)
            if one.chance >= 1 or draw() < one.chance
        ]
        self.coming.reverse()
        self.next_s = self.coming[-1][0] if self.coming else inf
        self.idle: set[int] = set()
        self.answered = bytearray(len(queue.joiners))
        self.asking, self.late_asking, self.paused = ([0] * len(queue.servers) for _ in range(3))

    def go(self) -> None:
        """Let one counter after the other take who is next."""
        free, servers, paused = self.free, self.servers, self.paused
        while (free or self.coming) and (self.left > 0 or self.unanswered):
            now_s = free[0][0] if free else inf
            if self.next_s <= now_s:
                if self.next_s > HORIZON_S:
                    return
                self.arrive()
                continue
            at = free[0][1]
            server = servers[at]
            if server.closes_s <= now_s:
                heappop(free)
            elif len(server.pauses) > paused[at] and server.pauses[paused[at]].from_s <= now_s:
                self.pause(at, now_s)
            else:
                self.take(at, now_s)

    def arrive(self) -> None:
        """Let the next one who comes stand in his line; idle counters that take it look again."""
        now_s, who = self.coming.pop()
        arrival = self.course.queue.arrivals[who - self.many]
        line = arrival.line
        place = bisect_left(self.ranks[line], arrival.rank_s, self.heads[line])
        self.ranks[line].insert(place, arrival.rank_s)
        self.people[line].insert(place, who)
        for at in self.course.servers_of[line]:
            if at in self.idle:
                self.idle.remove(at)
                heappush(self.free, (now_s, at))
        self.next_s = self.coming[-1][0] if self.coming else inf

    def pause(self, at: int, now_s: float) -> None:
        """Let a counter begin its planned absence."""
        lengths = self.servers[at].pauses[self.paused[at]].lengths_s
        self.paused[at] += 1
        heapreplace(self.free, (now_s + drawn(lengths, self.draw), at))

    def take(self, at: int, now_s: float) -> None:
        """Let a counter take the best head of its lines; joiners who would go before it are called now."""
        if now_s - self.servers[at].yields_s > self.oldest_s:
            best, line = self.late_best(at, now_s)
        else:
            best, line = NOBODY, -1
            ranks, heads = self.ranks, self.heads
            for base, took in self.bases[at]:
                key = ranks[took][heads[took]] + base
                if key < best:
                    best, line = key, took
        if self.unanswered:
            self.ask(at, best, now_s)
        if line >= 0:
            self.call(at, line, now_s)
        else:
            heappop(self.free)
            self.idle.add(at)

    def late_best(self, at: int, now_s: float) -> tuple[float, int]:
        """Return key and line of the best head where somebody may have waited too long for a preference."""
        best, line = NOBODY, -1
        late_s = now_s - self.servers[at].yields_s
        for base, took in self.bases[at]:
            head = self.heads[took]
            late = self.since[self.people[took][head]] < late_s
            key = self.ranks[took][head] + (yielded(base) if late else base)
            if key < best:
                best, line = key, took
        return best, line

    def ask(self, at: int, best: float, now_s: float) -> None:
        """Tell the joiners whose key is smaller than that of whom the counter takes."""
        late = now_s > self.servers[at].yields_s
        asked = (self.course.late_askers if late else self.course.askers)[at]
        places = self.late_asking if late else self.asking
        place = places[at]
        while place < len(asked) and asked[place][0] < best:
            self.answer(asked[place][1], now_s)
            place += 1
        places[at] = place

    def answer(self, joiner: int, now_s: float) -> None:
        """Tell a joiner that it is called now, unless it was."""
        if not self.answered[joiner]:
            self.answered[joiner] = 1
            self.unanswered -= 1
            self.joined[joiner].append(now_s)

    def call(self, at: int, line: int, now_s: float) -> None:
        """Call the head of a line to a counter, and say when the counter is free again."""
        head = self.heads[line]
        who = self.people[line][head]
        self.heads[line] = head + 1
        self.calls[who].append(now_s)
        if who < self.many:
            self.left -= 1
        habits, draw, since_s = self.habits, self.draw, self.since[who]
        if habits.leave_per_s and draw() < habits.leave_per_s * (now_s - max(0.0, since_s)):
            return  # he has left without a word, and the counter looks again
        shares, gaps, chance = habits.no_show, habits.gaps_s, draw()
        share = shares[min(max(int((now_s - since_s) / NO_SHOW_STEP_S), 0), len(shares) - 1)]
        if chance < share:
            busy_s = habits.no_show_s
        else:
            table = self.tables[line]
            busy_s = self.servers[at].pace * table[int((chance - share) / (1 - share) * len(table))]
        busy_s += gaps[int(draw() * len(gaps))]
        if habits.breaks_per_s and draw() < habits.breaks_per_s * busy_s:
            busy_s += drawn(habits.breaks_s, draw)
        heapreplace(self.free, (now_s + busy_s, at))


class PathByTurns(Path):
    """A path where the lanes take turns in a round of seats, instead of the effective wait."""

    __slots__ = ("turns",)

    def begin(self, left: int) -> None:
        """Go back to now, and to the turns that are."""
        super().begin(left)
        self.turns = [server.turn for server in self.servers]

    def take(self, at: int, now_s: float) -> None:
        """Let a counter take the head of the lane whose turn it is, or of the next lane that has one."""
        best, line = NOBODY, -1
        bases = self.bases_now(at)
        for took, base in bases.items():
            key = self.ranks[took][self.heads[took]] + base
            if key < best:
                best, line = key, took
        for number, joiner in enumerate(self.course.queue.joiners):
            if joiner.line in bases and joiner.rank_s + bases[joiner.line] < best:
                self.answer(number, now_s)
        if line >= 0:
            self.call(at, line, now_s)
        else:
            heappop(self.free)
            self.idle.add(at)

    def call(self, at: int, line: int, now_s: float) -> None:
        """Call the head of a line; each counter that takes this line has had a turn."""
        super().call(at, line, now_s)
        for other in self.course.servers_of[line]:
            self.turns[other] += 1

    def bases_now(self, at: int) -> dict[int, float]:
        """Return what precedence adds to each line: the lane whose turn it is comes first."""
        queue = self.course.queue
        start = self.turns[at] % len(queue.seats)
        order = dict.fromkeys(queue.seats[start:] + queue.seats[:start])
        lanes = {lane: place for place, lane in enumerate(order)}
        return {
            line: base if base < 0 else lanes.get(queue.lines[line].lane, len(lanes)) * PRECEDENCE
            for base, line in self.bases[at]
        }
