"""Live days of a hall that are over: the hall's own commands, each at its instant, without the time between them.

Nothing is written past the product: tickets, calls, surveys and requests go through the use cases, and what these store
(visits, facts, the outbox to the centre) is what a hall that was open on these days would have. A day is one commit.
"""

from __future__ import annotations

import heapq
import itertools
import random
import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from commands.demo.scenario.visitors_of_day import Comer, comers
from contracts.words.hall import Outcome
from contracts.words.surveys import Face, SurveyWay
from hall.calendar.service_day import times_on
from hall.composition.sql_work import SqlWork
from hall.composition.store import HallStore, open_store
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.settings import FiveTimes, HallSettings
from hall.platform.clock import SystemClock
from hall.platform.web.fresh_ids import visit_id
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.queue.model.visit import Visit
from hall.settings.setup.file import read_setup
from hall.surveys.commands.give_survey import GiveSurvey, give_survey
from hall.waits.model.wait_ports import AnnouncedWait
from hall.waits.model.waiting_time import forecast
from hall.waits.queries.forecast import asked_of
from hall.waits.queries.hall_snapshot import read_hall_snapshot
from hall.waits.queries.past import Past, read_past
from hall.waits.workers.estimator import Estimate, estimate_of

R = TypeVar("R")
BY = "demo"
_OUTCOMES = (Outcome.COMPLETED, Outcome.REQUEST_REGISTERED, Outcome.DOCUMENTS_MISSING)
_AT_WORK = 6
_COMES, _CALL, _BEGIN, _END = range(4)


@dataclass(frozen=True)
class DayPlan:
    """One day: who comes, and which counters are at work; with `until` it is a morning that goes on at that instant.

    With `estimated` each ticket carries the wait that the hall's own forecast gives at that instant (some milliseconds
    each). `last_calls` are the instants from which on a counter calls nobody. `hold`: whom a counter begins to serve
    after the first instant is served until the second one.
    """

    day: date
    comers: Sequence[Comer]
    counters: Sequence[CounterId]
    until: datetime | None = None
    last_calls: Mapping[CounterId, datetime] = field(default_factory=dict)
    hold: Mapping[CounterId, tuple[datetime, datetime]] = field(default_factory=dict)
    estimated: bool = False


def open_hall(database_url: str, setup_file: Path) -> HallStore:
    """Open the store of a hall of the demo, new or not, as the hall service does."""
    (setup_file.parent / setup_file.stem).mkdir(exist_ok=True)
    return open_store(database_url, SystemClock().now, setup=read_setup(setup_file).settings)


def live(store: HallStore, plan: DayPlan, more: Callable[[PastWork], None] | None = None) -> None:
    """Live this day in one commit; `more` does what else happened on it."""

    def run(work: SqlWork, now: Moment) -> None:
        past = PastWork(store, work, now)
        _Day(past, plan).live()
        if more is not None:
            more(past)

    store.commands.run(run).result()


def live_matters(store: HallStore, what: Callable[[PastWork], None]) -> None:
    """Do what came up on a day on which nobody took a ticket, in one commit."""
    store.commands.run(lambda work, now: what(PastWork(store, work, now))).result()


def usual_day(settings: HallSettings, day: date, many: int, *, estimated: bool = False) -> DayPlan:
    """Return an ordinary day of the past: Sundays and Thursdays are busier, and not every counter is at work."""
    chance = random.Random(f"{settings.hall} {day}")  # noqa: S311  # made-up people are no secret
    times = five_times(day, settings)
    first = datetime.combine(day, times.first_ticket, ZoneInfo(settings.time_zone))
    offered = [one for one in settings.services if one.open]
    serving_s = {str(one.code): 1.6 * one.expected_serving_s for one in offered}
    busy = many * {7: 1.25, 4: 1.15}.get(day.isoweekday(), 1.0) * chance.uniform(0.85, 1.15)
    shares = [chance.uniform(2, 4) for _ in offered]
    people = comers(first, round(busy), serving_s, shares=shares, chance=chance)
    at_work = _at_work(settings, {one.code for one in offered}, chance)
    return DayPlan(day, people, at_work, estimated=estimated)


def _at_work(settings: HallSettings, offered: set[ServiceCode], chance: random.Random) -> list[CounterId]:
    """Return the counters of an ordinary day: six, or all of a small hall; two for each service that has two."""
    manned = [one for one, _ in zip(settings.counters, settings.agents, strict=False) if offered & set(one.services)]
    in_all = Counter(code for one in manned for code in one.services)
    while len(manned) > _AT_WORK:
        some = chance.sample(manned, k=_AT_WORK)
        here = Counter(code for one in some for code in one.services)
        if all(here[code] >= min(2, in_all[code]) for code in offered):
            return sorted(one.number for one in some)
    return [one.number for one in manned]


def five_times(day: date, settings: HallSettings) -> FiveTimes:
    """Return the day's five times; raise ValueError for a day on which the hall is closed."""
    times = times_on(day, settings.hours)
    if times is None:
        raise ValueError(f"{settings.hall} is closed on {day}")
    return times


@dataclass(frozen=True)
class PastWork:
    """The hall's commands at instants that are over."""

    store: HallStore
    work: SqlWork
    now: Moment

    @property
    def settings(self) -> HallSettings:
        """The hall's settings."""
        return self.work.settings

    def do(self, use_case: Callable[..., R], command: object, at: datetime) -> R:
        """Do a command of the hall as it was done at `at`."""
        moment = self.moment(at)
        return use_case(command, work=self.work_at(moment), now=moment)

    def moment(self, at: datetime) -> Moment:
        """Return the moment of an instant, as this machine's clocks had shown it."""
        ago_s = (self.now.at - at).total_seconds()
        return Moment(at.astimezone(self.now.at.tzinfo), self.now.monotonic_ns - int(ago_s * 1e9), self.now.boot)

    def work_at(self, moment: Moment) -> SqlWork:
        """Return the stores as a command of that moment sees them."""
        return SqlWork(self.work.connection, moment, self.work.settings, self.store.settings.change_some)


class _Day:
    """One day as a line of events, the earliest first."""

    def __init__(self, past: PastWork, plan: DayPlan) -> None:
        self._past, self._plan = past, plan
        self._chance = random.Random(f"{past.settings.hall} {plan.day} served")  # noqa: S311  # no secret
        self._order = itertools.count()
        self._events: list[tuple[datetime, int, int, object]] = []
        self._comers: dict[VisitId, Comer] = {}
        self._free: set[CounterId] = set()

    def live(self) -> None:
        """Let everybody come and be served; close the day where it is over."""
        for comer in self._plan.comers:
            self._then(comer.at, _COMES, comer)
        zone = ZoneInfo(self._past.settings.time_zone)
        times = five_times(self._plan.day, self._past.settings)
        opens = datetime.combine(self._plan.day, times.counters_open, zone)
        agents = dict(
            zip([one.number for one in self._past.settings.counters], self._past.settings.agents, strict=False)
        )
        for counter in self._plan.counters:
            at = opens + timedelta(seconds=self._chance.uniform(0, 240))
            self._past.do(sign_in, SignIn(str(uuid.uuid4()), counter, AgentId(agents[counter].code)), at)
            self._then(at, _CALL, counter)
        end = self._run()
        if self._plan.until is None:
            closing = datetime.combine(self._plan.day, times.closing, zone)
            self._past.do(close_day, CloseDay("head"), max(end, closing) + timedelta(minutes=5))

    def _then(self, at: datetime, what: int, of: object) -> None:
        heapq.heappush(self._events, (at, next(self._order), what, of))

    def _run(self) -> datetime:
        until, at = self._plan.until, datetime.combine(self._plan.day, datetime.min.time(), ZoneInfo("UTC"))
        while self._events and (until is None or self._events[0][0] < until):
            at, _, what, of = heapq.heappop(self._events)
            if what == _COMES and isinstance(of, Comer):
                self._come(of, at)
            elif isinstance(of, int):
                {_CALL: self._call, _BEGIN: self._begin, _END: self._end}[what](CounterId(of), at)
        return at

    def _come(self, comer: Comer, at: datetime) -> None:
        service = self._past.settings.service(ServiceCode(comer.service))
        kind = comer.kind if service.visitor_kinds and comer.kind in service.visitor_kinds else None
        if service.asks_visitor_kind and kind is None:
            kind = service.visitor_kinds[0]
        command = IssueTicket(visit_id(None, at), service.code, BY, kind, priority=comer.priority, language="ar")
        estimate = self._estimate(at) if self._plan.estimated else None
        issued = self._past.do(issue_ticket, command, at)
        self._comers[issued.visit.id] = comer
        if estimate is not None:
            self._announce(issued.visit, estimate, at)
        for counter in sorted(self._free):
            if issued.visit.service in self._past.settings.counter(counter).services:
                self._free.discard(counter)
                self._call(counter, at)
                break

    @cached_property
    def _learnt(self) -> Past:
        """What the hall has learnt from its past by the morning of this day."""
        now = self._past.moment(self._plan.comers[0].at)
        return read_past(work=self._past.work_at(now), now=now)

    def _estimate(self, at: datetime) -> Estimate:
        """Return what the hall expects at this instant, as its estimator does."""
        now = self._past.moment(at)
        question = asked_of(read_hall_snapshot(work=self._past.work_at(now), now=now), self._learnt)
        return estimate_of(question, forecast(question.queue, self._chance), self._learnt.correction)

    def _announce(self, visit: Visit, estimate: Estimate, at: datetime) -> None:
        """Keep what the ticket said of the wait, where anything can be said."""
        found = estimate.joins.get((visit.service, visit.lane))
        if found is not None:
            told = AnnouncedWait(visit.id, visit.service_day, visit.service, visit.lane, estimate.hour, found)
            self._past.work_at(self._past.moment(at)).waits.announce(told)

    def _call(self, counter: CounterId, at: datetime) -> None:
        last = self._plan.last_calls.get(counter)
        if last is not None and at >= last:
            return
        visit = self._past.do(call_next, CallNext(counter), at)
        if visit is None:
            self._free.add(counter)
            return
        comer = self._comers.get(visit.id)
        self._then(at + timedelta(seconds=comer.walk_s if comer and comer.comes else 150), _BEGIN, counter)

    def _begin(self, counter: CounterId, at: datetime) -> None:
        visit = self._in_hand(counter)
        comer = self._comers.get(visit.id)
        if comer is not None and not comer.comes:
            self._past.do(mark_no_show, MarkNoShow(counter), at)
            self._then(at + timedelta(seconds=15), _CALL, counter)
            return
        self._past.do(begin_serving, BeginServing(counter), at)
        held = self._plan.hold.get(counter)
        ends = at + timedelta(seconds=comer.serving_s if comer else 300)
        self._then(held[1] if held is not None and at >= held[0] else ends, _END, counter)

    def _end(self, counter: CounterId, at: datetime) -> None:
        outcome = self._chance.choices(_OUTCOMES, (90, 5, 5))[0]
        visit = self._past.do(finish, Finish(counter, outcome, codes=(f"{self._chance.randrange(10**8):08}",)), at)
        comer = self._comers.get(visit.id)
        if comer is not None and comer.face is not None:
            way = SurveyWay.TABLET if self._chance.random() < 0.4 else SurveyWay.PHONE
            self._past.do(give_survey, GiveSurvey(visit.id, Face(comer.face), way), at + timedelta(seconds=60))
        self._then(at + timedelta(seconds=self._chance.uniform(10, 60)), _CALL, counter)

    def _in_hand(self, counter: CounterId) -> Visit:
        visit = self._past.work.visits.at_counter(counter)
        if visit is None:
            raise ValueError(f"counter {counter} has nobody")
        return visit
