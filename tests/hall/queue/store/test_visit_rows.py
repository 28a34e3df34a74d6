"""Every field of a visit survives its rows."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

from sqlalchemy import Engine

from contracts.words.hall import Lane, Outcome, VisitorKind, VisitState
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.stage import OwnPlace, ReturnPoint, ServiceBefore, Stage, Transaction
from hall.queue.model.visit import Visit
from tests.helpers.example_hall import NINE, TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import SETTINGS


def at(second: int) -> Moment:
    return Moment(NINE + timedelta(seconds=second, microseconds=second), second * 10**9, f"boot-{second % 2}")


def full_stage(service: str, first: int, state: VisitState) -> Stage:
    return Stage(
        ServiceCode(service), at(first), at(first + 1), state, CounterId(3), AgentId("said"),
        first_called=at(first + 2), called=at(first + 3), begun=at(first + 4), serving_since=at(first + 5),
        served_s=12.5, ended=at(first + 6), outcome=Outcome.REFERRED, goes_first=True, for_counter=CounterId(4),
        for_agent=AgentId("noor"), held_until_calls=9, recalls=2, recalled_at=NINE, note="bring the deed «ملكية»",
        remind_at=NINE, parked_since=NINE,
        back=ReturnPoint(ServiceCode("L"), CounterId(2), AgentId("said")), marks=("begun_late", "long"),
        transactions=(Transaction(ServiceCode("L"), 3, "ملكية"), Transaction(ServiceCode("H"))),
        why="longest_wait 1 0 standard 2", drawn_from=OwnPlace(CounterId(5), None, goes_first=True),
        changed_from=ServiceBefore(ServiceCode("E"), Lane.PREMIUM, 3, goes_first=True),
        late=True, given_up=True,
    )  # fmt: skip


def full_visit() -> Visit:
    return Visit(
        VisitId("v-full"), TUESDAY, "س047", 47, "س", Lane.PRIORITY, at(1),
        [full_stage("س", 10, VisitState.FINISHED), full_stage("H", 20, VisitState.PARKED)],
        code_hash="c" * 64, visitor_kind=VisitorKind.COMPANY, language="ar", issued_by="kiosk-1", returns=2,
        reinstated=1, revision=5, told=3, previous_state=VisitState.SERVING, carried_from=VisitId("yesterday"),
        topics=("deed", "ملكية"), group="g1", reprints=2,
    )  # fmt: skip


def visit(name: str, state: VisitState = VisitState.WAITING, second: int = 1, service: str = "L") -> Visit:
    """Return a visit of one stage in this state."""
    made = full_visit()
    made.id, made.issued = VisitId(name), at(second)
    made.stages = [replace(made.stages[0], state=state, service=ServiceCode(service))]
    return made


def differs_everywhere(value: object) -> list[str]:
    """Return the fields that stand at their default, which a forgotten column would not show."""
    fields = dataclasses.fields(value)  # type: ignore[arg-type]  # a test's shorthand
    return [
        field.name for field in fields
        if field.default is not dataclasses.MISSING and getattr(value, field.name) == field.default
    ]  # fmt: skip


def test_the_test_sets_every_field() -> None:
    assert differs_everywhere(full_visit()) == []
    assert differs_everywhere(full_visit().stages[0]) == []


def test_a_visit_with_every_field_set_comes_back_as_it_was(engine: Engine) -> None:
    visit = full_visit()
    with engine.begin() as connection:
        SqlWork(connection, at(0), SETTINGS).visits.add(visit)
    with engine.connect() as connection:
        assert SqlWork(connection, at(0), SETTINGS).visits.get(visit.id) == visit


def test_a_visit_with_nothing_set_comes_back_as_it_was(engine: Engine) -> None:
    visit = Visit(
        VisitId("v"), TUESDAY, "L001", None, "", Lane.STANDARD, at(1), [Stage(ServiceCode("L"), at(1), at(1))]
    )
    with engine.begin() as connection:
        SqlWork(connection, at(0), SETTINGS).visits.add(visit)
    with engine.connect() as connection:
        assert SqlWork(connection, at(0), SETTINGS).visits.get(visit.id) == visit


def test_a_change_of_every_field_is_stored(engine: Engine) -> None:
    visit = full_visit()
    plain = Visit(
        visit.id, TUESDAY, "L001", 1, "L", Lane.STANDARD, at(1), [replace(visit.stages[0], state=VisitState.WAITING)]
    )
    with engine.begin() as connection:
        work = SqlWork(connection, at(0), SETTINGS)
        work.visits.add(plain)
        loaded = work.visits.get(visit.id)
        for field in dataclasses.fields(Visit):
            if field.name not in {"id", "revision"}:
                setattr(loaded, field.name, getattr(visit, field.name))
        loaded.stages = [replace(loaded.stages[0], state=VisitState.FINISHED), visit.stages[1]]
        work.visits.save(loaded)
    with engine.connect() as connection:
        assert SqlWork(connection, at(0), SETTINGS).visits.get(visit.id) == replace(visit, revision=1)
