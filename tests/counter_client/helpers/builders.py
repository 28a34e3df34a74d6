"""Inputs, visits and workplaces for the counter client's tests, at fixed instants."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

from contracts.queue.answers import (
    FinishedVisit,
    ReturnView,
    SessionView,
    StageView,
    VisitView,
    WaitingRow,
    WorkplaceView,
)
from contracts.settings.hall_view import HallView
from contracts.settings.kiosks import InformationView
from contracts.words.hall import Lane, Outcome, VisitState
from counter_client.state.hall_command import Post
from counter_client.state.intents import Wish
from counter_client.state.server_clock import ServerClock
from counter_client.state.state import Inputs, LinkState, Sheet
from counter_client.update.decide import decide
from tests.helpers.fake_hall_state import FakeHallState, step_of
from tests.helpers.replacing import replace

NINE = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
HALL = FakeHallState().hall()
SERVICES = tuple(service.code for service in HALL.services)
CLOCK = ServerClock().heard(NINE, local_s=0.0)
"""At local second 0 it is nine in the hall."""

SESSION = SessionView(
    agent="said",
    names={"ar": "سعيد بن ناصر الحارثي", "en": "Said Al Harthi"},
    state="working",
    since=NINE - timedelta(minutes=30),
    break_reason=None,
    signed_in_at=NINE - timedelta(minutes=30),
    served=14,
)
ON_BREAK = replace(SESSION, state="on_break", since=NINE - timedelta(seconds=90), break_reason="prayer")


def ago(seconds: int) -> datetime:
    """Return the instant `seconds` before nine."""
    return NINE - timedelta(seconds=seconds)


def stage(service: str = "A", state: VisitState = VisitState.CALLED, **changes: Any) -> StageView:
    """Return a stage that waited 20 minutes and was called 20 s before nine."""
    usual = StageView(
        service=service,
        state=state,
        counter=3,
        agent="said",
        issued_at=ago(1220),
        called_at=ago(20),
        begun_at=None,
        ended_at=None,
        outcome=None,
    )
    return replace(usual, **changes)


def visit(ticket: str = "A047", state: VisitState = VisitState.CALLED, *stages: StageView, **changes: Any) -> VisitView:
    """Return a visit of one stage unless stages are given."""
    parts = stages or (stage(state=state),)
    last = parts[-1]
    usual = VisitView(
        visit=f"visit-{ticket}",
        ticket=ticket,
        service=last.service,
        lane=Lane.STANDARD,
        state=state,
        counter=3,
        issued_at=parts[0].issued_at,
        stages=parts,
    )
    return replace(usual, **changes)


def serving(ticket: str = "A047") -> VisitView:
    """Return a visit that has been served for 4 minutes."""
    return visit(ticket, VisitState.SERVING, stage(state=VisitState.SERVING, begun_at=ago(240)))


def finished(ticket: str = "A047") -> VisitView:
    """Return a visit that was finished at nine."""
    last = stage(state=VisitState.FINISHED, begun_at=ago(240), ended_at=NINE, outcome=Outcome.COMPLETED)
    return visit(ticket, VisitState.FINISHED, last)


def row(ticket: str, service: str = "A", waited_s: int = 600, head_start_s: int = 0, **changes: Any) -> WaitingRow:
    """Return a row of the waiting list."""
    usual = WaitingRow(
        visit=f"visit-{ticket}",
        ticket=ticket,
        service=service,
        lane=Lane.PRIORITY if head_start_s else Lane.STANDARD,
        issued_at=ago(waited_s),
        waited_s=waited_s,
        effective_wait_s=waited_s + head_start_s,
        held=False,
    )
    return replace(usual, **changes)


def workplace(current: VisitView | None = None, *waiting: WaitingRow, **changes: Any) -> WorkplaceView:
    """Return a workplace at counter 3 with Said signed in."""
    usual = WorkplaceView(
        counter=3,
        stream="s",
        seq=7,
        session=SESSION,
        current=current,
        waiting=waiting,
        parked=(),
        services=SERVICES,
        missed=(),
        at=NINE,
    )
    place = replace(usual, **changes)
    return place if "next_action" in changes else replace(place, next_action=step_of(place))


GROUPS = {
    name: group
    for group in ("link", "sign_in", "listed", "presses", "training", "pc")
    for name in (one.name for one in fields(getattr(Inputs(counter=3, language="en"), group)))
}
"""The group of the inputs to which a field belongs, by the field's name."""


def changed(inputs: Inputs, **changes: Any) -> Inputs:
    """Return the inputs with these changes, those within a group by the names of its fields."""
    for name, value in changes.items():
        group = GROUPS.get(name)
        within = {group: replace(getattr(inputs, group), **{name: value})} if group else {name: value}
        inputs = replace(inputs, **within)
    return inputs


def at_sign_in(**changes: Any) -> Inputs:
    """Return the inputs of a program that knows its hall and nobody's name."""
    return changed(Inputs(counter=3, language="en", link=LinkState(CLOCK), hall=HALL), **changes)


def at_work(current: VisitView | None = None, *waiting: WaitingRow, **changes: Any) -> Inputs:
    """Return the inputs of a signed-in agent, at nine."""
    signed_in = at_sign_in(signed_in=True, workplace=workplace(current, *waiting), agent="said")
    return changed(signed_in, **changes)


DOCUMENTS = ({"ar": "سند الملكية", "en": "Title deed"}, {"ar": "البطاقة الشخصية", "en": "Identity card"})
TARGET_S, LONG_S = 420, 1260


def with_documents() -> HallView:
    """Return the hall with two documents to bring for its first service, and a target for serving."""
    told = InformationView(DOCUMENTS, {}, {}, "")
    first, *others = HALL.services
    first = replace(first, information=told, serving_target_s=TARGET_S, serving_long_s=LONG_S)
    return replace(HALL, services=(first, *others))


def slip(*missing: str) -> ReturnView:
    """Return a code to come back with."""
    return ReturnView("48213377", "A047", "A", NINE.date(), NINE.date() + timedelta(days=7), missing, "good")


def finished_with(visit: VisitView, **more: Any) -> FinishedVisit:
    """Return a visit as the answer to its finish gives it."""
    told = {name: getattr(visit, name) for name in VisitView.__struct_fields__}
    return FinishedVisit(**{**told, **more})


def done(inputs: Inputs, *wishes: Wish) -> tuple[Inputs, Post | None]:
    """Do one wish after the other, a second apart."""
    post = None
    for wish in wishes:
        inputs, post = decide(replace(inputs, now_s=inputs.now_s + 1), wish)
    return inputs, post


def sheet_of(inputs: Inputs) -> Sheet:
    assert inputs.sheet is not None
    return inputs.sheet
