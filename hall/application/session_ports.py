"""What the use cases need of counter sessions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from hall.domain.ids import AgentId, CounterId
from hall.domain.session import CounterSession


class SessionStore(Protocol):
    """Open counter sessions."""

    def at(self, counter: CounterId) -> CounterSession | None:
        """Return the open session at the counter, or None."""
        ...

    def of(self, agent: AgentId) -> CounterSession | None:
        """Return the agent's open session, or None."""
        ...

    def open(self) -> Sequence[CounterSession]:
        """Return every open session."""
        ...

    def present(self) -> Collection[tuple[CounterId, AgentId]]:
        """Return the counter and the agent of every open session, for who needs no more of them."""
        ...

    def working(self) -> Collection[tuple[CounterId, AgentId]]:
        """Return those of `present` who are not on a break."""
        ...

    def signed_in_since(self, agent: AgentId, since: datetime) -> bool:
        """Return whether the agent opened a session since an instant, ended or not."""
        ...

    def served_since(self, agent: AgentId, since: datetime) -> int:
        """Return how many the agent's newest session since an instant tells to be served, 0 without one."""
        ...

    def add(self, session: CounterSession) -> None:
        """Store a new session and record its facts."""
        ...

    def save(self, session: CounterSession) -> None:
        """Store a changed session and record its facts."""
        ...


class HasSessions(Protocol):
    """Gives the open counter sessions."""

    @property
    def sessions(self) -> SessionStore:
        """The open counter sessions."""
        ...
