"""Stop the automatic call after a finish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import SessionWork, session_at
from hall.queue.model.session import CounterSession


@dataclass(frozen=True)
class StopAutoCall:
    """Make no automatic call at `counter` this time."""

    counter: CounterId


class StopAutoCallWork(SessionWork, Protocol):
    """What stopping an automatic call reads and writes."""


def stop_auto_call(command: StopAutoCall, *, work: StopAutoCallWork, now: Moment) -> CounterSession:  # noqa: ARG001  # all are asked alike
    """Stop it; where none was coming, nothing changes."""
    session = session_at(work, command.counter)
    session.stop_auto_call()
    work.sessions.save(session)
    return session
