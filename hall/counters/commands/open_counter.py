"""Sign in and out at a counter, and go on a break; PINs are checked before this is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from hall.calendar.ports import HasDays
from hall.calendar.service_day import local, times_on
from hall.counters.commands.prayer_turns import prayer_turns, refuse_out_of_turn
from hall.counters.model.prayer_turns import PRAYER
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.refusals import ReasonUnknownError
from hall.kernel.settings import HallSettings
from hall.queue.commands.counter.at_counter import SessionWork, refuse_open_visit, session_at
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.model.ports import HasVisits
from hall.queue.model.refusals import AgentElsewhereError, CounterTakenError, LastCounterError
from hall.queue.model.session import CounterSession, opened
from hall.queue.queries.surroundings import taker_at

BREAK_REASONS = (PRAYER, "meal", "personal", "meeting", "other")
"""Why an agent may leave the counter for a while, as `BreakRequest` lists them."""


@dataclass(frozen=True)
class SignIn:
    """Open the session `session` (a new UUID) of `agent` at `counter`."""

    session: str
    counter: CounterId
    agent: AgentId
    move: bool = False
    """An agent who is signed in at another counter goes on here, with all that is parked there."""


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
    minutes: int | None = None
    """For how long, as the agent thinks."""
    after_visit: bool = False
    """While a visit is in hand, begin when it leaves."""
    unless_last: bool = False
    """Refuse where nobody else would serve a service for which somebody waits."""
    in_turn: bool = False
    """Refuse a prayer break while too many who serve one of the agent's services are at prayer."""


@dataclass(frozen=True)
class ResumeWork:
    """End the break at `counter`."""

    counter: CounterId


class SignOutWork(SessionWork, HasVisits, Protocol):
    """What signing out reads and writes."""


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
    session = opened(command.session, command.counter, command.agent, at=now, served=served)
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


def sign_out(command: SignOut, *, work: SignOutWork, now: Moment) -> CounterSession:
    """Close the session; refuse while the counter has a visit in hand."""
    session = session_at(work, command.counter)
    refuse_open_visit(work, command.counter)
    session.sign_out(command.by, at=now)
    work.sessions.save(session)
    return session


class BeginBreakWork(SessionWork, HasDays, HasVisits, Protocol):
    """What beginning a break reads and writes."""


def begin_break(command: Break, *, work: BeginBreakWork, now: Moment) -> CounterSession:
    """Begin a break for one of the known reasons; refuse while the counter has a visit in hand."""
    session = session_at(work, command.counter)
    busy = work.visits.at_counter(command.counter) is not None
    if not command.after_visit:
        refuse_open_visit(work, command.counter)
    if command.reason not in BREAK_REASONS:
        known = ", ".join(BREAK_REASONS)
        raise ReasonUnknownError(f"a break needs a reason, one of {known}; got {command.reason[:40]!r}")
    if command.unless_last:
        _refuse_last(session, work)
    turns = prayer_turns(session, work.sessions.open(), work.settings) if command.reason == PRAYER else ()
    if command.in_turn:
        refuse_out_of_turn(turns, work.settings)
    if busy:
        session.ask_break(command.reason, command.minutes, out_of_turn=bool(turns))
    else:
        session.begin_break(command.reason, at=now, minutes=command.minutes, out_of_turn=bool(turns))
    work.sessions.save(session)
    return session


def left_alone(
    session: CounterSession, sessions: Sequence[CounterSession], settings: HallSettings
) -> list[ServiceCode]:
    """Return the services that nobody else serves now: a break here leaves them without a counter."""
    others = {
        code
        for other in sessions
        if other.id != session.id and not other.on_break
        for code in taker_at(settings, other.counter, other.agent).services
    }
    mine = taker_at(settings, session.counter, session.agent).services
    return [code for code in mine if code not in others]


def _refuse_last(session: CounterSession, work: BeginBreakWork) -> None:
    day = work.days.latest()
    alone = left_alone(session, work.sessions.open(), work.settings)
    alone = [code for code in alone if day and work.visits.count_waiting(day.day, code)]
    if alone:
        raise LastCounterError(f"nobody else serves {', '.join(alone)}, for which people wait")


def resume_work(command: ResumeWork, *, work: SessionWork, now: Moment) -> CounterSession:
    """End the break, or take back one that was asked for."""
    session = session_at(work, command.counter)
    session.end_break(at=now)
    work.sessions.save(session)
    return session
