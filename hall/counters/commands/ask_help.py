"""Call the hall head to a counter, and say that help is not needed any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.queue.commands.counter.at_counter import SessionWork, session_at
from hall.queue.model.session import CounterSession


@dataclass(frozen=True)
class AskHelp:
    """The agent at `counter` wants the hall head there."""

    counter: CounterId


@dataclass(frozen=True)
class EndHelp:
    """Help is not needed any more at `counter`; `by` is who says so."""

    counter: CounterId
    by: str


class AskHelpWork(SessionWork, Protocol):
    """What asking for help reads and writes."""


def ask_help(command: AskHelp, *, work: AskHelpWork, now: Moment) -> CounterSession:
    """Raise the alert; asking again changes nothing."""
    session = session_at(work, command.counter)
    session.ask_help(at=now.at)
    work.sessions.save(session)
    return session


def end_help(command: EndHelp, *, work: AskHelpWork, now: Moment) -> CounterSession:  # noqa: ARG001  # all are asked alike
    """Let the alert be over."""
    session = session_at(work, command.counter)
    session.end_help(command.by)
    work.sessions.save(session)
    return session
