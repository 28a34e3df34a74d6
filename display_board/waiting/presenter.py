"""How many wait for each service of the board's zone and how long, for the strip of waiting figures; pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.queue.queues_view import QueuesView, ServiceQueue
from contracts.settings.hall_view import HallView
from display_board.calls.zone import EVERYWHERE, Zone


@dataclass(frozen=True, slots=True)
class WaitingFigure:
    """One service: its names by language, who waits, and the wait of the next to join in minutes (None: not known)."""

    names: dict[str, str]
    waiting: int
    minutes: tuple[int, int] | None


def derive_waiting(
    queues: QueuesView | None, hall: HallView | None, zone: Zone = EVERYWHERE
) -> tuple[WaitingFigure, ...]:
    """Return the figures of services that are open or still waited for, in the hall's order; none before both came."""
    if queues is None or hall is None:
        return ()
    queued = {queue.service: queue for queue in queues.services}
    return tuple(
        WaitingFigure(service.names, queue.waiting, _minutes(queue))
        for service in hall.services
        if (queue := queued.get(service.code)) is not None
        and zone.offers(service.code)
        and (service.open or queue.waiting)
    )


def _minutes(queue: ServiceQueue) -> tuple[int, int] | None:
    """Return the range in whole minutes that surely holds it: down and up, and at least one minute."""
    if queue.forecast is None:
        return None
    low, high = queue.forecast.low_s // 60, -(-queue.forecast.high_s // 60)
    return low, max(low, high, 1)
