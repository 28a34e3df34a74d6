"""Sign in and out at a counter, and go on a break; PINs are checked before this is asked."""

from __future__ import annotations

from dataclasses import dataclass

from hall.application.at_counter import refuse_open_visit, session_at
from hall.application.current_day import current_day
from hall.application.ports import Work
from hall.domain.counter_errors import AgentElsewhereError, CounterTakenError
from hall.domain.errors import ReasonUnknownError
from hall.domain.ids import AgentId, CounterId
from hall.domain.moment import Moment
from hall.domain.session import CounterSession, opened

BREAK_REASONS = ("prayer", "meal", "personal", "meeting", "other")
"""Why an agent may leave the counter for a while, as `BreakRequest` lists them."""


@dataclass(frozen=True)
class SignIn:
    """Open the session `session` (a new UUID) of `agent` at `counter`."""

    session: str
    counter: CounterId
    agent: AgentId


@dataclass(frozen=True)
class SignOut:
    """Close the session at `counter`; `by` is who does it (the agent, or the hall head)."""

    counter: CounterId
    by: str


@dataclass(frozen=True)
class Break:
    """Begin a break at `counter`."""

    counter: CounterId
    reason: str


@dataclass(frozen=True)
class ResumeWork:
    """End the break at `counter`."""

    counter: CounterId


def sign_in(command: SignIn, *, work: Work, now: Moment) -> CounterSession:
    """Open a counter session; the same agent at the same counter again gets the session that is open."""
    work.settings.counter(command.counter)
    work.settings.agent(command.agent)
    here = work.sessions.at(command.counter)
    if here is not None and here.agent == command.agent:
        return here
    if here is not None:
        raise CounterTakenError(f"{here.agent} is signed in at counter {command.counter}")
    elsewhere = work.sessions.of(command.agent)
    if elsewhere is not None:
        raise AgentElsewhereError(f"{command.agent} is signed in at counter {elsewhere.counter}")
    current_day(work, now)
    session = opened(command.session, command.counter, command.agent, at=now)
    work.sessions.add(session)
    return session


def sign_out(command: SignOut, *, work: Work, now: Moment) -> CounterSession:
    """Close the session; refuse while the counter has a visit in hand."""
    session = session_at(work, command.counter)
    refuse_open_visit(work, command.counter)
    session.sign_out(command.by, at=now)
    work.sessions.save(session)
    return session


def begin_break(command: Break, *, work: Work, now: Moment) -> CounterSession:
    """Begin a break for one of the known reasons; refuse while the counter has a visit in hand."""
    session = session_at(work, command.counter)
    refuse_open_visit(work, command.counter)
    if command.reason not in BREAK_REASONS:
        known = ", ".join(BREAK_REASONS)
        raise ReasonUnknownError(f"a break needs a reason, one of {known}; got {command.reason[:40]!r}")
    session.begin_break(command.reason, at=now)
    work.sessions.save(session)
    return session


def resume_work(command: ResumeWork, *, work: Work, now: Moment) -> CounterSession:
    """End the break."""
    session = session_at(work, command.counter)
    session.end_break(at=now)
    work.sessions.save(session)
    return session
