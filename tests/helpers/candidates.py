"""Whom of a queue a store must return as candidates, found without a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from contracts.words.hall import Lane
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.queue.model.calling.waiting_line import Candidates, Waiting, ranked_by_time_alone


def candidates_of(waiting: Sequence[Waiting], now: Moment) -> Candidates:
    """Return the first of each service and lane, and everybody whom time alone does not rank."""
    groups: dict[tuple[ServiceCode, Lane], list[Waiting]] = {}
    found = []
    for who in waiting:
        if ranked_by_time_alone(who) and who.rank_from.boot == now.boot:
            groups.setdefault((who.service, who.lane), []).append(who)
        else:
            found.append(who)
    behind = Counter[ServiceCode]()
    for (service, _), members in groups.items():
        first_ns = min(who.rank_from.monotonic_ns for who in members)
        firsts = [who for who in members if who.rank_from.monotonic_ns == first_ns]
        found += firsts
        behind[service] += len(members) - len(firsts)
    return Candidates(found, behind)
