"""What every move at a counter checks first: the counter, its session, the visit in hand, the reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.kernel.refusals import ReasonUnknownError
from hall.kernel.request_settings import offered
from hall.queue.model.double_press import is_double_press
from hall.queue.model.ports import HasSessions, HasVisits
from hall.queue.model.refusals import (
    CalledJustNowError,
    NotSignedInError,
    NoVisitError,
    OnBreakError,
    PressedTwiceError,
    VisitOpenError,
)
from hall.queue.model.session import CounterSession
from hall.queue.model.stage import Stage
from hall.queue.model.visit import Visit


class SessionWork(HasSessions, HasSettings, Protocol):
    """What the session at a counter is read from and stored in."""


def session_at(work: SessionWork, counter: CounterId) -> CounterSession:
    """Return the open session at the counter; refuse where nobody is signed in."""
    work.settings.counter(counter)
    session = work.sessions.at(counter)
    if session is None:
        raise NotSignedInError(f"nobody is signed in at counter {counter}")
    return session


def working_at(work: SessionWork, counter: CounterId) -> CounterSession:
    """Return the session at the counter; refuse while its agent is on a break."""
    session = session_at(work, counter)
    _refuse_break(session)
    return session


def _refuse_break(session: CounterSession) -> None:
    if session.on_break:
        raise OnBreakError(f"{session.agent} is on a break")


class VisitInHandWork(SessionWork, HasVisits, Protocol):
    """What finding the visit at a counter reads."""


def free_at(work: VisitInHandWork, counter: CounterId, *, pressed: Moment | None = None) -> CounterSession:
    """Return the session at a counter that has no visit called or being served; refuse otherwise.

    `pressed` is now where a person pressed a key or button: a double press is refused.
    """
    session, visit = _working_at(work, counter, pressed)
    _refuse_visit(counter, visit)
    return session


def refuse_open_visit(work: HasVisits, counter: CounterId) -> None:
    """Refuse while the counter has a visit in hand."""
    _refuse_visit(counter, work.visits.at_counter(counter))


def _refuse_visit(counter: CounterId, visit: Visit | None) -> None:
    if visit is not None:
        raise VisitOpenError(f"counter {counter} still has {visit.ticket or 'a walk-up visit'} ({visit.state.value})")


def session_and_visit(
    work: VisitInHandWork, counter: CounterId, *, pressed: Moment | None = None
) -> tuple[CounterSession, Visit]:
    """Return the session at the counter and the visit called to it or being served; refuse where there is none.

    `pressed` is now where a person pressed a key or button: a double press is refused.
    """
    session, visit = _working_at(work, counter, pressed)
    if visit is None:
        raise NoVisitError(f"counter {counter} has no visit called or being served")
    return session, visit


def leave_counter(
    work: SessionWork, session: CounterSession, now: Moment, *, ended: Stage | None = None, finished: bool = False
) -> None:
    """Remember that the counter is free from now on, and count the stage that has `ended` where it was served.

    A requested break begins; otherwise, after a finish, the next call may be automatic.
    """
    wanted = finished and any(one.code == session.agent and one.auto_call for one in work.settings.agents)
    auto_call_at = now.at + timedelta(seconds=work.settings.limits.auto_call_s) if wanted else None
    session.leave(at=now, served=int(ended is not None and ended.was_served), auto_call_at=auto_call_at)
    work.sessions.save(session)


def _working_at(
    work: VisitInHandWork, counter: CounterId, pressed: Moment | None
) -> tuple[CounterSession, Visit | None]:
    """Return the session of a counter without a break, and its visit; refuse a double press at first."""
    session, visit = session_at(work, counter), work.visits.at_counter(counter)
    if pressed is not None and is_double_press(visit.stage if visit else None, session.free_since, pressed):
        raise PressedTwiceError(f"counter {counter} did its last step only a moment ago")
    _refuse_break(session)
    return session, visit


def end_auto_call(work: HasSessions, session: CounterSession) -> None:
    """Cancel the automatic call: the agent calls."""
    if session.auto_call_at is not None:
        session.auto_call_at = None
        work.sessions.save(session)


def remember_call(work: SessionWork, session: CounterSession, now: Moment) -> None:
    """Remember that a person called somebody now, for the hall that asks about a second call."""
    if work.settings.limits.call_guard_s > 0:
        session.last_call = now
        work.sessions.save(session)


def refuse_second_call(work: HasSettings, session: CounterSession, now: Moment, *, sure: bool) -> None:
    """Refuse a call within the hall's seconds after the counter's last one, unless it is meant."""
    if session.last_call is None or sure:
        return
    ago_s = now.seconds_since(session.last_call)
    if ago_s < work.settings.limits.call_guard_s:
        raise CalledJustNowError(f"counter {session.counter} called somebody {ago_s:.0f} s ago; say `sure` to call on")


def checked_reason(work: HasSettings, reason: str | None) -> str:
    """Return the reason of a move out of order; refuse one that is not on the hall's list."""
    codes = [one.code for one in offered(work.settings.reasons)]
    if reason is None or reason not in codes:
        known = ", ".join(codes)
        raise ReasonUnknownError(f"a reason is needed, one of {known}; got {(reason or 'nothing')[:40]!r}")
    return reason
