"""The queue as the waiting-time forecast walks through it, made of what was seen in one go; no database is needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import inf

from contracts.queue.answers import WaitRange
from contracts.words.hall import Lane
from hall.calendar.service_day import local, times_on
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings, Service
from hall.queue.model.calling.rule import CallingAgent, QueueContext, is_held, rank_s, rank_seconds
from hall.queue.model.calling.waiting_line import Waiting
from hall.queue.model.session import CounterSession
from hall.queue.model.stage import AT_COUNTER
from hall.queue.model.visit import Visit
from hall.queue.queries.queue_context import taker_at
from hall.waits.model.calibration import SimulatedWait
from hall.waits.model.simulation.queue_now import Joiner, QueueNow, Server, Waiter
from hall.waits.model.wait_ports import groups_of
from hall.waits.model.waiting_time import ExpectedWait, Forecast
from hall.waits.queries.forecast_lines import Lines, arrivals_of, booked_of
from hall.waits.queries.hall_snapshot import HallSnapshot
from hall.waits.queries.past import Past

GAPS = 50
"""How many gaps the forecast uses; more of them change nothing."""
IDLE_LEFT_S = 60.0
"""A counter that has been free longer than any gap seen, while somebody waits for it, is taken to call in a minute."""
_JUST_AFTER_S = 0.001


@dataclass(frozen=True)
class AskedWait:
    """One whose wait is asked for; a joiner has no visit."""

    service: ServiceCode
    lane: Lane
    ahead: int = 0
    """People ahead in the same service."""
    visit: VisitId | None = None


@dataclass(frozen=True)
class Question:
    """The queue at one instant, and who it is about, in the order of `QueueNow.waiting` and `QueueNow.joiners`."""

    queue: QueueNow
    waiting: tuple[AskedWait, ...] = ()
    joiners: tuple[AskedWait, ...] = ()
    hour: int = 0
    """The local hour, to which known errors belong."""


def asked_of(seen: HallSnapshot | None, past: Past) -> Question:
    """Return what the forecast walks through: who waits, who serves, who might join; nobody without a service day."""
    if seen is None:
        return Question(QueueNow((), (), (), past.history.habits({})))
    return question_of(seen, past)


def question_of(seen: HallSnapshot, past: Past, lanes: Sequence[Lane] | None = None) -> Question:
    """Return the question for a hall's state; `lanes`: forecast arrivals in these lanes, not only in those ahead."""
    settings, now, sessions = seen.settings, seen.now, seen.sessions
    around = QueueContext(
        now,
        seen.calls,
        manned=frozenset(session.counter for session in sessions),
        present=frozenset(session.agent for session in sessions),
    )
    lines = Lines(settings, around)
    ranked = _ranked(seen.waiting, around, settings)
    joiners = _joiners(settings, now)
    waiters = tuple(Waiter(lines.of(who), rank, -rank_seconds(who, now)) for rank, who in ranked)
    joining = tuple(Joiner(lines.of(who), _rank(who, now, settings)) for who in joiners)
    in_hand = {visit.counter: visit for visit in seen.attended if visit.state in AT_COUNTER}
    here = local(now, settings)
    coming = [*booked_of(lines, seen.booked, past), *arrivals_of(lines, here, past, lanes)]
    servers = _servers(sessions, in_hand, lines, here, past)
    codes = {who.service for who in lines.speakers} | {s.busy_with for s in servers if s.busy_with}
    queue = QueueNow(
        lines.all(), waiters, servers, past.history.habits(_tables(codes, settings, past)), joining,
        tuple(sorted(coming, key=lambda arrival: arrival.at_s)), _seats(settings),
    )  # fmt: skip
    asked = _asked(who for _, who in ranked)
    return Question(queue, asked, _ahead_of(joiners, ranked, now, settings), here.hour)


def with_groups(asked: AskedWait, found: SimulatedWait, hour: int) -> SimulatedWait:
    """Return what was simulated with what it belongs to, so that it can be corrected."""
    return SimulatedWait(found.likely_s, found.spread, asked.ahead, groups_of(asked.service, asked.lane, hour))


def estimates(question: Question, answer: Forecast) -> tuple[list[SimulatedWait | None], list[SimulatedWait | None]]:
    """Return the estimates of those who wait and of the joiners, ready to be corrected."""
    found: list[list[SimulatedWait | None]] = []
    for asked, simulated in ((question.waiting, answer.waiting), (question.joiners, answer.joiners)):
        pairs = zip(asked, simulated, strict=True)
        found.append([with_groups(one, of_one, question.hour) if of_one else None for one, of_one in pairs])
    return found[0], found[1]


def as_wait_range(wait: ExpectedWait) -> WaitRange:
    """Return a told range as it crosses to other processes."""
    return WaitRange(wait.low_s, wait.likely_s, wait.high_s)


def _ranked(waiting: Iterable[Waiting], around: QueueContext, settings: HallSettings) -> list[tuple[float, Waiting]]:
    """Return all who wait by rank; a held visitor ranks behind as many of his service as must still be called first."""
    ranked = sorted(
        ((_rank(who, around.now, settings), who) for who in waiting),
        key=lambda pair: (not pair[1].goes_first, pair[0], pair[1].issued.at, pair[1].visit),
    )
    held = [(rank, who) for rank, who in ranked if is_held(who, around.calls)]
    if not held:
        return ranked
    others = [pair for pair in ranked if not is_held(pair[1], around.calls)]
    for rank, who in held:
        before = [of_other for of_other, other in others if other.service == who.service]
        left = (who.held_until_calls or 0) - around.calls.get(who.service, 0)
        behind = before[min(left, len(before)) - 1] + _JUST_AFTER_S if before else rank
        others.append((max(rank, behind), who))
    return sorted(others, key=lambda pair: (not pair[1].goes_first, pair[0]))


def _rank(who: Waiting, now: Moment, settings: HallSettings) -> float:
    return -rank_seconds(who, now) if settings.lane_ratio else rank_s(who, now, settings)


def _asked(waiting: Iterable[Waiting]) -> tuple[AskedWait, ...]:
    ahead: dict[ServiceCode, int] = {}
    found = []
    for who in waiting:
        found.append(AskedWait(who.service, who.lane, ahead.get(who.service, 0), who.visit))
        ahead[who.service] = ahead.get(who.service, 0) + 1
    return tuple(found)


def _ahead_of(
    joiners: Iterable[Waiting], ranked: Sequence[tuple[float, Waiting]], now: Moment, settings: HallSettings
) -> tuple[AskedWait, ...]:
    ranks: dict[ServiceCode, list[float]] = {}
    for rank, other in ranked:
        ranks.setdefault(other.service, []).append(rank)
    for of_service in ranks.values():
        of_service.sort()  # who was sent first stands before all others, whatever his rank
    return tuple(
        AskedWait(who.service, who.lane, bisect_right(ranks.get(who.service, ()), _rank(who, now, settings)))
        for who in joiners
    )


def _joiners(settings: HallSettings, now: Moment) -> list[Waiting]:
    """Return an imagined visit for each service and lane; the service's own lane first."""
    return [
        Waiting(VisitId(f"~{service.code}"), "", service.code, lane, now, now)
        for service in settings.services
        for lane in dict.fromkeys((service.lane, Lane.PRIORITY))
    ]


def _seats(settings: HallSettings) -> tuple[int, ...]:
    turns = enumerate(settings.lane_ratio.values())
    return tuple(lane for lane, many in turns for _ in range(many))


def _tables(codes: set[ServiceCode], settings: HallSettings, past: Past) -> Mapping[ServiceCode, Sequence[float]]:
    known = {service.code: service for service in settings.services}
    expected: dict[ServiceCode, float] = {}
    for code in codes:
        service = known.get(code)  # it may have left the set-up
        expected[code] = past.assumed_s(service) if service else Service.expected_serving_s
    return past.history.serving_tables(expected, {})


def _servers(
    sessions: Sequence[CounterSession],
    in_hand: Mapping[CounterId | None, Visit],
    lines: Lines,
    here: datetime,
    past: Past,
) -> tuple[Server, ...]:
    """Return every counter with somebody signed in and, before the counters open, those that usually will be."""
    opens_in_s = _opens_in(here, lines.settings)
    found = [_server(session, in_hand.get(session.counter), lines, opens_in_s, past) for session in sessions]
    if opens_in_s > 0:
        numbers = {counter.number for counter in lines.settings.counters}
        usual = past.usual & numbers or numbers
        for counter in lines.settings.counters:
            if counter.number in usual - set(lines.around.manned):
                takes = lines.taken_by(
                    CallingAgent(counter.number, AgentId(""), counter.services, reserved_for=counter.reserved_for)
                )
                found.append(Server(takes, away_s=opens_in_s))
    return tuple(found)


def _opens_in(here: datetime, settings: HallSettings) -> float:
    """Return the seconds until the counters open today, 0 when they should be open or the hall never closes."""
    times = times_on(here.date(), settings.hours)
    if times is None or times.counters_open == time.min:
        return 0.0
    opening = datetime.combine(here.date(), times.counters_open)
    return max(0.0, (opening - here.replace(tzinfo=None)) / timedelta(seconds=1))


def _server(session: CounterSession, visit: Visit | None, lines: Lines, opens_in_s: float, past: Past) -> Server:
    settings, now = lines.settings, lines.around.now
    taker = taker_at(settings, session.counter, session.agent)
    takes = lines.taken_by(taker)
    turn = sum(lines.around.calls.get(code, 0) for code in taker.services) if settings.lane_ratio else 0
    yields_s = float(settings.limits.preference_yields_s) if taker.prefers else inf
    if session.on_break_since is not None:
        return Server(takes, on_break_s=now.seconds_since(session.on_break_since), yields_s=yields_s, turn=turn)
    if visit is not None and visit.stage.called is not None:
        lasted_s = now.seconds_since(visit.stage.called)
        return Server(takes, visit.service, lasted_s, yields_s=yields_s, turn=turn)
    ready = _ready(session, lines, past) if opens_in_s == 0 else ()
    return Server(takes, away_s=opens_in_s, ready_s=ready, yields_s=yields_s, turn=turn)


def _ready(session: CounterSession, lines: Lines, past: Past) -> tuple[float, ...]:
    """Return possible times until a free counter calls: the gaps of the hall longer than it has been free already."""
    free_s = lines.around.now.seconds_since(session.free_since or session.signed_in)
    gaps = past.history.gaps.ordered
    longer = gaps[bisect_right(gaps, free_s) :]
    return tuple(gap - free_s for gap in longer[:: len(longer) // GAPS + 1]) or ((IDLE_LEFT_S,) if gaps else ())
