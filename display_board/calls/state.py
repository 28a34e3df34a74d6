"""What the board knows of the hall: a snapshot and the facts after it, folded into one frozen value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from contracts.live import FactMessage, Snapshot
from contracts.queue.answers import BoardCall, BoardView
from contracts.settings.hall_view import HallView
from contracts.words.hall import VisitState
from display_board.calls.zone import EVERYWHERE, Zone

RECENT_CALLS = 8
"""Answered calls that are kept, as many as the hall tells a board that has just come up."""

_ANSWERED = frozenset({VisitState.SERVING, VisitState.PARKED, VisitState.FINISHED, VisitState.CLOSED_BY_DAY})
"""The visitor came to the call, which becomes a recent one; any other state ends the call altogether."""

CallKey = tuple[str, datetime, int]


def call_key(call: BoardCall) -> CallKey:
    """Return what tells one announcement of a visit from every other one: visit, instant of the call, recall."""
    return call.visit, call.called_at, call.recalls


@dataclass(frozen=True, slots=True)
class BoardState:
    """Calls now (newest first), recent ones, and the hall they are in; `hall` is None before the first snapshot.

    Only calls of the board's `zone` are in it: the others are never shown, nor spoken.
    """

    hall: HallView | None = None
    calls: tuple[BoardCall, ...] = ()
    recent: tuple[BoardCall, ...] = ()
    notices: tuple[dict[str, str], ...] = ()
    service_day: date | None = None
    seq: int = -1
    zone: Zone = EVERYWHERE

    def known(self, visit: str) -> BoardCall | None:
        """Return the call of `visit` as it is shown, or None."""
        return next((call for call in (*self.calls, *self.recent) if call.visit == visit), None)


def from_snapshot(snapshot: Snapshot, zone: Zone = EVERYWHERE) -> BoardState:
    """Return the state of a board that has just come up: the same as any other's of this zone at this moment."""
    # A hall that lets this token see no board shows an empty one.
    board = snapshot.board or BoardView(snapshot.stream, snapshot.seq, (), (), ())
    return BoardState(
        hall=snapshot.hall,
        calls=_newest_first(call for call in board.calls if zone.shows(call.counter, call.service)),
        recent=_newest_first(call for call in board.recent if zone.shows(call.counter, call.service))[:RECENT_CALLS],
        notices=board.notices or snapshot.hall.notices,
        service_day=snapshot.hall.day.service_day,
        seq=snapshot.seq,
        zone=zone,
    )


def unheard(before: BoardState, after: BoardState) -> tuple[BoardCall, ...]:
    """Return the calls of snapshot `after` that `before` did not have, oldest first (a call again, a recall count)."""
    known = {call_key(call) for call in (*before.calls, *before.recent)}
    return tuple(call for call in reversed(after.calls) if call_key(call) not in known)


def unseen(before: BoardState, after: BoardState) -> tuple[BoardCall, ...]:
    """Return the answered calls of snapshot `after` that `before` did not have, oldest first: they are only shown."""
    known = {call_key(call) for call in (*before.calls, *before.recent)}
    return tuple(call for call in reversed(after.recent) if call_key(call) not in known)


def fold(state: BoardState, fact: FactMessage) -> BoardState:
    """Return the state after `fact`; a fact that was folded before, or says nothing to a board, changes only `seq`."""
    if fact.seq <= state.seq:
        return state
    state = on_day(replace(state, seq=fact.seq), fact.service_day)
    if fact.visit is None:
        return state
    visit = fact.visit.visit
    calls = tuple(call for call in state.calls if call.visit != visit)
    recent = tuple(call for call in state.recent if call.visit != visit)
    call = call_of(state, fact)
    if call is not None and fact.visit.state is VisitState.CALLED:
        calls = _newest_first((*calls, call))
    elif call is not None and fact.visit.state in _ANSWERED:
        recent = _newest_first((*recent, call))[:RECENT_CALLS]
    return replace(state, calls=calls, recent=recent)


def call_of(state: BoardState, fact: FactMessage) -> BoardCall | None:
    """Return the last call of the visit that `fact` tells of; None where this stage has none, or not in this zone."""
    visit = fact.visit
    stage = visit.stages[-1] if visit is not None and visit.stages else None
    if visit is None or stage is None or stage.called_at is None or stage.counter is None or not visit.ticket:
        return None
    if not state.zone.shows(stage.counter, stage.service):
        return None
    known = state.known(visit.visit)
    before = (
        (known.recalls, known.recalled_at) if known is not None and known.called_at == stage.called_at else (0, None)
    )
    recalls, recalled_at = (before[0] + 1, fact.at) if fact.kind == "visit_recalled" else before
    return BoardCall(visit.visit, visit.ticket, stage.service, stage.counter, stage.called_at, recalls, recalled_at)


def on_day(state: BoardState, day: date) -> BoardState:
    """Return the state on service day `day`: a new one begins empty, as yesterday's numbers come round again."""
    if state.service_day is None or day > state.service_day:
        return replace(state, service_day=day, calls=(), recent=())
    return state


def _newest_first(calls: Iterable[BoardCall]) -> tuple[BoardCall, ...]:
    return tuple(sorted(calls, key=_age, reverse=True))


def _age(call: BoardCall) -> tuple[datetime, str]:
    return call.called_at.astimezone(UTC), call.visit
