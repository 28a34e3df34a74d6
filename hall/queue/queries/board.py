"""What the wall board shows: calls that stand, recent ones, notices."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from contracts.queue.answers import BoardCall, BoardView, NewestCall
from contracts.words.hall import VisitState
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit

RECENT = 8
"""Calls shown after those that stand."""


class BoardViewWork(ShownDayWork, HasVisits, Protocol):
    """What a board's view reads."""


def board_view(*, work: BoardViewWork, now: Moment, stream: str, seq: int) -> BoardView:
    """Return the board at fact `seq`: visits still called, then recently called ones, each the newest first.

    A visit that went back to the queue or missed its call is on neither list: its call is over.
    """
    day = shown_day(work, now)
    settings = work.settings
    newest = work.visits.recent_calls(day.day, len(settings.counters) + 2 * RECENT) if day else ()
    standing = [visit for visit in newest if visit.state is VisitState.CALLED]
    shown = [call for visit in newest if visit.state in _ANSWERED and (call := _last_call(visit)) is not None]
    return BoardView(
        stream=stream,
        seq=seq,
        calls=tuple(call for visit in standing if (call := _last_call(visit)) is not None),
        recent=tuple(shown[:RECENT]),
        notices=tuple(dict(notice) for notice in settings.notices),
        serving=tuple(call for visit in _served(work) if (call := _last_call(visit)) is not None),
    )


def newest_calls(*, work: HasVisits, day: date, counters: int) -> dict[ServiceCode, NewestCall]:
    """Return the newest call of each service, as a board of a hall with `counters` counters shows them."""
    found: dict[ServiceCode, NewestCall] = {}
    for visit in work.visits.recent_calls(day, counters + 2 * RECENT):
        call = _last_call(visit) if visit.state is VisitState.CALLED or visit.state in _ANSWERED else None
        if call is not None and visit.service not in found:
            found[visit.service] = NewestCall(call.ticket, call.counter, stands=visit.state is VisitState.CALLED)
    return found


def _served(work: BoardViewWork) -> list[Visit]:
    at_counters = (work.visits.at_counter(counter.number) for counter in work.settings.counters)
    return [visit for visit in at_counters if visit is not None and visit.state is VisitState.SERVING]


_ANSWERED = frozenset({VisitState.SERVING, VisitState.PARKED, VisitState.FINISHED, VisitState.CLOSED_BY_DAY})
"""The person came to the call."""


def _last_call(visit: Visit) -> BoardCall | None:
    stage = visit.stage
    if stage.called is None or stage.counter is None or not visit.ticket:
        return None
    return BoardCall(
        visit.id, visit.ticket, stage.service, stage.counter, stage.called.at, stage.recalls, stage.recalled_at
    )
