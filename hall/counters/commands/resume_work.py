"""End a break, or take back one that was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import SessionWork, session_at
from hall.queue.model.session import CounterSession


@dataclass(frozen=True)
class ResumeWork:
    """End the break at `counter`."""

    counter: CounterId


def resume_work(command: ResumeWork, *, work: SessionWork, now: Moment) -> CounterSession:
    """End the break, or take back one that was asked for."""
    session = session_at(work, command.counter)
    session.end_break(at=now)
    work.sessions.save(session)
    return session
