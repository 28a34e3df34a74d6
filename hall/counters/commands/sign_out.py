"""Close a counter session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import SessionWork, refuse_open_visit, session_at
from hall.queue.model.ports import HasVisits
from hall.queue.model.session import CounterSession


@dataclass(frozen=True)
class SignOut:
    """Close the session at `counter`; `by` is who does it (the agent, or the hall head)."""

    counter: CounterId
    by: str


class SignOutWork(SessionWork, HasVisits, Protocol):
    """What signing out reads and writes."""


def sign_out(command: SignOut, *, work: SignOutWork, now: Moment) -> CounterSession:
    """Close the session; refuse while the counter has a visit in hand."""
    session = session_at(work, command.counter)
    refuse_open_visit(work, command.counter)
    session.sign_out(command.by, at=now)
    work.sessions.save(session)
    return session
