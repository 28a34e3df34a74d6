"""Begin a break, at once or after the visit in hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from hall.calendar.ports import HasDays
from hall.counters.commands.prayer_turns import prayer_turns, refuse_out_of_turn
from hall.counters.model.prayer_turns import PRAYER
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.refusals import ReasonUnknownError
from hall.kernel.settings import HallSettings
from hall.queue.commands.counter.at_counter import SessionWork, refuse_open_visit, session_at
from hall.queue.model.ports import HasVisits
from hall.queue.model.refusals import LastCounterError
from hall.queue.model.session import CounterSession
from hall.queue.queries.queue_context import taker_at

BREAK_REASONS = (PRAYER, "meal", "personal", "meeting", "other")
"""Why an agent may leave the counter for a while, as `BreakRequest` lists them."""


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
