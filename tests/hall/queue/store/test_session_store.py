"""Counter sessions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from hall.calendar.facts import BreakBegun, SignedIn, SignedOut
from hall.kernel.facts import Fact
from hall.kernel.ids import AgentId, CounterId
from hall.people.store.identity_store import SqlIdentities
from hall.queue.model.session import CounterSession, new_session
from hall.queue.store.session_store import SqlSessions
from tests.hall.queue.store.test_visit_rows import at
from tests.helpers.replacing import replace

FACTS: list[Fact] = []


@pytest.fixture
def sessions(engine: Engine) -> Iterator[SqlSessions]:
    FACTS.clear()
    with engine.begin() as connection:
        yield SqlSessions(connection, FACTS.append)


def new(counter: int = 1, agent: str = "said") -> CounterSession:
    return new_session(f"s{counter}", CounterId(counter), AgentId(agent), at=at(1))


def test_a_session_is_found_by_counter_and_by_agent_until_it_is_closed(sessions: SqlSessions) -> None:
    one, other = new(2, "noor"), new(1)
    sessions.add(one)
    sessions.add(other)
    assert sessions.at(CounterId(2)) == sessions.of(AgentId("noor")) == replace(one, new_facts=[])
    assert [session.counter for session in sessions.open()] == [1, 2]
    assert sorted(sessions.present()) == [(1, "said"), (2, "noor")]
    other.begin_break("meal", at=at(5))
    sessions.save(other)
    assert list(sessions.working()) == [(2, "noor")]
    one.sign_out("head", at=at(9))
    sessions.save(one)
    assert list(sessions.working()) == []
    assert sessions.at(CounterId(2)) is None
    assert sessions.of(AgentId("noor")) is None
    assert [session.counter for session in sessions.open()] == [1]
    assert list(sessions.present()) == [(1, "said")]


def test_every_field_comes_back(sessions: SqlSessions) -> None:
    session = new()
    sessions.add(session)
    session.begin_break("meal", at=at(5))
    session.served = 7
    sessions.save(session)
    assert sessions.at(CounterId(1)) == CounterSession(
        "s1", CounterId(1), AgentId("said"), at(1), None, at(5), "meal", 7
    )


def test_how_many_an_agent_served_is_read_from_his_newest_session_since_an_instant(sessions: SqlSessions) -> None:
    said = AgentId("said")
    assert sessions.served_since(said, at(0).at) == 0
    for name, minute, served in (("early", 1, 3), ("late", 20, 5)):
        session = new_session(name, CounterId(1), said, at=at(minute), served=served)
        session.sign_out("said", at=at(minute + 10))
        sessions.add(session)
    sessions.add(new_session("other", CounterId(2), AgentId("noor"), at=at(40), served=9))
    assert sessions.served_since(said, at(0).at) == 5
    assert sessions.served_since(said, at(21).at) == 0


def test_facts_are_recorded_once_in_order(sessions: SqlSessions) -> None:
    session = new()
    sessions.add(session)
    session.begin_break("meal", at=at(5))
    sessions.save(session)
    sessions.save(session)
    session.on_break_since = None
    session.sign_out("said", at=at(6))
    sessions.save(session)
    assert [type(fact) for fact in FACTS] == [SignedIn, BreakBegun, SignedOut]


def test_a_session_that_is_not_there_is_a_bug(sessions: SqlSessions) -> None:
    with pytest.raises(AssertionError, match="s1 is not stored"):
        sessions.save(new())


def test_what_was_found_can_be_changed_without_being_stored(sessions: SqlSessions) -> None:
    sessions.add(new())
    found = sessions.at(CounterId(1))
    assert found is not None
    found.served = 99
    again = sessions.at(CounterId(1))
    assert again is not None
    assert again.served == 0


def test_a_saved_session_keeps_its_token(sessions: SqlSessions) -> None:
    session = new()
    sessions.add(session)
    identities = SqlIdentities(sessions._connection, at(1).at)
    identities.add_session_token("s1", "t" * 64)
    owner = identities.owner_of("t" * 64)
    assert owner is not None
    sessions.save(session)
    assert identities.owner_of("t" * 64) == owner
