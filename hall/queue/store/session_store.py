"""Counter sessions in the database, as `hall.queue.model.ports.SessionStore`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from hall.kernel.facts import Fact
from hall.kernel.ids import AgentId, CounterId
from hall.platform.db.moment_rows import moment, moment_set, read_readings, readings_text
from hall.platform.db.tables.core import counter_session
from hall.queue.model.session import CounterSession

_IS_OPEN = counter_session.c.signed_out_at.is_(None)
_OPEN = select(counter_session).where(_IS_OPEN).order_by(counter_session.c.counter)
_AT = select(counter_session).where(_IS_OPEN, counter_session.c.counter == bindparam("at"))
_OF = select(counter_session).where(_IS_OPEN, counter_session.c.agent == bindparam("of"))
_PRESENT = select(counter_session.c.counter, counter_session.c.agent).where(_IS_OPEN)
_WORKING = _PRESENT.where(counter_session.c.on_break_since_at.is_(None))
_UPDATE = update(counter_session).where(counter_session.c.id == bindparam("old_id"))


class SqlSessions:
    """Open counter sessions over one connection."""

    def __init__(self, connection: Connection, record: Callable[[Fact], None]) -> None:
        self._connection = connection
        self._record = record

    def at(self, counter: CounterId) -> CounterSession | None:
        """Return the open session at the counter, or None."""
        return self._one(_AT, {"at": counter})

    def of(self, agent: AgentId) -> CounterSession | None:
        """Return the agent's open session, or None."""
        return self._one(_OF, {"of": agent})

    def open(self) -> Sequence[CounterSession]:
        """Return every open session, by counter."""
        return [_session(row) for row in self._connection.execute(_OPEN)]

    def present(self) -> Collection[tuple[CounterId, AgentId]]:
        """Return only the counter and the agent of every open session, because every call asks."""
        return [(CounterId(counter), AgentId(agent)) for counter, agent in self._connection.execute(_PRESENT)]

    def working(self) -> Collection[tuple[CounterId, AgentId]]:
        """Return those of `present` who are not on a break: every ticket asks."""
        return [(CounterId(counter), AgentId(agent)) for counter, agent in self._connection.execute(_WORKING)]

    def signed_in_since(self, agent: AgentId, since: datetime) -> bool:
        """Return whether the agent opened a session since an instant, ended or not."""
        query = select(counter_session.c.id).where(
            counter_session.c.agent == agent, counter_session.c.signed_in_at >= since
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def served_since(self, agent: AgentId, since: datetime) -> int:
        """Return how many the agent's newest session since an instant tells to be served, 0 without one."""
        mine = (counter_session.c.agent == agent) & (counter_session.c.signed_in_at >= since)
        query = select(counter_session.c.served).where(mine).order_by(counter_session.c.signed_in_at.desc())
        return self._connection.execute(query.limit(1)).scalar() or 0

    def add(self, session: CounterSession) -> None:
        """Store a new session and record its facts."""
        self._connection.execute(insert(counter_session), _values(session))
        self._told(session)

    def save(self, session: CounterSession) -> None:
        """Store a changed session and record its facts."""
        # Without the token, which the identities set and withdraw.
        done = self._connection.execute(_UPDATE, {**_values(session), "old_id": session.id})
        if done.rowcount != 1:
            raise AssertionError(f"session {session.id} is not stored")
        self._told(session)

    def _one(self, query: Select[Any], parameters: dict[str, Any]) -> CounterSession | None:
        row = self._connection.execute(query, parameters).first()
        return None if row is None else _session(row)

    def _told(self, session: CounterSession) -> None:
        facts = list(session.new_facts)
        session.new_facts.clear()
        for fact in facts:
            self._record(fact)


def _session(row: Row[Any]) -> CounterSession:
    readings = read_readings(row.readings)
    return CounterSession(
        id=row.id,
        counter=CounterId(row.counter),
        agent=AgentId(row.agent),
        signed_in=moment_set(row.signed_in_at, "signed_in", readings),
        signed_out=moment(row.signed_out_at, "signed_out", readings),
        on_break_since=moment(row.on_break_since_at, "on_break_since", readings),
        break_reason=row.break_reason,
        free_since=moment(row.free_since_at, "free_since", readings),
        served=row.served,
        last_call=moment(row.last_call_at, "last_call", readings),
        break_asked=row.break_asked,
        break_until=row.break_until,
        help_since=row.help_since,
        auto_call_at=row.auto_call_at,
        break_minutes=row.break_minutes,
    )


def _values(session: CounterSession) -> dict[str, Any]:
    moments = {
        "signed_in": session.signed_in,
        "signed_out": session.signed_out,
        "on_break_since": session.on_break_since,
        "free_since": session.free_since,
        "last_call": session.last_call,
    }
    return {
        "id": session.id,
        "counter": session.counter,
        "agent": session.agent,
        **{f"{name}_at": at.at if at else None for name, at in moments.items()},
        "readings": readings_text(moments),
        "break_reason": session.break_reason,
        "served": session.served,
        "break_asked": session.break_asked,
        "break_until": session.break_until,
        "help_since": session.help_since,
        "auto_call_at": session.auto_call_at,
        "break_minutes": session.break_minutes,
    }
