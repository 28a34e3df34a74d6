"""What the hall head sees now: every queue, every counter, and what somebody must act on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from contracts.codec.message import replace
from contracts.queue.queues_view import CounterNow, DeviceNow, QueuesView, ServiceQueue
from contracts.words.hall import VisitState
from hall.calendar.day_view import DayViewWork, day_view
from hall.calendar.service_day import BY_HOUR, ServiceDay
from hall.calendar.shown_day import ShownDayWork, shown_day
from hall.counters.queries.idle_counters import IdleCountersWork, idle_counters
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.settings import Counter, HallSettings, Service
from hall.queue.commands.issue_ticket import quota_left
from hall.queue.model.ports import WaitingSince
from hall.queue.model.session import CounterSession
from hall.queue.model.stage import AT_COUNTER
from hall.queue.model.visit import Visit
from hall.queue.queries.place import Estimate
from hall.queue.queries.staffing import counters_open_at, open_counters
from hall.settings.queries.hall import names_of_agent

OVER_TARGET = "over_target"
"""Somebody waits longer than the service's target."""
NO_COUNTER = "no_counter"
"""Somebody waits and no signed-in agent may serve the service."""
DATE_DOUBTFUL = "date_doubtful"
"""The clock's date waits for the hall head."""
DAY_CLOSED_ITSELF = "day_closed_itself"
"""Nobody closed the service day before this one, so the set hour did."""


class QueuesViewWork(IdleCountersWork, DayViewWork, ShownDayWork, Protocol):
    """What the hall head's view of the queues reads."""


def queues_view(
    *,
    work: QueuesViewWork,
    now: Moment,
    stream: str,
    seq: int,
    estimate: Estimate,
    devices: Sequence[DeviceNow] = (),
) -> QueuesView:
    """Return the figures at fact `seq`; the caller gives the state of the `devices`."""
    day = shown_day(work, now)
    attended = work.visits.attended(day.day) if day else ()
    sessions = {session.counter: session for session in work.sessions.open()}
    return QueuesView(
        stream=stream,
        seq=seq,
        at=now.at,
        day=day_view(work=work, now=now),
        services=_queues(day, sessions, work, now, estimate),
        counters=_counters(day, attended, sessions, work, now),
        devices=tuple(devices),
        alerts=_alerts(work, now),
        parked=sum(visit.state is VisitState.PARKED for visit in attended),
        no_shows=work.visits.count_missed(day.day) if day else 0,
    )


def _queues(
    day: ServiceDay | None,
    sessions: Mapping[CounterId, CounterSession],
    work: QueuesViewWork,
    now: Moment,
    estimate: Estimate,
) -> tuple[ServiceQueue, ...]:
    settings = work.settings
    waiting = work.visits.waiting_since(day.day) if day else {}
    served = work.visits.served(day.day) if day else {}
    limited = any(service.quota is not None for service in settings.services)
    given = work.visits.tickets_given(day.day) if limited and day else {}
    begins_at = counters_open_at(work, now)

    def queue_of(service: Service) -> ServiceQueue:
        counters_open = len(open_counters(service.code, sessions, settings))
        queue = _queue(service, waiting.get(service.code, ()), served, counters_open, now, estimate)
        queue = queue if counters_open else replace(queue, begins_at=begins_at)
        if service.quota is None:
            return queue
        return replace(queue, quota_left=quota_left(service.quota, service.code, given))

    return tuple(map(queue_of, settings.services))


def _counters(
    day: ServiceDay | None,
    attended: Sequence[Visit],
    sessions: Mapping[CounterId, CounterSession],
    work: QueuesViewWork,
    now: Moment,
) -> tuple[CounterNow, ...]:
    at_counter = {visit.counter: visit for visit in attended if visit.state in AT_COUNTER and visit.counter is not None}
    idle = idle_counters(at_counter, day, work=work, now=now) if day else frozenset()
    return tuple(
        replace(
            _counter_now(counter, sessions.get(counter.number), at_counter.get(counter.number), work.settings),
            idle=counter.number in idle,
        )
        for counter in work.settings.counters
    )


def _queue(
    service: Service,
    waiting: Sequence[WaitingSince],
    served: Mapping[ServiceCode, int],
    counters_open: int,
    now: Moment,
    estimate: Estimate,
) -> ServiceQueue:
    first = min(waiting, key=lambda one: (-now.seconds_since(one.since), one.ticket), default=None)
    longest_s = round(now.seconds_since(first.since)) if first else 0
    alerts = [OVER_TARGET] if longest_s > service.target_wait_s else []
    if waiting and not counters_open:
        alerts.append(NO_COUNTER)
    return ServiceQueue(
        service=service.code,
        waiting=len(waiting),
        longest_wait_s=longest_s,
        forecast=estimate(service.code, len(waiting)),
        counters_open=counters_open,
        served=served.get(service.code, 0),
        alerts=tuple(alerts),
        longest_ticket=first.ticket if first else "",
    )


def _counter_now(
    counter: Counter, session: CounterSession | None, visit: Visit | None, settings: HallSettings
) -> CounterNow:
    if session is None:
        return CounterNow(counter.number, None, {}, "closed", None, None, None, None)
    state, since = "free", session.free_since or session.signed_in
    if session.on_break_since is not None:
        state, since = "on_break", session.on_break_since
    elif visit is not None:
        state = visit.state.value
        since = (visit.stage.serving_since or visit.stage.called) or since
    return CounterNow(
        counter=counter.number,
        agent=session.agent,
        agent_names=names_of_agent(settings, session.agent),
        state=state,
        since=since.at,
        ticket=visit.ticket if visit else None,
        service=visit.service if visit else None,
        break_reason=session.break_reason,
        break_until=session.break_until,
        break_asked=session.break_asked,
        help_since=session.help_since,
    )


def _alerts(work: DayViewWork, now: Moment) -> tuple[str, ...]:
    latest = work.days.latest()
    alerts = [DATE_DOUBTFUL] if day_view(work=work, now=now).state == "doubtful" else []
    if latest is not None and BY_HOUR in {latest.closed_by, latest.previous_closed_by}:
        alerts.append(DAY_CLOSED_ITSELF)
    return tuple(alerts)
