"""From inputs to the card of the visit in hand. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from contracts.queue.answers import StageView, VisitView
from contracts.words.hall import Lane, Outcome, VisitorKind, VisitState
from counter_client.state.server_clock import seconds_since
from counter_client.state.state import Inputs
from counter_client.texts.names import agent_name, in_language, service_name


class Pace(Enum):
    """How serving stands against what its service is expected to take."""

    IN_TIME = "in_time"
    OVER = "over"
    LONG = "long"
    """So long that it is asked about and marked."""


@dataclass(frozen=True)
class StageRow:
    """An earlier part of the visit; `_s` are seconds, None where it did not come to that."""

    service: str
    counter: int | None
    agent: str
    outcome: Outcome | None
    waited_s: int | None
    served_s: int | None


@dataclass(frozen=True)
class VisitCard:
    """The visit in hand: `timer_s` seconds in its state, `waited_s` from issue to the call of this stage."""

    visit: str
    ticket: str
    service: str
    lane: Lane
    state: VisitState
    timer_s: int
    waited_s: int
    issued_at: datetime
    note: str
    earlier: tuple[StageRow, ...]
    why: str = ""
    """Why this visit was next, in one sentence of the hall's."""
    group: bool = False
    """It belongs to a family or company that goes to one counter."""
    visitor_kind: VisitorKind | None = None
    target_s: int = 0
    """What serving is expected to take, seconds; 0 while it has not begun, or where the hall does not tell it."""
    pace: Pace = Pace.IN_TIME
    goes_back: bool = False
    """When it is finished here, it waits again for the agent who sent it."""


def derive_card(inputs: Inputs) -> VisitCard | None:
    """Return the card, None while nobody is called; times run from the hall's instants."""
    visit = inputs.workplace.current if inputs.workplace else None
    if visit is None:
        return None
    stage = visit.stages[-1] if visit.stages else None
    called_at = stage.called_at if stage else None
    timer_s = seconds_since(_in_state_since(visit, stage), inputs.now)
    target_s, long_s = _targets(visit, inputs)
    return VisitCard(
        visit=visit.visit,
        ticket=visit.ticket,
        service=service_name(inputs.hall, visit.service, inputs.language),
        lane=visit.lane,
        state=visit.state,
        timer_s=timer_s,
        waited_s=seconds_since(stage.issued_at, called_at) if stage else 0,
        issued_at=visit.issued_at,
        note=(stage.note or "") if stage else "",
        why=in_language(visit.why or {}, inputs.language),
        group=visit.group is not None,
        visitor_kind=visit.visitor_kind,
        target_s=target_s,
        pace=_pace(timer_s, target_s, long_s),
        goes_back=stage.goes_back if stage else False,
        earlier=tuple(_row(earlier, inputs) for earlier in visit.stages[:-1]),
    )


def _targets(visit: VisitView, inputs: Inputs) -> tuple[int, int]:
    """Return how long serving is expected to take and from when it is long, both 0 while it has not begun."""
    services = inputs.hall.services if inputs.hall else ()
    found = next((one for one in services if one.code == visit.service), None)
    if found is None or visit.state is not VisitState.SERVING:
        return 0, 0
    return found.serving_target_s, found.serving_long_s


def _pace(timer_s: int, target_s: int, long_s: int) -> Pace:
    """Return how the timer stands.

    >>> [_pace(seconds, 300, 900).value for seconds in (300, 301, 901)], _pace(9999, 0, 0).value
    (['in_time', 'over', 'long'], 'in_time')
    """
    if 0 < long_s < timer_s:
        return Pace.LONG
    return Pace.OVER if 0 < target_s < timer_s else Pace.IN_TIME


def _in_state_since(visit: VisitView, stage: StageView | None) -> datetime:
    if stage is None:
        return visit.issued_at
    if visit.state is VisitState.SERVING and stage.begun_at is not None:
        return stage.begun_at
    return stage.called_at or stage.issued_at


def _row(stage: StageView, inputs: Inputs) -> StageRow:
    return StageRow(
        service=service_name(inputs.hall, stage.service, inputs.language),
        counter=stage.counter,
        agent=agent_name(inputs.hall, stage.agent, inputs.language),
        outcome=stage.outcome,
        waited_s=seconds_since(stage.issued_at, stage.called_at) if stage.called_at else None,
        served_s=seconds_since(stage.begun_at, stage.ended_at) if stage.begun_at and stage.ended_at else None,
    )
