"""What the board knows of the hall: a snapshot and the facts after it, folded into one frozen value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from contracts.hall_answers import BoardCall, BoardView, HallView
from contracts.hall_words import VisitState
from contracts.live import FactMessage, Snapshot

RECENT_CALLS = 12
"""Calls kept after their visitor came or was missed."""

ANNOUNCING_KINDS = frozenset({"visit_called", "visit_recalled", "visit_resumed"})
"""Facts that are announced; a resumed visit was parked and is called again."""


@dataclass(frozen=True, slots=True)
class BoardState:
    """Calls now (newest first), recent ones, and the hall they are in; `hall` is None before the first snapshot."""

    hall: HallView | None = None
    calls: tuple[BoardCall, ...] = ()
    recent: tuple[BoardCall, ...] = ()
    notices: tuple[dict[str, str], ...] = ()
    service_day: date | None = None
    seq: int = -1

    def known(self, visit: str) -> BoardCall | None:
        """Return the call of `visit` as it is shown, or None."""
        return next((call for call in (*self.calls, *self.recent) if call.visit == visit), None)


def from_snapshot(snapshot: Snapshot) -> BoardState:
    """Return the state of a board that has just come up: the same as any other board's at this moment."""
    board = snapshot.board or BoardView(snapshot.stream, snapshot.seq, (), (), ())
    return BoardState(
        hall=snapshot.hall,
        calls=_newest_first(board.calls),
        recent=_newest_first(board.recent)[:RECENT_CALLS],
        notices=board.notices or snapshot.hall.notices,
        service_day=snapshot.hall.day.service_day,
        seq=snapshot.seq,
    )


def unheard(before: BoardState, after: BoardState) -> tuple[BoardCall, ...]:
    """Return the calls of snapshot `after` that `before` did not have, oldest first (a call again, a recall count)."""
    known = {call.visit: (call.called_at, call.recalls) for call in (*before.calls, *before.recent)}
    return tuple(call for call in reversed(after.calls) if known.get(call.visit) != (call.called_at, call.recalls))


def fold(state: BoardState, fact: FactMessage) -> BoardState:
    """Return the state after `fact`; a fact that was folded before, or says nothing to a board, changes only `seq`."""
    if fact.seq <= state.seq:
        return state
    state = _on_day(replace(state, seq=fact.seq), fact)
    if fact.visit is None:
        return state
    calls = tuple(call for call in state.calls if call.visit != fact.visit.visit)
    recent = tuple(call for call in state.recent if call.visit != fact.visit.visit)
    call = call_of(state, fact)
    if fact.visit.state is VisitState.CALLED and call is not None:
        return replace(state, calls=_newest_first((*calls, call)), recent=recent)
    was = next((call for call in state.calls if call.visit == fact.visit.visit), None)
    if was is None:
        return state
    return replace(state, calls=calls, recent=_newest_first((*recent, was))[:RECENT_CALLS])


def call_of(state: BoardState, fact: FactMessage) -> BoardCall | None:
    """Return the call that `fact` makes or tells again, or None where it is no call at a counter."""
    visit = fact.visit
    if visit is None:
        return None
    counter = visit.counter if visit.counter is not None else fact.counter
    if counter is None:
        return None
    known = state.known(visit.visit)
    if fact.kind == "visit_recalled" and known is not None:
        return replace(known, counter=counter, recalls=known.recalls + 1)
    if fact.kind in ANNOUNCING_KINDS or known is None:
        return BoardCall(visit.visit, visit.ticket, visit.service, counter, fact.at, 0)
    return known


def _on_day(state: BoardState, fact: FactMessage) -> BoardState:
    # A new service day begins with an empty board: yesterday's numbers come round again.
    if state.service_day is None or fact.service_day > state.service_day:
        return replace(state, service_day=fact.service_day, calls=(), recent=())
    return state


def _newest_first(calls: Iterable[BoardCall]) -> tuple[BoardCall, ...]:
    return tuple(sorted(calls, key=_age, reverse=True))


def _age(call: BoardCall) -> tuple[datetime, str]:
    return call.called_at.astimezone(UTC), call.visit
