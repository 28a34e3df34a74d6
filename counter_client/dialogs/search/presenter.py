"""From inputs to the search by number: the visits with that number today, and the possible actions. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from contracts.queue.answers import VisitView
from contracts.words.hall import Lane, VisitState
from counter_client.state.actions import Action
from counter_client.state.server_clock import seconds_since
from counter_client.state.state import Inputs, Notice, Search, SheetKind
from counter_client.texts.names import service_name
from counter_client.workplace.presenters.workplace import allowed

DIGITS_MAX = 6
ROWS = 6
"""The most visits with one number that are shown and can be chosen; a hall has few prefixes."""


@dataclass(frozen=True)
class FoundRow:
    """One visit: `action` is what can be done with it now, None where nothing; `since_s` seconds in its state."""

    visit: str
    ticket: str
    service: str
    service_code: str
    lane: Lane
    state: VisitState
    counter: int | None
    since_s: int
    action: Action | None
    chosen: bool


@dataclass(frozen=True)
class SearchView:
    """The sheet; `asked`: the hall has not answered for these digits yet; `in_hand`: nobody else can be called now."""

    digits: str
    rows: tuple[FoundRow, ...]
    asked: bool
    in_hand: bool
    notice: Notice | None
    busy: bool


def derive_search(inputs: Inputs) -> SearchView | None:
    """Return the open search, None where it is not open; the first row is chosen until another one is."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.SEARCH or sheet.search is None:
        return None
    search = replace(sheet.search, found=None if sheet.search.found is None else sheet.search.found[:ROWS])
    place = inputs.workplace
    return SearchView(
        digits=search.digits,
        rows=tuple(_row(visit, at, search, inputs) for at, visit in enumerate(search.found or ())),
        asked=bool(search.digits) and search.found is None,
        in_hand=place is not None and place.current is not None,
        notice=sheet.notice,
        busy=inputs.busy is not None,
    )


def found_action(visit: VisitView, inputs: Inputs) -> Action | None:
    """Return what can be done with a visit now; None where it is in other hands, or this counter is not free."""
    services = inputs.workplace.services if inputs.workplace else ()
    match visit.state:
        case VisitState.WAITING:
            action = Action.CALL_CHOSEN
        case VisitState.PARKED if visit.counter == inputs.counter:
            action = Action.RESUME
        case VisitState.NO_SHOW:
            action = Action.REINSTATE
        case VisitState.FINISHED | VisitState.CANCELLED if visit.counter == inputs.counter and _just_ended(
            visit, inputs
        ):
            return Action.UNDO if _free(inputs) else None
        case VisitState.FINISHED | VisitState.CANCELLED if visit.service in services:
            action = Action.WALK_UP
        case _:
            return None
    return action if action in allowed(inputs) else None


def _free(inputs: Inputs) -> bool:
    return Action.CALL_NEXT in allowed(inputs)


def _just_ended(visit: VisitView, inputs: Inputs) -> bool:
    ended = visit.stages[-1].ended_at if visit.stages else None
    return ended is not None and seconds_since(ended, inputs.now) < inputs.undo_s


def _row(visit: VisitView, at: int, search: Search, inputs: Inputs) -> FoundRow:
    known = search.row in {one.visit for one in search.found or ()}
    return FoundRow(
        visit=visit.visit,
        ticket=visit.ticket,
        service=service_name(inputs.hall, visit.service, inputs.language),
        service_code=visit.service,
        lane=visit.lane,
        state=visit.state,
        counter=visit.counter,
        since_s=seconds_since(_since(visit), inputs.now),
        action=found_action(visit, inputs),
        chosen=visit.visit == search.row if known else at == 0,
    )


def _since(visit: VisitView) -> datetime:
    stage = visit.stages[-1] if visit.stages else None
    if stage is None or visit.state is VisitState.WAITING:
        return visit.issued_at
    if visit.state is VisitState.PARKED:
        return stage.parked_since or stage.called_at or visit.issued_at
    if visit.state is VisitState.SERVING:
        return stage.begun_at or visit.issued_at
    return stage.ended_at or stage.called_at or visit.issued_at
