"""From inputs to the lists beside the current visit: waiting in the order of calling, parked, missed. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contracts.queue.answers import VisitView, WaitingRow
from contracts.words.hall import Lane
from counter_client.state.actions import Action
from counter_client.state.server_clock import seconds_since
from counter_client.state.state import Inputs, ListKind
from counter_client.texts.names import service_name
from counter_client.workplace.presenters.workplace import allowed

ROW_ACTION = {
    ListKind.WAITING: Action.CALL_CHOSEN,
    ListKind.PARKED: Action.RESUME,
    ListKind.MISSED: Action.REINSTATE,
}


@dataclass(frozen=True)
class ListRow:
    """One visit."""

    visit: str
    ticket: str
    service: str
    lane: Lane
    waited_s: int
    held: bool
    chosen: bool
    remind_s: int | None = None
    """Seconds until the counter is reminded of the parked visit, 0 when it is due; None where no reminder was asked."""
    note: str = ""


@dataclass(frozen=True)
class ListTab:
    """One list's heading with its length and its key."""

    kind: ListKind
    length: int
    key: str
    shown: bool


@dataclass(frozen=True)
class ListsView:
    """The tabs, the rows of the shown list and what Enter does to the chosen row."""

    tabs: tuple[ListTab, ...]
    rows: tuple[ListRow, ...]
    action: Action
    enabled: bool
    lanes: tuple[tuple[Lane, int], ...] = ()
    """How many wait for this counter in each lane, beside the list of those who wait."""


def derive_lists(inputs: Inputs) -> ListsView:
    """Return the lists; times go on running between two answers of the hall."""
    place = inputs.workplace
    lengths = (place.all_waiting, len(place.parked), len(place.missed)) if place else (0, 0, 0)
    kinds = zip(ListKind, lengths, strict=True)
    action = ROW_ACTION[inputs.listed.kind]
    return ListsView(
        tabs=tuple(ListTab(kind, n, str(at), kind is inputs.listed.kind) for at, (kind, n) in enumerate(kinds, 1)),
        rows=_rows(inputs),
        action=action,
        enabled=action in allowed(inputs),
        lanes=_lanes(inputs) if inputs.listed.kind is ListKind.WAITING else (),
    )


def _lanes(inputs: Inputs) -> tuple[tuple[Lane, int], ...]:
    counts = inputs.workplace.by_lane if inputs.workplace else {}
    return tuple((lane, counts[lane.value]) for lane in Lane if counts.get(lane.value))


def lane_action(inputs: Inputs) -> Action:
    """Return what can be done about the priority of the chosen row of those who wait."""
    waiting = inputs.workplace.waiting if inputs.workplace else ()
    has_it = any(row.lane is Lane.PRIORITY for row in waiting if row.visit == inputs.listed.row)
    return Action.TAKE_PRIORITY if has_it else Action.GIVE_PRIORITY


def _rows(inputs: Inputs) -> tuple[ListRow, ...]:
    place = inputs.workplace
    if place is None:
        return ()
    if inputs.listed.kind is ListKind.WAITING:
        run_s = max(0, int(inputs.now_s - inputs.link.read_s))
        names = {
            code: service_name(inputs.hall, code, inputs.language) for code in {row.service for row in place.waiting}
        }
        return tuple(_waiting(row, run_s, names, inputs.listed.row) for row in place.waiting)
    visits = place.parked if inputs.listed.kind is ListKind.PARKED else place.missed
    return tuple(_aside(visit, inputs) for visit in visits)


def _waiting(row: WaitingRow, run_s: int, names: Mapping[str, str], chosen: str | None) -> ListRow:
    return ListRow(
        visit=row.visit,
        ticket=row.ticket,
        service=names[row.service],
        lane=row.lane,
        waited_s=row.waited_s + run_s,
        held=row.held,
        chosen=row.visit == chosen,
    )


def _aside(visit: VisitView, inputs: Inputs) -> ListRow:
    stage = visit.stages[-1] if visit.stages else None
    since = (stage.parked_since or stage.ended_at or stage.begun_at or stage.called_at) if stage else None
    return ListRow(
        visit=visit.visit,
        ticket=visit.ticket,
        service=service_name(inputs.hall, visit.service, inputs.language),
        lane=visit.lane,
        waited_s=seconds_since(since or visit.issued_at, inputs.now),
        held=False,
        chosen=visit.visit == inputs.listed.row,
        remind_s=_remind_s(visit, inputs),
        note=(stage.note or "") if stage else "",
    )


def _remind_s(visit: VisitView, inputs: Inputs) -> int | None:
    if visit.visit in inputs.reminded:
        return 0
    at = visit.stages[-1].remind_at if visit.stages else None
    return seconds_since(inputs.now, at) if at is not None else None
