"""How many are called before one who waits, as tickets, phones and the estimate count them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from datetime import datetime

from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.settings import HallSettings
from hall.queue.model.calling.rule import QueueContext, by_wait, choice_of
from hall.queue.model.calling.waiting_line import Waiting


def people_ahead(who: Waiting, waiting: Iterable[Waiting], around: QueueContext, settings: HallSettings) -> int:
    """Return how many who wait for the same service would be called before this visit."""
    mine = by_wait(choice_of(who, None, around, settings))
    others = [other for other in waiting if other.service == who.service and other.visit != who.visit]
    before = sum(by_wait(choice_of(other, None, around, settings)) < mine for other in others)
    still_held = (who.held_until_calls or 0) - around.calls.get(who.service, 0)
    return max(before, min(still_held, len(others)))


def all_ahead(waiting: Collection[Waiting], around: QueueContext, settings: HallSettings) -> dict[VisitId, int]:
    """Return for each visit what `people_ahead` returns for it, all of one service at the cost of one sort."""
    ranks = {who.visit: by_wait(choice_of(who, None, around, settings)) for who in waiting}
    queues: dict[ServiceCode, list[tuple[bool, float, datetime, str]]] = {}
    for who in waiting:
        queues.setdefault(who.service, []).append(ranks[who.visit])
    for queue in queues.values():
        queue.sort()
    ahead = {}
    for who in waiting:
        queue, still_held = queues[who.service], (who.held_until_calls or 0) - around.calls.get(who.service, 0)
        ahead[who.visit] = max(bisect_left(queue, ranks[who.visit]), min(still_held, len(queue) - 1))
    return ahead
