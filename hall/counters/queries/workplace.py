"""What an agent sees at a counter: session, visit in hand, who waits in which order, who is parked or missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from contracts.queue.answers import AskView, PrayerTurnView, SessionView, WaitingRow, WorkplaceView
from hall.calendar.service_day import ServiceDay, TicketsGiven, local, tickets_given
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.counters.commands.begin_break import left_alone
from hall.counters.commands.prayer_turns import back_text, prayer_turns
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.queue.model.calling.rule import CallingAgent, Choice, calling_order
from hall.queue.model.marks import asks_about
from hall.queue.model.next_action import next_action
from hall.queue.model.ports import HasVisits
from hall.queue.model.session import CounterSession
from hall.queue.model.visit import Visit
from hall.queue.queries.queue_context import QueueContextWork, queue_context, taker_at
from hall.queue.queries.visit_view import visit_view
from hall.settings.queries.hall import names_of_agent

SHOWN = 40
"""The answer lists this many waiting visitors: agents look no further, and all counters ask after every call."""
_NOBODY: tuple[Visit, ...] = ()


class WorkplaceViewWork(ShownDayWork, QueueContextWork, HasVisits, Protocol):
    """What the view of a counter reads."""


def workplace_view(
    counter: CounterId, *, work: WorkplaceViewWork, now: Moment, stream: str, seq: int, notes: bool = True
) -> WorkplaceView:
    """Return the counter's workplace at fact `seq`, for people with the notes about visitors.

    Raise CounterUnknownError.
    """
    settings = work.settings
    settings.counter(counter)
    session = work.sessions.at(counter)
    taker = _taker(settings, counter, session)
    day = shown_day(work, now)
    current = work.visits.at_counter(counter)
    missed = work.visits.missed(day.day) if day else _NOBODY
    order = _order(day, taker, work, now)
    sessions = work.sessions.open()
    return WorkplaceView(
        counter=counter,
        stream=stream,
        seq=seq,
        session=_session_view(session, settings) if session else None,
        current=visit_view(current, notes=notes) if current else None,
        waiting=tuple(_row(choice) for choice in order[:SHOWN]),
        parked=tuple(visit_view(visit, notes=notes) for visit in work.visits.parked_at(counter)),
        services=taker.services,
        missed=tuple(visit_view(visit) for visit in missed if visit.service in taker.services),
        at=now.at,
        asks=tuple(AskView(kind, round(s)) for kind, s in asks_about(current.stage, now, settings)) if current else (),
        last_for=tuple(left_alone(session, sessions, settings)) if session else (),
        away=sum(one.on_break for one in sessions if one.counter != counter),
        by_lane=Counter(choice.waiting.lane.value for choice in order),
        prayer_turns=_turns_view(session, sessions, settings) if session else (),
        next_action=next_action(
            signed_in=session is not None,
            on_break=session is not None and session.on_break,
            visit=current.state if current else None,
            day_closed=tickets_given(work.days.latest(), local(now, settings), settings) is TicketsGiven.CLOSED,
        ),
    )


def _turns_view(
    session: CounterSession, sessions: Sequence[CounterSession], settings: HallSettings
) -> tuple[PrayerTurnView, ...]:
    turns = prayer_turns(session, sessions, settings)
    return tuple(PrayerTurnView(turn.service, turn.away, back_text(turn, settings)) for turn in turns)


def _taker(settings: HallSettings, counter: CounterId, session: CounterSession | None) -> CallingAgent:
    if session is None:
        return CallingAgent(counter, AgentId(""), settings.counter(counter).services)
    return taker_at(settings, counter, session.agent)


def _order(day: ServiceDay | None, taker: CallingAgent, work: WorkplaceViewWork, now: Moment) -> Sequence[Choice]:
    if day is None:
        return ()
    return calling_order(work.visits.queue(day.day), taker, queue_context(work, day, now), work.settings)


def _row(choice: Choice) -> WaitingRow:
    who = choice.waiting
    return WaitingRow(
        visit=who.visit,
        ticket=who.ticket,
        service=who.service,
        lane=who.lane,
        issued_at=who.issued.at,
        waited_s=round(max(0.0, choice.waited_s)),
        effective_wait_s=round(choice.effective_wait_s),
        held=choice.held,
    )


def _session_view(session: CounterSession, settings: HallSettings) -> SessionView:
    return SessionView(
        agent=session.agent,
        names=names_of_agent(settings, session.agent),
        state="on_break" if session.on_break else "working",
        since=(session.on_break_since or session.signed_in).at,
        break_reason=session.break_reason,
        signed_in_at=session.signed_in.at,
        served=session.served,
        break_asked=session.break_asked,
        break_until=session.break_until,
        help_since=session.help_since,
        auto_call_at=session.auto_call_at,
    )
