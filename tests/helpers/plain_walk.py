"""The walk of one path as one would write it down at once: nothing is drawn, and each call searches everybody."""

from __future__ import annotations

from math import inf

from hall.waits.model.simulation.queue_now import QueueNow

SENT_FIRST, LATE, USUAL = 0, 1, 2


def plain_walk(queue: QueueNow, serving_s: float) -> tuple[list[float], list[float]]:
    """Return when each of those who wait, then come, is called, and each joiner; `inf`: never.

    All servers are free from the beginning, everybody takes as long and comes to the call.
    """
    people = [(one.line, one.rank_s, one.since_s, -inf) for one in queue.waiting]
    people += [(one.line, one.rank_s, one.at_s, one.at_s) for one in queue.arrivals]
    called, joined = [inf] * len(people), [inf] * len(queue.joiners)
    free = {at: server.away_s for at, server in enumerate(queue.servers)}
    moments = [one.at_s for one in queue.arrivals]

    def key(at: int, line: int, rank_s: float, since_s: float, now_s: float) -> tuple[int, int, float] | None:
        server = queue.servers[at]
        before = {of: precedence for precedence, of in server.takes}.get(line)
        if before is None:
            return None
        late = now_s - since_s > server.yields_s
        kind = SENT_FIRST if before < 0 else LATE if late else USUAL
        return kind, 0 if kind == LATE else before, rank_s

    while free:
        at = min(free, key=lambda counter: (free[counter], counter))
        now_s = free[at]
        mine = [
            (found, who)
            for who, (line, rank_s, since_s, from_s) in enumerate(people)
            if called[who] == inf and from_s <= now_s and (found := key(at, line, rank_s, since_s, now_s)) is not None
        ]
        for joiner, one in enumerate(queue.joiners):
            asked = key(at, one.line, one.rank_s, 0.0, now_s)
            if joined[joiner] == inf and asked is not None and (not mine or asked < min(mine)[0]):
                joined[joiner] = now_s
        if mine:
            called[min(mine)[1]] = now_s
        later = now_s + serving_s if mine else min((moment for moment in moments if moment > now_s), default=inf)
        if later == inf:
            del free[at]
        else:
            free[at] = later
    return called, joined
