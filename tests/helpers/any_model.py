"""A hall on its random day beside a model that knows nothing of the engine.

The model reads the facts and the true time (which no clock of the hall knows): where each visit is, since when it is
ranked, for whom it waits, who sits where. After each move the hall must agree with it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from contracts.words.hall import Lane, TransferPosition, VisitState
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.day.commands.confirm_date import confirm_date
from hall.kernel.facts import Fact, VisitBroughtBack, VisitFact, kind_of
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.refusals import HallError
from hall.queue.model.calling.rule import rank_seconds
from hall.queue.model.calling.waiting_line import waiting_of
from tests.helpers.any_facts import OF_DAY, PLACE, SAYS, UNDONE, look
from tests.helpers.any_world import AGENTS, COUNTERS, OFFICE, STARTS, TrueMoment, settings_of
from tests.helpers.example_hall import new_hall
from tests.helpers.memory_work import MemoryHall

Bound = tuple[CounterId | None, AgentId | None]
FOR_ANYBODY: Bound = (None, None)


class AnyModel:
    """One hall, and what must be true of it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.start = self.chance.choice(sorted(STARTS))
        zone, at = STARTS[self.start]
        set_up = settings_of(self.chance, zone, day_and_night=at.hour not in {5, 9})
        self.hall: MemoryHall = new_hall(set_up, at)
        self.clock = self.hall.clock
        self.true_s, self.off_s, self.boot, self.booted_s = 1.0, 0.0, 0, 0.0
        self.place: dict[str, str] = {}
        self.sent_from: dict[str, str] = {}
        self.first: dict[str, TrueMoment] = {}
        self.rank: dict[str, TrueMoment] = {}
        self.slots: set[str] = set()
        self.seats: dict[int, str] = {}
        self.seen = self.named = 0
        self.done: dict[str, int] = {}
        self.log: list[str] = []
        self.slot_of: dict[str, TrueMoment] = {}
        self.bound: dict[str, Bound] = {}
        self.own: dict[str, Bound] = {}
        self.groups: dict[str, str] = {}
        self.bookings: list[str] = []
        for number, agent in zip(COUNTERS, AGENTS, strict=True):
            self.do(sign_in, SignIn(f"s{number}", CounterId(number), AgentId(agent)))

    # the world

    def now(self) -> TrueMoment:
        return TrueMoment(self.true_s, self.off_s, self.boot, self.booted_s)

    def advance(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.true_s += seconds

    def jump(self, seconds: float) -> None:
        self.clock.set_wall(self.clock.at + timedelta(seconds=seconds))
        self.off_s += seconds

    def reboot(self) -> None:
        self.boot += 1
        self.booted_s = self.true_s
        self.clock.reboot(f"b{self.boot + 1}")

    def local(self) -> datetime:
        return self.clock.at.astimezone(ZoneInfo(self.hall.settings.time_zone))

    def name(self) -> VisitId:
        self.named += 1
        return VisitId(f"v{self.named:05}")

    def some(self, *places: str) -> VisitId | None:
        """Return a visit of the newest in these places."""
        found = [visit for visit, place in self.place.items() if place in places][-40:]
        return VisitId(self.chance.choice(found)) if found else None

    def counter(self) -> CounterId:
        return CounterId(self.chance.choice(COUNTERS))

    # one command

    def do(self, use_case: Callable[..., Any], command: object) -> Any:
        """Run a use case a second later; a refusal changes nothing, and all else is what the model knows of it."""
        self.advance(1)
        before, day = self.hall.stored, self.hall.work().days.latest()
        kept, allowed = before.copy(), SAYS[use_case]
        self.log.append(f"{self.true_s:.0f} {command}")
        try:
            answer = self.hall.run(use_case, command)
        except HallError:
            assert self.hall.stored is before, "a refusal changed something"
            assert before == kept, "a refusal changed something"
            self.done["refused"] = self.done.get("refused", 0) + 1
            return None
        self.done[use_case.__name__] = self.done.get(use_case.__name__, 0) + 1
        turned = self.hall.work().days.latest() != day
        self.read_facts(allowed | (OF_DAY if turned or use_case in {look, confirm_date} else set()))
        self.check_places()
        self.check_ranks()
        return answer

    def read_facts(self, allowed: set[str]) -> None:
        """Move the model by the new facts; each must be one that the command may leave."""
        for seq, fact in self.hall.stored.facts[self.seen :]:
            assert seq == self.seen + 1, "the line of facts has a gap"
            self.seen = seq
            assert kind_of(fact) in allowed, f"nothing explains {fact}"
            self.read(fact)

    def read(self, fact: Fact) -> None:
        kind = kind_of(fact)
        if isinstance(fact, VisitFact) and (kind in PLACE or kind == "visit_undone"):
            known = self.place.get(fact.visit, "")
            if kind == "visit_transferred":
                self.sent_from[fact.visit] = known
            undone = self.sent_from.get(fact.visit, "") if known == "waiting" else UNDONE.get(known, "")
            self.place[fact.visit] = undone if kind == "visit_undone" else PLACE[kind]
            if kind in {"visit_issued", "visit_walked_up"}:
                self.first[fact.visit] = self.rank[fact.visit] = self.now()
            last = kind == "visit_transferred" and fact.position is TransferPosition.LAST
            if kind in {"visit_transferred", "visit_sent_back", "visit_reinstated"}:
                self.rank[fact.visit] = self.now() if last else self.first[fact.visit]
                self.slots.discard(fact.visit)
        if isinstance(fact, VisitBroughtBack):
            assert self.place[fact.visit] == fact.was
            self.place[fact.visit] = fact.now
        if isinstance(fact, VisitFact):
            self.read_bound(fact, kind)
        if kind == "appointment_checked_in":
            self.rank[fact.visit], _ = self.slot_of[fact.number], self.slots.add(fact.visit)
        self.read_seats(fact, kind)

    def read_seats(self, fact: Any, kind: str) -> None:
        if kind in {"signed_in", "session_moved"}:
            self.seats[fact.counter] = fact.agent
        if kind == "session_moved":
            assert self.seats.pop(fact.was) == fact.agent
        if kind == "signed_out":
            assert self.seats.pop(fact.counter) == fact.agent

    def read_bound(self, fact: Any, kind: str) -> None:
        """Move for whom the visit waits: whom it was sent to, or its group's counter until it leaves the group."""
        name = fact.visit
        if kind in {"visit_issued", "visit_walked_up", "visit_continued", "visit_transferred", "visit_sent_back"}:
            sent = kind in {"visit_transferred", "visit_sent_back"}
            self.bound[name] = (fact.to_counter, fact.to_agent) if sent else FOR_ANYBODY
            self.own.pop(name, None)
        if kind == "appointment_checked_in" and fact.service == OFFICE:
            self.bound[name] = (None, AgentId("director"))
        if kind == "visit_drawn":
            self.own.setdefault(name, self.bound[name])
            self.bound[name] = (fact.counter, None)
        if kind == "visit_unlinked" or (kind == "visit_linked" and self.groups.get(name) != fact.group):
            self.bound[name] = self.own.pop(name, self.bound[name])
        if kind == "visit_linked":
            self.groups[name] = fact.group
        if kind == "visit_unlinked":
            assert self.groups.pop(name) == fact.group

    # what must hold

    def check_places(self) -> None:
        work = self.hall.work()
        stored = self.hall.stored.visits
        assert self.place == {visit.id: visit.state.value for visit in stored.values()}, "a change without its fact"
        day = work.days.latest()
        waiting = [who.visit for who in work.visits.queue(day.day)] if day else []
        hands = [visit.id for number in COUNTERS if (visit := work.visits.at_counter(CounterId(number)))]
        parked = [visit.id for number in COUNTERS for visit in work.visits.parked_at(CounterId(number))]
        everywhere = [*waiting, *hands, *parked]
        assert len(everywhere) == len(set(everywhere)), "a visit in two places"
        here = {name for name, place in self.place.items() if place in {"waiting", "called", "serving", "parked"}}
        assert set(everywhere) == here, "a visit in no place"
        sessions = {session.counter: session.agent for session in work.sessions.open()}
        assert sessions == self.seats, "an agent at two counters, or a seat without its fact"
        for number in COUNTERS:
            if work.visits.at_counter(CounterId(number)):
                session = work.sessions.at(CounterId(number))
                assert session is not None, "a visit in nobody's hands"
                assert not session.on_break, "a visit in hand on a break"

    def check_ranks(self) -> None:
        """No waiting time is lost: who waits is ranked by all that the hall can know, and whom for is kept."""
        now = self.clock.now()
        for visit in self.hall.stored.visits.values():
            if visit.state is VisitState.WAITING:
                slot = visit.lane is Lane.APPOINTMENT
                expected = self.rank[visit.id].until(self.now(), slot=slot)
                found = rank_seconds(waiting_of(visit), now)
                kept = (visit.stage.for_counter, visit.stage.for_agent)
                assert kept == self.bound[visit.id], f"{visit.id} waits for {kept}, not for {self.bound[visit.id]}"
                assert abs(found - expected) < 0.01, f"{visit.id} is ranked by {found} s, not {expected} s"
