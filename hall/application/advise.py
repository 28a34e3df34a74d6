"""What the hall head could do about a wait to come, each change tried on the same hour: what it would gain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from contracts.hall_words import Lane
from contracts.outlook_answers import Advice, AdviceKind
from hall.application.at_counter import taker_at
from hall.application.forecast_query import Question, question_of
from hall.application.past_query import Past
from hall.application.seen import Seen
from hall.domain.ids import AgentId, ServiceCode
from hall.domain.outlook import Gain, Outlook, gain, shares_within
from hall.domain.session import CounterSession, opened
from hall.domain.settings import HallSettings

LEAST_GAIN = 3
"""A change that gains fewer points of a hundred is not worth anybody's walk."""
ADVICE = 3
"""So many changes are told, and no more."""
CHANGES = 8
"""So many are tried."""
LANES = tuple(Lane)


@dataclass(frozen=True)
class Change:
    """Something that could be done, and the hall as it would stand then."""

    kind: AdviceKind
    counter: int
    agent: str | None
    services: tuple[ServiceCode, ...]
    seen: Seen


def advise(found: Outlook, seen: Seen, past: Past, seeds: Sequence[int]) -> tuple[Advice, ...]:
    """Return what helps those whom nobody serves, then what lets more of the whole hall be called in time.

    Of each kind the best comes first. For whom nobody serves any change is better than none.
    """
    targets = targets_of(seen.settings)
    alone = unserved(seen)
    soonest = sorted(found.passes_s, key=lambda code: (code not in alone, found.passes_s[code]))
    changes = ((code, change) for code in soonest for change in changes_for(code, seen))
    best: dict[tuple[AdviceKind, int], Advice] = {}
    for code, change in islice(changes, CHANGES):
        after = shares_within(hour_of(change.seen, past).queue, targets, seeds)
        advice = _advised(code, change, round(targets[code] / 60), gain(found.shares, after))
        rival = best.get((change.kind, change.counter))
        if _worth(advice, alone) and (rival is None or advice.gain_likely > rival.gain_likely):
            best[change.kind, change.counter] = advice
    return tuple(sorted(best.values(), key=lambda one: (one.service not in alone, -one.gain_likely))[:ADVICE])


def unserved(seen: Seen) -> frozenset[ServiceCode]:
    """Return the services for which somebody waits and nobody at work may call."""
    served = {
        code
        for session in seen.sessions
        if not session.on_break
        for code in taker_at(seen.settings, session.counter, session.agent).services
    }
    return frozenset(who.service for who in seen.waiting) - served


def _worth(advice: Advice, alone: frozenset[ServiceCode]) -> bool:
    return advice.service in alone or (advice.gain_likely >= LEAST_GAIN and advice.gain_low >= 0)


def hour_of(seen: Seen, past: Past) -> Question:
    """Return the question of the next hour: everybody is foreseen who may come, to services that give tickets."""
    question = question_of(seen, past, LANES)
    given = {service.code for service in seen.settings.services if service.open}
    queue = question.queue
    arrivals = tuple(one for one in queue.arrivals if queue.lines[one.line].service in given)
    return replace(question, queue=replace(queue, arrivals=arrivals))


def targets_of(settings: HallSettings) -> dict[ServiceCode, float]:
    """Return how long a visitor of each service should wait at most, in seconds."""
    return {service.code: float(service.target_wait_s) for service in settings.services}


def changes_for(service: ServiceCode, seen: Seen) -> Iterator[Change]:
    """Yield what could be done for a service: agents who could serve it too, or alone, then shut counters."""
    for session in seen.sessions:
        taker = taker_at(seen.settings, session.counter, session.agent)
        could = seen.settings.counter(session.counter).services
        known = any(agent.code == session.agent for agent in seen.settings.agents)
        if known and not session.on_break and service in could and service not in taker.services:
            for services in ((service, *taker.services), (service,)):
                supposed = _moved(session, services, seen)
                yield Change(AdviceKind.MOVE_AGENT, session.counter, session.agent, services, supposed)
    manned = {session.counter for session in seen.sessions}
    tried = set()
    for counter in seen.settings.counters:
        if counter.number not in manned and service in counter.services and counter.services not in tried:
            tried.add(counter.services)
            one_more = opened(f"~{counter.number}", counter.number, AgentId("~"), at=seen.now)
            supposed = replace(seen, sessions=(*seen.sessions, one_more))
            yield Change(AdviceKind.OPEN_COUNTER, counter.number, None, counter.services, supposed)


def _moved(session: CounterSession, services: tuple[ServiceCode, ...], seen: Seen) -> Seen:
    agents = tuple(
        replace(agent, services=services) if agent.code == session.agent else agent for agent in seen.settings.agents
    )
    return replace(seen, settings=replace(seen.settings, agents=agents))


def _advised(code: ServiceCode, change: Change, within_min: int, gained: Gain) -> Advice:
    return Advice(
        change.kind,
        code,
        change.counter,
        change.agent,
        change.services,
        within_min,
        gained.low,
        gained.likely,
        gained.high,
    )
