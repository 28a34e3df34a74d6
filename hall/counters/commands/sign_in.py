"""Open a counter session, or move it to another counter; the PIN is checked before this is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from hall.calendar.service_day import local, times_on
from hall.counters.commands.sign_out import SignOutWork
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.queue.commands.counter.at_counter import SessionWork, refuse_open_visit
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.model.refusals import AgentElsewhereError, CounterTakenError
from hall.queue.model.session import CounterSession, new_session


@dataclass(frozen=True)
class SignIn:
    """Open the session `session` (a new UUID) of `agent` at `counter`."""

    session: str
    counter: CounterId
    agent: AgentId
    move: bool = False
    """An agent who is signed in at another counter goes on here, with all that is parked there."""


class SignInWork(CurrentDayWork, SignOutWork, Protocol):
    """What signing in reads and writes."""


def sign_in(command: SignIn, *, work: SignInWork, now: Moment) -> CounterSession:
    """Open a counter session; the same agent at the same counter again gets the session that is open."""
    work.settings.counter(command.counter)
    work.settings.agent(command.agent)
    current_day(work, now)
    here = work.sessions.at(command.counter)
    if here is not None and here.agent == command.agent:
        return here
    if here is not None:
        raise CounterTakenError(f"{here.agent} is signed in at counter {command.counter}")
    elsewhere = work.sessions.of(command.agent)
    if elsewhere is not None and not command.move:
        raise AgentElsewhereError(f"{command.agent} is signed in at counter {elsewhere.counter}")
    if elsewhere is not None:
        return _move(elsewhere, command.counter, work)
    served = work.sessions.served_since(command.agent, _midnight(work, now))
    session = new_session(command.session, command.counter, command.agent, at=now, served=served)
    _mark_late_start(session, work, now)
    work.sessions.add(session)
    return session


def _move(session: CounterSession, counter: CounterId, work: SignOutWork) -> CounterSession:
    """Let a session go on at another counter with its parked visits; refuse while it has a visit in hand."""
    refuse_open_visit(work, session.counter)
    parked = [visit for visit in work.visits.parked_at(session.counter) if visit.stage.agent == session.agent]
    session.move_to(counter)
    work.sessions.save(session)
    for visit in parked:
        visit.move_to(counter)
        work.visits.save(visit)
    return session


def _mark_late_start(session: CounterSession, work: SessionWork, now: Moment) -> None:
    """Mark the agent's first session of the day where it begins long after the counters should be open."""
    here = local(now, work.settings)
    times = times_on(here.date(), work.settings.hours)
    if times is None or work.settings.hours.always_open:
        return
    opening = here.replace(hour=times.counters_open.hour, minute=times.counters_open.minute, second=0, microsecond=0)
    late_s = (here - opening).total_seconds()
    early = work.sessions.signed_in_since(session.agent, _midnight(work, now))
    if late_s > work.settings.limits.start_late_s and not early:
        session.mark_late_start(late_s)


def _midnight(work: HasSettings, now: Moment) -> datetime:
    """Return when the hall's day began."""
    return local(now, work.settings).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
