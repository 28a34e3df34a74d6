"""All that a program of one kind must know when it begins to follow the live link, read in one go."""

from __future__ import annotations

from contracts.live import Snapshot
from contracts.queue.answers import WorkplaceView
from hall.counters.routes.at_work import workplace
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.platform.security.access import TABLE, Caller, Role, scope_of
from hall.platform.web.dependencies import Dependencies
from hall.queue.routes.board import board
from hall.reporting.routes.queues import queues
from hall.reporting.work import ReportingWork
from hall.settings.routes.hall import hall


def read_snapshot(parts: Dependencies, caller: Caller, work: ReportingWork, now: Moment) -> Snapshot:
    """Return the caller's snapshot; what his role may not read by its own path is None."""
    stream, scope = parts.hub.stream, scope_of(caller, parts.settings())
    return Snapshot(
        stream=stream,
        seq=work.seq,
        hall=hall(caller.role, work, now),
        board=board(work, now, stream, scope) if _may(caller.role, "/board") else None,
        queues=queues(caller.role, work, now, parts, scope) if _may(caller.role, "/queues") else None,
        workplace=_workplace(caller, work, now, stream),
    )


def _may(role: Role, path: str) -> bool:
    return role in TABLE["GET", path]


def _workplace(caller: Caller, work: ReportingWork, now: Moment, stream: str) -> WorkplaceView | None:
    known = {place.number for place in work.settings.counters}
    if caller.counter is None or caller.counter not in known:
        return None
    return workplace(CounterId(caller.counter), work, now, stream, caller.role)
