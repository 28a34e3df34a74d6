"""What the tables themselves refuse, and that a busy hall's questions use an index."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from contracts.words.hall import VisitState
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.platform.db.tables.core import metadata
from hall.queue.model.session import CounterSession
from tests.hall.queue.store.test_visit_rows import at, full_visit
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import SETTINGS, StoredHall

pytestmark = pytest.mark.dialect


def stored_twice(engine: Engine, one, other) -> None:
    with engine.begin() as connection:
        work = SqlWork(connection, at(0), SETTINGS)
        work.visits.add(one)
        work.visits.add(other)


def variant(name: str, ticket: str, state: VisitState):
    visit = full_visit()
    visit.id, visit.ticket = VisitId(name), ticket
    visit.stages = [replace(visit.stages[0], state=state)]
    return visit


@pytest.mark.parametrize("states", [("called", "serving"), ("serving", "serving")])
def test_a_counter_cannot_have_two_visits(engine: Engine, states: tuple[str, str]) -> None:
    one, other = (variant(f"v{n}", f"L00{n}", VisitState(state)) for n, state in enumerate(states))
    with pytest.raises(IntegrityError):
        stored_twice(engine, one, other)


def test_a_number_cannot_be_twice_in_the_hall(engine: Engine) -> None:
    with pytest.raises(IntegrityError):
        stored_twice(engine, variant("v1", "L001", VisitState.WAITING), variant("v2", "L001", VisitState.PARKED))


def test_a_number_may_come_round_and_walk_ups_have_none(engine: Engine) -> None:
    stored_twice(engine, variant("v1", "L001", VisitState.FINISHED), variant("v2", "L001", VisitState.WAITING))
    stored_twice(engine, variant("v3", "", VisitState.PARKED), variant("v4", "", VisitState.PARKED))


@pytest.mark.parametrize(("counter", "agent"), [(1, "noor"), (2, "said")])
def test_neither_counter_nor_agent_has_two_open_sessions(engine: Engine, counter: int, agent: str) -> None:
    with engine.connect() as connection:
        sessions = SqlWork(connection, at(0), SETTINGS).sessions
        sessions.add(CounterSession("s1", CounterId(1), AgentId("said"), at(1)))
        with pytest.raises(IntegrityError):
            sessions.add(CounterSession("s2", CounterId(counter), AgentId(agent), at(1)))


def test_every_constraint_has_a_name() -> None:
    for table in metadata.tables.values():
        assert table.primary_key.name == f"pk_{table.name}"
        assert all(index.name for index in table.indexes)
        assert all(constraint.name for constraint in table.constraints)


QUESTIONS = (
    "SELECT id FROM visit WHERE service_day = '2026-11-24' AND state = 'waiting' AND service = 'L'",
    "SELECT id FROM visit WHERE service_day = '2026-11-24' AND ticket = 'L001'",
    "SELECT id FROM visit WHERE state IN ('called', 'serving') AND counter = 3",
    "SELECT id FROM visit WHERE state IN ('waiting', 'called', 'serving', 'parked')",
    "SELECT id FROM visit WHERE service_day = '2026-11-24' AND called_at IS NOT NULL ORDER BY called_at DESC LIMIT 5",
    "SELECT id FROM visit WHERE code_hash = 'c' AND code_hash <> ''",
    "SELECT served_s FROM stage WHERE service = 'L' AND outcome IS NOT NULL AND ended_at > '' ORDER BY ended_at DESC",
    "SELECT min(seq) FROM fact WHERE service_day = '2026-11-24'",
    "SELECT min(seq) FROM outbox",
    "SELECT id FROM counter_session WHERE counter = 3 AND signed_out_at IS NULL",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_of_a_busy_hall_reads_a_whole_table(lite: StoredHall, question: str) -> None:
    with lite.store.engine.connect() as connection:
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {question}"))]
    assert plan
    assert not [step for step in plan if step.startswith("SCAN") and "USING" not in step], plan
    assert any("SEARCH" in step for step in plan), plan
