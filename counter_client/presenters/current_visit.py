"""From inputs to the card of the visit in hand. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from contracts.hall_answers import StageView, VisitView
from contracts.hall_words import Lane, Outcome, VisitState
from counter_client.inputs import Inputs
from counter_client.names import agent_name, in_language, service_name
from counter_client.server_clock import seconds_since


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


def derive_card(inputs: Inputs) -> VisitCard | None:
    """Return the card, None while nobody is called; times run from the hall's instants."""
    visit = inputs.workplace.current if inputs.workplace else None
    if visit is None:
        return None
    stage = visit.stages[-1] if visit.stages else None
    called_at = stage.called_at if stage else None
    return VisitCard(
        visit=visit.visit,
        ticket=visit.ticket,
        service=service_name(inputs.hall, visit.service, inputs.language),
        lane=visit.lane,
        state=visit.state,
        timer_s=seconds_since(_in_state_since(visit, stage), inputs.now),
        waited_s=seconds_since(stage.issued_at, called_at) if stage else 0,
        issued_at=visit.issued_at,
        note=(stage.note or "") if stage else "",
        why=in_language(visit.why or {}, inputs.language),
        group=visit.group is not None,
        earlier=tuple(_row(earlier, inputs) for earlier in visit.stages[:-1]),
    )


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
