"""Who called visitors out of order and why, and the figures that an agent sees about himself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from statistics import fmean, median
from typing import Protocol
from zoneinfo import ZoneInfo

from contracts.reporting.trust import Act, ActCount, ActsBy, AgentFigures, AgentService, LateStart, TrustView
from contracts.words.surveys import FEWEST, SATISFIED, Face
from hall.calendar.service_day import times_on
from hall.kernel.settings import HallSettings

LISTED = 500
OWN_LISTED = 100


@dataclass(frozen=True, slots=True)
class AgentStage:
    """One stage that an agent called; seconds."""

    service: str
    waited: bool
    """A walk-up neither waited nor was called."""
    begin_s: float | None
    served_s: float | None
    no_show: bool
    waited_s: float | None = None
    """From its issue to the first call."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One sign-in of an agent."""

    agent: str
    counter: int
    at: datetime


class ActSource(Protocol):
    """Gives moves out of order, and what agents called."""

    def between(self, first: date, last: date, by: str | None = None) -> Sequence[Act]:
        """Return the moves of these service days (of all, or of one who did them), the newest first."""
        ...

    def called(self, first: date, last: date) -> Mapping[str, int]:
        """Return how many stages of these days each agent called."""
        ...

    def signed_in(self, since: datetime, before: datetime) -> Sequence[SignedIn]:
        """Return every sign-in from one instant to another, the oldest first."""
        ...

    def stages_of(self, agent: str, first: date, last: date) -> Sequence[AgentStage]:
        """Return the stages that the agent called, in no order."""
        ...


@dataclass(frozen=True)
class Days:
    """From the first to the last day; `period` is what was asked for by name, if anything."""

    first: date
    last: date
    period: str = ""


def trust_view(days: Days, *, source: ActSource, settings: HallSettings, at: datetime) -> TrustView:
    """Return all moves out of order by who made them, and the newest one by one."""
    acts, called = source.between(days.first, days.last), source.called(days.first, days.last)
    names = {agent.code: dict(agent.names) for agent in settings.agents}
    by_person: dict[str, list[Act]] = {}
    for act in acts:
        by_person.setdefault(act.by, []).append(act)
    people = [
        ActsBy(by, names.get(by, {}), called.get(by, 0), len(own), act_counts(own))  # type: ignore[call-overload]  # a device is no agent
        for by, own in by_person.items()
    ]
    people.sort(key=lambda one: (-one.acts, one.by))
    late = late_starts(days, source=source, settings=settings)
    return TrustView(at, days.first, days.last, tuple(people), tuple(acts[:LISTED]), max(0, len(acts) - LISTED), late)


def late_starts(days: Days, *, source: ActSource, settings: HallSettings) -> tuple[LateStart, ...]:
    """Return each agent's first sign-in of a day that came long after counters should be open, by the hours of now."""
    if settings.hours.always_open:
        return ()
    zone = ZoneInfo(settings.time_zone)
    since, before = (datetime.combine(day, time(), zone) for day in (days.first, days.last + timedelta(days=1)))
    names = {agent.code: dict(agent.names) for agent in settings.agents}
    firsts: dict[tuple[str, date], SignedIn] = {}
    for one in source.signed_in(since.astimezone(UTC), before.astimezone(UTC)):
        firsts.setdefault((one.agent, one.at.astimezone(zone).date()), one)
    found = []
    for (agent, day), one in firsts.items():
        times = times_on(day, settings.hours)
        late_s = 0.0 if times is None else (one.at - datetime.combine(day, times.counters_open, zone)).total_seconds()
        if late_s > settings.limits.start_late_s:
            found.append(LateStart(one.at, agent, names.get(agent, {}), one.counter, round(late_s)))  # type: ignore[call-overload]  # an agent who left the set-up
    return tuple(sorted(found, key=lambda one: (one.at, one.agent), reverse=True)[:LISTED])


def agent_figures(agent: str, days: Days, *, source: ActSource, at: datetime) -> AgentFigures:
    """Return an agent's own figures by the definitions of the hall's."""
    stages, acts = source.stages_of(agent, days.first, days.last), source.between(days.first, days.last, agent)
    served = [one.served_s for one in stages if one.served_s is not None]
    by_service: dict[str, list[float]] = {}
    for one in stages:
        if one.served_s is not None:
            by_service.setdefault(one.service, []).append(one.served_s)
    return AgentFigures(
        at=at,
        agent=agent,
        period=days.period,
        first=days.first,
        last=days.last,
        called=sum(one.waited for one in stages),
        served=len(served),
        serving_mean_s=round(fmean(served), 1) if served else None,
        serving_s=_median(served),
        begin_s=_median([one.begin_s for one in stages if one.begin_s is not None]),
        no_shows=sum(one.no_show for one in stages),
        services=tuple(AgentService(code, len(of), _median(of)) for code, of in sorted(by_service.items())),
        counts=act_counts(acts),
        acts=tuple(acts[:OWN_LISTED]),
        waiting_s=_median([one.waited_s for one in stages if one.waited_s is not None]),
    )  # fmt: skip


def satisfied_count(faces: Sequence[Face]) -> int | None:
    """Return how many were satisfied, of the first five, ten, … answers of an agent's day; None below five.

    It moves by five answers at a time: an agent who asks after each visit learns of no single one.
    """
    told = len(faces) // FEWEST * FEWEST
    return sum(face in SATISFIED for face in faces[:told]) if told else None


def act_counts(acts: Sequence[Act]) -> tuple[ActCount, ...]:
    """Return how often each kind was done for each reason, the most often first."""
    many = Counter((act.kind, act.reason) for act in acts)
    ordered = sorted(many.items(), key=lambda item: (-item[1], item[0][0].value, item[0][1]))
    return tuple(ActCount(kind, reason, count) for (kind, reason), count in ordered)


def _median(values: Sequence[float]) -> float | None:
    return round(median(values), 1) if values else None
