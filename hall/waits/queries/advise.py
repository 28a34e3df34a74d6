"""Advise the hall head: changes against long waits in the next hour, each with its gain in the same simulation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from contracts.waits.outlook import Advice, AdviceKind
from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, ServiceCode
from hall.kernel.settings import HallSettings, Service
from hall.queue.model.session import CounterSession, new_session
from hall.queue.queries.queue_context import taker_at
from hall.waits.model.outlook import Gain, Outlook, gain, shares_within
from hall.waits.queries.forecast import Question, question_of
from hall.waits.queries.hall_snapshot import HallSnapshot
from hall.waits.queries.past import Past

LEAST_GAIN = 3
"""Percentage points; a change that gains less is not advised."""
ADVICE = 3
"""The most changes that are advised."""
CHANGES = 16
"""The most changes that are simulated on a few paths."""
FIRST_LOOK = 8
"""The number of these few paths: so small that it costs little."""
SECOND_LOOK = 4
"""How many of the best changes are then simulated on all paths."""
LANES = tuple(Lane)


@dataclass(frozen=True)
class Change:
    """Something that could be done, and the hall as it would stand then."""

    kind: AdviceKind
    counter: int
    agent: str | None
    services: tuple[ServiceCode, ...]
    seen: HallSnapshot


def advise(found: Outlook, seen: HallSnapshot, past: Past, seeds: Sequence[int]) -> tuple[Advice, ...]:
    """Return what helps those whom nobody serves, then what lets more of the whole hall be called in time.

    Of each kind the best comes first. For whom nobody serves any change is better than none.
    """
    alone = unserved_services(seen)
    soonest = sorted(found.passes_s, key=lambda code: (code not in alone, found.passes_s[code]))
    changes = list(islice(((code, one) for code in soonest for one in changes_for(code, seen)), CHANGES))
    few = _tried(changes, found, past, seeds[:FIRST_LOOK])
    promising = sorted(changes, key=lambda pair: (pair[0] not in alone, -few[id(pair[1])].likely))[:SECOND_LOOK]
    gains = _tried(promising, found, past, seeds)
    best: dict[tuple[AdviceKind, int], Advice] = {}
    for code, change in promising:
        advice = _advised(code, change, seen.settings.service(code), gains[id(change)])
        rival = best.get((change.kind, change.counter))
        if _worth(advice, alone) and (rival is None or advice.gain_likely > rival.gain_likely):
            best[change.kind, change.counter] = advice
    return tuple(sorted(best.values(), key=lambda one: (one.service not in alone, -one.gain_likely))[:ADVICE])


def _tried(
    changes: Sequence[tuple[ServiceCode, Change]], found: Outlook, past: Past, seeds: Sequence[int]
) -> dict[int, Gain]:
    """Return by the change's identity what each gains on these paths."""
    before = found.shares[: len(seeds)]
    gains = {}
    for _, change in changes:
        after = shares_within(hour_of(change.seen, past).queue, targets_of(change.seen.settings), seeds)
        gains[id(change)] = gain(before, after)
    return gains


def unserved_services(seen: HallSnapshot) -> frozenset[ServiceCode]:
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


def hour_of(seen: HallSnapshot, past: Past) -> Question:
    """Return the question of the next hour: it has all possible arrivals, to services that give tickets."""
    question = question_of(seen, past, LANES)
    given = {service.code for service in seen.settings.services if service.open}
    queue = question.queue
    arrivals = tuple(one for one in queue.arrivals if queue.lines[one.line].service in given)
    return replace(question, queue=replace(queue, arrivals=arrivals))


def targets_of(settings: HallSettings) -> dict[ServiceCode, float]:
    """Return how long a visitor of each service should wait at most, in seconds."""
    return {service.code: float(service.target_wait_s) for service in settings.services}


def changes_for(service: ServiceCode, seen: HallSnapshot) -> Iterator[Change]:
    """Yield what could be done: agents who do not serve it, shut counters, then agents who could serve it first."""
    able = [session for session in seen.sessions if _could(service, session, seen)]
    served = {session.id: taker_at(seen.settings, session.counter, session.agent) for session in able}
    for session in able:
        if service not in served[session.id].services:
            yield _change(session, (service, *served[session.id].services), seen)
            yield _change(session, (service,), seen)
    yield from _openings(service, seen)
    for session in able:
        taker = served[session.id]
        if service in taker.services and len(taker.services) > 1:
            rest = tuple(code for code in taker.services if code != service)
            if taker.all_round and taker.services[0] != service:
                yield _change(session, (service, *rest), seen)
            yield _change(session, (service,), seen)


def _could(service: ServiceCode, session: CounterSession, seen: HallSnapshot) -> bool:
    """Return whether an agent is at work, is one of the hall's, and sits where the service may be served."""
    known = any(agent.code == session.agent for agent in seen.settings.agents)
    return known and not session.on_break and service in seen.settings.counter(session.counter).services


def _openings(service: ServiceCode, seen: HallSnapshot) -> Iterator[Change]:
    manned = {session.counter for session in seen.sessions}
    tried = set()
    for counter in seen.settings.counters:
        if counter.number not in manned and service in counter.services and counter.services not in tried:
            tried.add(counter.services)
            one_more = new_session(f"~{counter.number}", counter.number, AgentId("~"), at=seen.now)
            supposed = replace(seen, sessions=(*seen.sessions, one_more))
            yield Change(AdviceKind.OPEN_COUNTER, counter.number, None, counter.services, supposed)


def _change(session: CounterSession, services: tuple[ServiceCode, ...], seen: HallSnapshot) -> Change:
    supposed = _moved(session, services, seen)
    return Change(AdviceKind.MOVE_AGENT, session.counter, session.agent, services, supposed)


def _moved(session: CounterSession, services: tuple[ServiceCode, ...], seen: HallSnapshot) -> HallSnapshot:
    agents = tuple(
        replace(agent, services=services) if agent.code == session.agent else agent for agent in seen.settings.agents
    )
    return replace(seen, settings=replace(seen.settings, agents=agents))


def _advised(code: ServiceCode, change: Change, service: Service, gained: Gain) -> Advice:
    return Advice(
        change.kind,
        code,
        change.counter,
        change.agent,
        change.services,
        round(service.target_wait_s / 60),
        gained.low,
        gained.likely,
        gained.high,
    )
