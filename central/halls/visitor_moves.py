"""Take what a visitor does with the own turn on the ministry's page down to the hall, and show it until the hall tells.

The hall takes it with its next look, within a minute, by its own rules: what is shown until then is what was asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Engine

from central.errors import BodyError
from central.halls import inbox
from contracts.centre.inbox_items import VISITOR_MOVE, VisitorMove, VisitorMoveItem
from contracts.codec.message import replace
from contracts.codec.reader import from_json, to_json
from contracts.queue.places import PlacedVisit

SHOWN_FOR = timedelta(seconds=90)
"""How long a move is shown that the hall has not told of: it looks once a minute, and refuses what comes too late."""
UNDO_FOR = timedelta(seconds=60)
"""How long a cancel may be taken back here before the hall has told of it."""
WAITING, CANCELLED = "waiting", "cancelled"


def ask(engine: Engine, hall_id: str, visit: PlacedVisit, move: VisitorMove, *, now: datetime) -> None:
    """Keep the move for the hall where the visit, as it is shown now, allows it; BodyError with the hall's own code."""
    _check(visit, move, now)
    about = _about(visit)
    earlier = inbox.said_about(engine, hall_id, about)
    item = VisitorMoveItem(visit.code, move, now)
    inbox.put(engine, hall_id, VISITOR_MOVE, f"{about}:{len(earlier)}", dict(to_json(item)), now=now, about=about)


def as_asked(engine: Engine, hall_id: str, visit: PlacedVisit, *, now: datetime) -> PlacedVisit:
    """Return the visit as its visitor asked on this page, until the hall tells the same or the time is over."""
    if visit.state not in {WAITING, CANCELLED}:
        return visit
    said = inbox.said_about(engine, hall_id, _about(visit))
    return _moved(visit, said[-1], now) if said else visit


def _moved(visit: PlacedVisit, newest: Mapping[str, object], now: datetime) -> PlacedVisit:
    item = from_json(VisitorMoveItem, dict(newest))
    if now - item.asked_at > SHOWN_FOR:
        return visit
    match item.move, visit.state:
        case VisitorMove.LATE | VisitorMove.IN_TIME, "waiting":
            return replace(visit, late=item.move is VisitorMove.LATE)
        case VisitorMove.CANCEL, "waiting":
            return replace(visit, state=CANCELLED, undo_until=item.asked_at + UNDO_FOR, low_s=None, high_s=None)
        case VisitorMove.UNDO_CANCEL, "cancelled":
            return replace(visit, state=WAITING, undo_until=None)
    return visit


def _check(visit: PlacedVisit, move: VisitorMove, now: datetime) -> None:
    waits = visit.state == WAITING
    match move:
        case VisitorMove.UNDO_CANCEL:
            if visit.undo_until is None:
                raise _refused("nothing_to_undo", "the visitor has not cancelled here")
            if now >= visit.undo_until:
                raise _refused("undo_too_late", "the time to take the cancel back is over")
        case _ if not waits:
            raise _refused("not_waiting", f"the visit is {visit.state}, not waiting")
        case VisitorMove.LATE if visit.late:
            raise _refused("already_so", "the visitor reported to be late already")
        case VisitorMove.IN_TIME if not visit.late:
            raise _refused("nothing_to_undo", "the visitor did not report to be late")


def _refused(code: str, detail: str) -> BodyError:
    return BodyError(code, detail, status=409)


def _about(visit: PlacedVisit) -> str:
    return f"move:{visit.code}"
