"""A day of visitors and two agents in a running hall, by a clock that the test moves; tickets show their waits."""

from __future__ import annotations

import heapq
import random
from datetime import timedelta
from zoneinfo import ZoneInfo

from tests.helpers.hall_in_a_thread import RunningHall, good

EVERY_MIN = 3.4
LOOKS_EVERY_MIN = 0.5
AT_MOST = timedelta(hours=4)
"""No lived day takes longer."""


def live_a_day(hall: RunningHall, many: int = 40, seed: int = 4) -> None:
    """Let visitors come every few minutes to two counters that take some seven for each: the waits grow.

    Late in the evening it is the next day that is lived, or midnight would make two of it.
    """
    local = hall.clock.now().at.astimezone(ZoneInfo("Asia/Muscat"))
    if (local + AT_MOST).date() != local.date():
        hall.clock.move_on(hours=AT_MOST / timedelta(hours=1))
    chance = random.Random(seed)
    seats = {1: hall.sign_in(), 2: hall.sign_in(2, "maryam", "802946")}
    events = [(EVERY_MIN * n * chance.uniform(0.8, 1.2), n, "issue", 0) for n in range(many)]
    events += [(0.1 * counter, many + counter, "look", counter) for counter in seats]
    heapq.heapify(events)
    now, ended = 0.0, 0
    while ended < many:
        at, order, what, counter = heapq.heappop(events)
        hall.clock.move_on(minutes=at - now)
        now = at
        if what == "issue":
            hall.hall.estimator.compute()
            hall.issue("A" if order % 3 else "B", **({} if order % 3 else {"visitor_kind": "citizen"}))
        elif what == "end":
            good(hall.post(f"/counters/{counter}/finish", seats[counter], {"outcome": "completed"}))
            ended += 1
            heapq.heappush(events, (at, order, "look", counter))
        elif hall.post(f"/counters/{counter}/call-next", seats[counter]).status_code == 200:
            good(hall.post(f"/counters/{counter}/begin", seats[counter]))
            heapq.heappush(events, (at + chance.uniform(3, 11), order, "end", counter))
        else:
            heapq.heappush(events, (at + LOOKS_EVERY_MIN, order, "look", counter))
