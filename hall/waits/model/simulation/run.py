"""Simulate one path: one possible course of the next hours, drawn from the hall's habits.

A free counter takes the first visitor in its order; serving times, breaks and no-shows are drawn at random.
Written for speed: the order is made once for all paths and for counters that are alike, and each path only marks who
is gone, so that a call reads one or two entries. `go` does a whole call in one function: spread over many small
methods it would take twice as long.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush, heapreplace
from math import inf

from hall.waits.model.simulation.queue_times import Draw, busy_time_draw, draw_value, free_in
from hall.waits.model.simulation.setup import NOBODY, PRECEDENCE, SimulationSetup, yielded_rank

Times = list[list[float]]
DOOR = -1
"""What stands among the counters for the next one who comes, and before a counter that is free at the same moment."""
Heads = list[tuple[float, int]]
"""(key, number) of those who have come, ascending."""


class Path:
    """One possible course of the next hours; `begin` resets it to now.

    `calls` gets the seconds until the call of who waits, then of who arrives; `joined` those of the joiners.
    """

    __slots__ = (
        "apart_first_s", "apart_s", "begins", "calls", "came", "coming", "course", "draw", "free", "gone", "idle",
        "joined", "lasts", "late_s", "left", "order_of", "orders", "paused", "rows", "servers", "unanswered",
    )  # fmt: skip

    def __init__(self, course: SimulationSetup, draw: Draw, calls: Times, joined: Times) -> None:
        self.course, self.draw, self.calls, self.joined = course, draw, calls, joined
        self.servers, habits = course.queue.servers, course.queue.habits
        self.begins = [free_in(server, habits, draw) for server in self.servers]
        self.lasts = busy_time_draw(habits, draw)
        oldest_s = min(course.since)
        self.late_s = [oldest_s + server.yields_s for server in self.servers]
        self.paused = [0] * len(self.servers)
        self.apart_first_s = [self.apart_from(at) for at in range(len(self.servers))]

    def begin(self, left: int) -> None:
        """Go back to now; the path ends when `left` waiting visitors are called and every joiner has an answer."""
        course, draw = self.course, self.draw
        self.left, self.unanswered = left, len(course.queue.joiners)
        self.gone = bytearray(len(course.ranks))
        self.orders: list[tuple[list[int], list[float], Heads]] = [
            (order.numbers[:], order.keys, []) for order in course.orders
        ]
        self.order_of = [self.orders[order] for order in course.order_of]
        self.rows = [row[:] for row in course.rows]
        self.came: list[Heads] = [[] for _ in course.rows]
        self.coming = [(inf, course.nobody)]
        self.coming += [(at_s, who) for at_s, who, chance in course.coming if chance >= 1 or draw() < chance]
        self.free = [(free(), at) for at, free in enumerate(self.begins)]
        self.free.append((self.coming[-1][0], DOOR))
        heapify(self.free)
        self.idle: set[int] = set()
        self.paused = [0] * len(self.servers)
        self.apart_s = [*self.apart_first_s, -inf]

    def apart_from(self, at: int) -> float:
        """Return from when on a counter needs more than a look at its order."""
        server = self.servers[at]
        pauses = server.pauses[self.paused[at] :]
        return min(server.closes_s, self.late_s[at], pauses[0].from_s if pauses else inf)

    def go(self) -> None:
        """Let one counter after the other take who is next."""
        course, draw, free, gone, lasts = self.course, self.draw, self.free, self.gone, self.lasts
        calls, since, tables, paces = self.calls, course.since, course.tables, course.paces
        waiting, nobody, leave_per_s = len(course.queue.waiting), course.nobody, course.queue.habits.leave_per_s
        order_of, apart_s, left = self.order_of, self.apart_s, self.left
        while (left > 0 or self.unanswered) and free[0][0] < inf:
            now_s, at = free[0]
            if apart_s[at] <= now_s:
                who = self.apart(at, now_s)
            else:
                numbers, _, here = order_of[at]
                who = numbers.pop()
                while gone[who]:
                    who = numbers.pop()
                if here or who >= nobody:
                    who = self.look_again(at, who, now_s)
            if who >= nobody:
                continue
            gone[who] = 1
            calls[who].append(now_s)
            if who < waiting:
                left -= 1
            waited_s = now_s - since[who]
            if leave_per_s and draw() < leave_per_s * min(waited_s, now_s):
                continue  # he has left without a word, and the counter looks again
            heapreplace(free, (now_s + lasts(tables[who], paces[at], waited_s), at))

    def look_again(self, at: int, who: int, now_s: float) -> int:
        """Return who goes first of those that have come and who was found; joiners before him are called now."""
        numbers, keys, here = self.order_of[at]
        gone, nobody = self.gone, self.course.nobody
        while True:
            if gone[who]:
                who = numbers.pop()
            elif here and gone[here[0][1]]:
                heappop(here)
            elif here and here[0][0] <= keys[len(numbers)]:
                numbers.append(who)
                return heappop(here)[1]
            elif who > nobody:
                self.answer(who, now_s)
            else:
                if who == nobody:
                    numbers.append(nobody)  # he stays the last of the order
                return self.found(at, who)

    def found(self, at: int, who: int) -> int:
        """Return who was found; a counter that has found nobody is idle until somebody comes."""
        if who == self.course.nobody:
            heappop(self.free)
            self.idle.add(at)
        return who

    def apart(self, at: int, now_s: float) -> int:
        """Do what is no look at an order: somebody comes, a counter closes or pauses, or must look closer."""
        if at == DOOR:
            return self.arrive()
        server = self.servers[at]
        if server.closes_s <= now_s:
            heappop(self.free)
            return self.course.nobody
        pauses = server.pauses[self.paused[at] :]
        if pauses and pauses[0].from_s <= now_s:
            self.paused[at] += 1
            self.apart_s[at] = self.apart_from(at)
            heapreplace(self.free, (now_s + draw_value(pauses[0].lengths_s, self.draw), at))
            return self.course.nobody
        return self.found(at, self.best(at, now_s))

    def arrive(self) -> int:
        """Let the next one who comes stand in his line, so that nobody is called; idle counters look again."""
        course, (now_s, who) = self.course, self.coming.pop()
        line, rank_s = course.queue.arrivals[who - len(course.queue.waiting)].line, course.ranks[who]
        heapreplace(self.free, (self.coming[-1][0], DOOR))
        heappush(self.came[line], (rank_s, who))
        for order, (_, _, here) in zip(course.orders, self.orders, strict=True):
            if line in order.bases:
                heappush(here, (order.bases[line] + rank_s, who))
        for at in self.idle.intersection(course.servers_of[line]):
            self.idle.remove(at)
            heappush(self.free, (now_s, at))
        return course.nobody

    def best(self, at: int, now_s: float) -> int:
        """Return whom a counter takes, as somebody may have waited too long for its preferences."""
        late_s = now_s - self.servers[at].yields_s
        bases, since = self.course.bases_of(at), self.course.since
        found, who = NOBODY, self.course.nobody
        for line, base in bases.items():
            rank_s, head = self.head(line)
            key = rank_s + (yielded_rank(base) if since[head] < late_s else base)
            if key < found:
                found, who = key, head
        for joiner, one in enumerate(self.course.queue.joiners, self.course.nobody + 1):
            if (
                one.line in bases
                and one.rank_s + (yielded_rank(bases[one.line]) if late_s > 0 else bases[one.line]) < found
            ):
                self.answer(joiner, now_s)
        return who

    def head(self, line: int) -> tuple[float, int]:
        """Return rank and number of the first visitor in a line."""
        course, gone, row, came = self.course, self.gone, self.rows[line], self.came[line]
        while gone[row[-1]]:
            row.pop()
        while came and gone[came[0][1]]:
            heappop(came)
        rank_s = course.ranks[row[-1]]
        return came[0] if came and came[0][0] <= rank_s else (rank_s, row[-1])

    def answer(self, joiner: int, now_s: float) -> None:
        """Tell a joiner that it is called now, unless it was."""
        if not self.gone[joiner]:
            self.gone[joiner] = 1
            self.unanswered -= 1
            self.joined[joiner - self.course.nobody - 1].append(now_s)


class PathByTurns(Path):
    """A path where the lanes take turns in a round of seats, instead of the effective wait."""

    __slots__ = ("turns",)

    def begin(self, left: int) -> None:
        """Go back to now, and to the turns that are."""
        super().begin(left)
        self.turns = [server.turn for server in self.servers]

    def apart_from(self, at: int) -> float:
        """Return that a counter never has an order that would stay."""
        del at
        return -inf

    def best(self, at: int, now_s: float) -> int:
        """Return the head of the lane whose turn it is, or of the next lane that has one."""
        found, who, chosen = NOBODY, self.course.nobody, -1
        bases = self.bases_now(at)
        for line, base in bases.items():
            rank_s, head = self.head(line)
            if rank_s + base < found:
                found, who, chosen = rank_s + base, head, line
        for joiner, one in enumerate(self.course.queue.joiners, self.course.nobody + 1):
            if one.line in bases and one.rank_s + bases[one.line] < found:
                self.answer(joiner, now_s)
        for other in self.course.servers_of[chosen] if chosen >= 0 else ():
            self.turns[other] += 1  # each counter that takes this line has had a turn
        return who

    def bases_now(self, at: int) -> dict[int, float]:
        """Return what precedence adds to each line: the lane whose turn it is comes first."""
        queue = self.course.queue
        start = self.turns[at] % len(queue.seats)
        order = dict.fromkeys(queue.seats[start:] + queue.seats[:start])
        lanes = {lane: place for place, lane in enumerate(order)}
        return {
            line: base if base < 0 else lanes.get(queue.lines[line].lane, len(lanes)) * PRECEDENCE
            for line, base in self.course.bases_of(at).items()
        }
