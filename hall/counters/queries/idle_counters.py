"""Counters that are free though somebody waits for them: the hall head should know before the visitors complain."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from hall.calendar.service_day import ServiceDay
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.queue.model.calling.rule import QueueContext, choices_of
from hall.queue.model.calling.waiting_line import Waiting
from hall.queue.model.ports import HasVisits
from hall.queue.model.session import CounterSession
from hall.queue.queries.queue_context import QueueContextWork, queue_context, taker_at

IDLE_S = 120.0


class IdleCountersWork(QueueContextWork, HasSettings, HasVisits, Protocol):
    """What finding idle counters reads."""


def idle_counters(
    busy: Collection[CounterId], day: ServiceDay, *, work: IdleCountersWork, now: Moment
) -> frozenset[CounterId]:
    """Return the counters that have been free for `IDLE_S` while somebody they may call has waited for as long.

    `busy` are the counters with a visit in hand.
    """
    free = [
        session
        for session in work.sessions.open()
        if session.counter not in busy
        and not session.on_break
        and now.seconds_since(session.free_since or session.signed_in) >= IDLE_S
    ]
    if not free:
        return frozenset()
    waiting = [who for who in work.visits.queue(day.day) if now.seconds_since(who.issued) >= IDLE_S]
    around = queue_context(work, day, now)
    return frozenset(session.counter for session in free if _has_somebody(session, waiting, around, work))


def _has_somebody(session: CounterSession, waiting: Sequence[Waiting], around: QueueContext, work: HasSettings) -> bool:
    taker = taker_at(work.settings, session.counter, session.agent)
    return any(not choice.held for choice in choices_of(waiting, taker, around, work.settings))
