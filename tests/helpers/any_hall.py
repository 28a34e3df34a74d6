"""A hall in which anything may happen, move by move from one seed, beside a model that knows nothing of the engine.

The model reads the facts and the true time (which no clock of the hall knows): where each visit is, since when it is
ranked, who sits where. After each move the hall must agree with it; each call must be one that the poster on the wall
explains.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from contracts.hall_words import Lane, LaneReason, Outcome, TransferPosition, VisitorKind, VisitState
from hall.application.appointments import Book, CheckInVisit, book, check_in
from hall.application.ask_help import AskHelp, EndHelp, ask_help, end_help
from hall.application.begin_serving import BeginServing, begin_serving
from hall.application.call_chosen import CallChosen, call_chosen
from hall.application.call_next import CallNext, call_next
from hall.application.cancel import Cancel, cancel
from hall.application.change_head_start import ChangeHeadStart, change_head_start
from hall.application.change_lane import ChangeLane, change_lane
from hall.application.close_day import CloseDay, close_day
from hall.application.come_back import ComeBack, come_back
from hall.application.confirm_date import ConfirmDate, confirm_date, look_at_the_day
from hall.application.finish import Finish, GoOn, finish, go_on
from hall.application.issue_ticket import IssueTicket, issue_ticket
from hall.application.link_group import LinkGroup, link_group
from hall.application.mark_no_show import MarkNoShow, mark_no_show
from hall.application.open_counter import (
    Break,
    ResumeWork,
    SignIn,
    SignOut,
    begin_break,
    resume_work,
    sign_in,
    sign_out,
)  # fmt: skip
from hall.application.open_day import OpenDay, open_day
from hall.application.park import Park, park, remind
from hall.application.recall import Recall, recall
from hall.application.reinstate import Reinstate, reinstate
from hall.application.resume_visit import ResumeVisit, resume_visit
from hall.application.return_to_queue import ReturnToQueue, return_to_queue
from hall.application.stop_auto_call import StopAutoCall, stop_auto_call
from hall.application.transfer import Transfer, transfer
from hall.application.undo import Undo, undo
from hall.application.walk_up import WalkUp, walk_up
from hall.domain.calling_rule import waited
from hall.domain.errors import HallError
from hall.domain.events import Fact, VisitFact, kind_of
from hall.domain.ids import AgentId, CounterId, VisitId
from hall.domain.kiosk_settings import Appointments
from hall.domain.settings import HallSettings, Hours
from hall.domain.waiting import waiting_of
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS, new_hall
from tests.helpers.memory_work import MemoryHall

SERVICES = (LANDS, HOUSING, ENQUIRIES)
AGENTS = ("said", "badriya", "rashid", "noor")
COUNTERS = (1, 2, 3, 4)
YIELDS_S = 1500
STARTS = {
    "a working day": ("Asia/Muscat", datetime(2026, 11, 24, 5, 0, tzinfo=UTC)),
    "before midnight, day and night": ("Asia/Muscat", datetime(2026, 11, 24, 19, 30, tzinfo=UTC)),
    "the eve of Ramadan": ("Asia/Muscat", datetime(2027, 2, 7, 9, 0, tzinfo=UTC)),
    "the hour that comes twice": ("Europe/London", datetime(2026, 10, 25, 0, 10, tzinfo=UTC)),
    "the hour that is left out": ("Europe/London", datetime(2027, 3, 28, 0, 20, tzinfo=UTC)),
    "closing time": ("Asia/Muscat", datetime(2026, 11, 24, 9, 10, tzinfo=UTC)),
}
PLACE = {
    "visit_issued": "waiting", "visit_walked_up": "serving", "visit_called": "called", "visit_resumed": "called",
    "visit_begun": "serving", "visit_finished": "finished", "visit_no_show": "no_show", "visit_returned": "waiting",
    "visit_parked": "parked", "visit_transferred": "waiting", "visit_sent_back": "waiting",
    "visit_continued": "serving", "visit_reinstated": "waiting", "visit_cancelled": "cancelled",
    "visit_carried_over": "carried_over", "visit_closed_by_day": "closed_by_day",
}  # fmt: skip
"""Where each fact says that its visit is."""
WHAT = ("look", "look", "close", "open", "confirm", "midnight", "auto_close", "night", "jump", "boot")
UNDONE = {"finished": "serving", "no_show": "called", "cancelled": "waiting"}
OF_DAY = {
    "day_opened", "day_closed", "date_doubted", "date_confirmed", "visit_issued", "visit_carried_over",
    "visit_closed_by_day", "visit_no_show", "signed_out", "break_ended", "break_taken_back", "help_over",
    "arrangement_taken_back", "settings_changed",
}  # fmt: skip
"""What may happen beside a command when the day turns with it."""
LEAVING = {"break_begun"}
SAYS: dict[Any, set[str]] = {
    issue_ticket: {"visit_issued"}, book: {"appointment_booked"},
    check_in: {"visit_issued", "appointment_checked_in"}, come_back: {"visit_issued", "return_checked_in"},
    call_next: {"visit_called", "visit_drawn"}, call_chosen: {"visit_called", "visit_drawn"},
    recall: {"visit_recalled"}, begin_serving: {"visit_begun", "visit_marked"},
    finish: {"visit_finished", "visit_sent_back", "visit_marked", "return_promised"} | LEAVING,
    go_on: {"visit_continued"}, mark_no_show: {"visit_no_show"} | LEAVING,
    return_to_queue: {"visit_returned"} | LEAVING, park: {"visit_parked"} | LEAVING, resume_visit: {"visit_resumed"},
    transfer: {"visit_transferred"} | LEAVING, walk_up: {"visit_walked_up"}, reinstate: {"visit_reinstated"},
    change_lane: {"lane_changed"}, undo: {"visit_undone"}, cancel: {"visit_cancelled"}, link_group: {"visit_linked"},
    sign_in: {"signed_in", "started_late", "session_moved", "visit_moved"},
    sign_out: {"signed_out", "break_ended", "help_over"}, begin_break: {"break_begun", "break_asked"},
    resume_work: {"break_ended", "break_taken_back"}, ask_help: {"help_asked"}, end_help: {"help_over"},
    stop_auto_call: {"auto_call_stopped"}, change_head_start: {"settings_changed"},
    close_day: {"visit_cancelled"} | LEAVING, open_day: set(), confirm_date: set(), remind: {"visit_reminded"},
}  # fmt: skip
"""Which facts each command may leave: whatever else happens is explained by nothing."""


@dataclass(frozen=True)
class TrueMoment:
    """An instant as it truly was, and how far the hall's clock was off; `boot` numbers the machine's starts."""

    at_s: float
    off_s: float
    boot: int
    booted_s: float
    """When the machine had started."""

    def until(self, now: TrueMoment, *, slot: bool = False) -> float:
        """Return the seconds that a hall can know to have passed until now; of a slot ahead they are below 0."""
        if now.boot == self.boot:
            return now.at_s - self.at_s
        by_wall_s = now.at_s - self.at_s + now.off_s - self.off_s
        return by_wall_s if slot else max(by_wall_s, now.at_s - now.booted_s)


def settings_of(chance: random.Random, zone: str, *, day_and_night: bool) -> HallSettings:
    """Return a hall of some rule: plain, with skills, with a reserved counter, or with lanes in turn."""
    rule = chance.choice(["plain", "skills", "reserved", "turns"])
    agents, counters = SETTINGS.agents, SETTINGS.counters
    if rule == "skills":
        levels = {LANDS: 1, HOUSING: 2, ENQUIRIES: 3}
        agents = tuple(replace(one, levels=levels) if one.code == "said" else one for one in agents)
    if rule == "reserved":
        counters = tuple(replace(one, reserved_for=Lane.PRIORITY if one.number == 1 else None) for one in counters)
    return replace(
        SETTINGS,
        time_zone=zone,
        agents=tuple(replace(one, auto_call=one.code == "noor") for one in agents),
        counters=counters,
        services=tuple(replace(one, last_number=40) for one in SETTINGS.services),
        lane_ratio={Lane.PRIORITY: 1, Lane.STANDARD: 2} if rule == "turns" else {},
        limits=replace(SETTINGS.limits, preference_yields_s=YIELDS_S),
        appointments=Appointments(offered=True),
        hours=Hours({}, always_open=True, auto_close=time(23, 30)) if day_and_night else SETTINGS.hours,
    )


class AnyHall:
    """One hall, what may happen to it, and the model."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.start = self.chance.choice(sorted(STARTS))
        zone, at = STARTS[self.start]
        set_up = settings_of(self.chance, zone, day_and_night=at.hour not in {5, 9})
        self.hall: MemoryHall = new_hall(set_up, at)
        self.clock = self.hall.clock
        self.true_s, self.off_s, self.boot, self.booted_s = 1.0, 0.0, 0, 0.0
        self.place: dict[str, str] = {}
        self.first: dict[str, TrueMoment] = {}
        self.rank: dict[str, TrueMoment] = {}
        self.slots: set[str] = set()
        self.seats: dict[int, str] = {}
        self.seen = self.named = 0
        self.done: dict[str, int] = {}
        self.log: list[str] = []
        self.slot_of: dict[str, TrueMoment] = {}
        self.codes: list[str] = []
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
            self.place[fact.visit] = UNDONE[known] if kind == "visit_undone" else PLACE[kind]
            if kind in {"visit_issued", "visit_walked_up"}:
                self.first[fact.visit] = self.rank[fact.visit] = self.now()
            last = kind == "visit_transferred" and fact.position is TransferPosition.LAST
            if kind in {"visit_transferred", "visit_sent_back", "visit_reinstated"}:
                self.rank[fact.visit] = self.now() if last else self.first[fact.visit]
                self.slots.discard(fact.visit)
        if kind == "appointment_checked_in":
            self.rank[fact.visit], _ = self.slot_of[fact.number], self.slots.add(fact.visit)
        if kind in {"signed_in", "session_moved"}:
            self.seats[fact.counter] = fact.agent
        if kind == "session_moved":
            assert self.seats.pop(fact.was) == fact.agent
        if kind == "signed_out":
            assert self.seats.pop(fact.counter) == fact.agent

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
        """No waiting time is lost: who waits is ranked by all the time that the hall can know."""
        now = self.clock.now()
        for visit in self.hall.stored.visits.values():
            if visit.state is VisitState.WAITING:
                slot = visit.lane is Lane.APPOINTMENT
                expected = self.rank[visit.id].until(self.now(), slot=slot)
                found = waited(waiting_of(visit), now)
                assert abs(found - expected) < 0.01, f"{visit.id} is ranked by {found} s, not {expected} s"

    # what may happen

    def step(self) -> None:
        """Let one thing happen."""
        weights = [weight for _, weight in MOVES]
        ((move, _),) = self.chance.choices(MOVES, weights)
        move(self)

    def counter(self) -> CounterId:
        return CounterId(self.chance.choice(COUNTERS))

    def issue(self) -> None:
        service = self.chance.choice(SERVICES)
        self.do(
            issue_ticket,
            IssueTicket(self.name(), service, "kiosk-1", VisitorKind.CITIZEN, self.chance.random() < 0.25),
        )

    def appoint(self) -> None:
        ahead_s = self.chance.choice([-200, 300, 1500]) + 1
        slot = self.clock.at + timedelta(seconds=max(ahead_s, 301))
        number = f"{self.chance.randrange(10**7, 10**8)}"
        if self.do(book, Book(LANDS, slot, (number,), "reception")) is None:
            return
        self.advance(self.chance.choice([0, 60, 280]))
        ahead_now_s = (slot - self.clock.at).total_seconds() - 1  # the command comes a second later
        at_s = self.true_s + 1 + ahead_now_s
        self.slot_of[number] = TrueMoment(at_s, self.off_s, self.boot, self.booted_s)
        self.do(check_in, CheckInVisit(number, self.name(), "kiosk-1"))

    def call(self) -> None:
        counter = self.counter()
        # The day may turn with the call: who waits in the new day is known only then, so it turns before.
        self.do(look, None)
        before = self.eligible(counter)
        visit = self.do(call_next, CallNext(counter, auto=self.chance.random() < 0.1))
        if visit is not None and before is not None and visit.id in before:
            self.check_call(visit.id, before)

    def eligible(self, counter: CounterId) -> dict[str, tuple[float, float, bool, int]] | None:
        """Return whom the counter may call in a second: seconds waited, head start, sent first, and his preference."""
        work = self.hall.work()
        session, day = work.sessions.at(counter), work.days.latest()
        if session is None or day is None:
            return None
        settings = work.settings
        person = settings.agent(session.agent)
        place = settings.counter(counter)
        mine = [code for code in person.services or place.services if code in place.services]
        calls = work.numbers.calls(day.day)
        found, held = {}, {}
        for visit in work.visits.waiting(day.day):
            stage = visit.stage
            if stage.for_counter in self.seats:
                ours = stage.for_counter == counter
            elif stage.for_agent in self.seats.values():
                ours = stage.for_agent == session.agent
            else:
                ours = stage.service in mine
            if not ours:
                continue
            order = mine.index(stage.service) if person.all_round and stage.service in mine else 0
            order = order if person.all_round else person.levels.get(stage.service, 1) - 1
            order += 100 if place.reserved_for not in {None, visit.lane} else 0
            ready = TrueMoment(self.true_s + 1, self.off_s, self.boot, self.booted_s)
            waited_s = self.rank[visit.id].until(ready, slot=visit.lane is Lane.APPOINTMENT)
            entry = (waited_s, settings.head_start_s(visit.lane), stage.goes_first, order)
            is_held = stage.held_until_calls is not None and calls.get(stage.service, 0) < stage.held_until_calls
            (held if is_held else found)[visit.id] = (entry, stage.service)
        free = {service for _, service in found.values()}
        found |= {name: one for name, one in held.items() if one[1] not in free}
        return {name: entry for name, (entry, _) in found.items()}

    def check_call(self, called: str, before: dict[str, tuple[float, float, bool, int]]) -> None:
        """No starvation: whoever was passed over has waited less, or not longer than a preference may hold him back."""
        waited_s, head_s, first, order = before[called]
        stored = self.hall.stored.visits
        turns = self.hall.settings.lane_ratio
        prefers = self.prefers(CounterId(stored[VisitId(called)].counter or 0))
        for other, (other_s, other_head_s, other_first, other_order) in before.items():
            if other == called or first:
                continue
            assert not other_first, f"{other} was sent to the head, and {called} was called"
            if turns:
                if stored[VisitId(other)].lane is stored[VisitId(called)].lane:
                    assert other_s <= waited_s + 0.01, f"{called} overtook {other} in the turn of its lane"
                continue
            late, other_late = prefers and waited_s > YIELDS_S, prefers and other_s > YIELDS_S
            if late and not other_late:
                continue
            assert late or not other_late, f"{other} waited {other_s:.0f} s and was passed over for {called}"
            if late or order == other_order:
                assert other_s + other_head_s <= waited_s + head_s + 0.01, f"{called} overtook {other}"
            else:
                assert order < other_order, f"{called} goes after {other} at this counter"

    def prefers(self, counter: CounterId) -> bool:
        """Return whether anything but the effective wait ranks visits at this counter."""
        person = self.hall.settings.agent(AgentId(self.seats[counter]))
        return bool(person.all_round or person.levels or self.hall.settings.counter(counter).reserved_for)

    def at_counter(self) -> None:
        counter, chance = self.counter(), self.chance
        use_case, command = chance.choice(
            [
                (recall, Recall(counter)),
                *[(begin_serving, BeginServing(counter))] * 4,
                *[(finish, Finish(counter, chance.choice(list(Outcome)), codes=(f"{chance.randrange(10**7, 10**8)}",)))]
                * 4,
                (go_on, GoOn(counter, chance.choice(SERVICES), Outcome.COMPLETED)),
                (mark_no_show, MarkNoShow(counter)),
                (return_to_queue, ReturnToQueue(counter)),
                (park, Park(counter, chance.choice([None, 1, 30]))),
                self.transfer_from(counter),
                (stop_auto_call, StopAutoCall(counter)),
            ]
        )
        self.do(use_case, command)

    def transfer_from(self, counter: CounterId) -> tuple[Any, Transfer]:
        chance = self.chance
        target: dict[str, Any] = chance.choice(
            [
                {"to_service": chance.choice(SERVICES)},
                {"to_counter": self.counter()},
                {"to_agent": AgentId(chance.choice(AGENTS))},
            ]
        )
        position = chance.choice(list(TransferPosition))
        back = chance.random() < 0.3
        return transfer, Transfer(counter, position=position, reason="other", and_back=back, **target)

    def with_one(self) -> None:
        chance, counter = self.chance, self.counter()
        waiting, missed = self.some("waiting"), self.some("no_show")
        parked, ended = self.some("parked"), self.some("finished", "no_show", "cancelled")
        options: list[tuple[Any, object]] = []
        if waiting:
            options += [
                (call_chosen, CallChosen(counter, waiting, "other")),
                (cancel, Cancel(waiting, "kiosk-1")),
                (change_lane, ChangeLane(waiting, chance.random() < 0.5, "head", LaneReason.SEEN)),
                (link_group, LinkGroup(f"g{self.named}", (waiting, self.some("waiting") or waiting), "reception")),
            ]
        options += [(reinstate, Reinstate(missed, "kiosk-1"))] * 3 if missed else []
        options += [(resume_visit, ResumeVisit(counter, parked))] * 3 if parked else []
        options += [(undo, Undo(ended, "head"))] if ended else []
        codes = list(self.hall.stored.returns)[-5:]
        options += [(come_back, ComeBack(chance.choice(codes), self.name(), "kiosk-1"))] if codes else []
        if options:
            self.do(*chance.choice(options))

    def people(self) -> None:
        chance, counter, agent = self.chance, self.counter(), AgentId(self.chance.choice(AGENTS))
        self.named += 1
        self.do(
            *chance.choice(
                [
                    (sign_out, SignOut(counter, "head")),
                    (end_help, EndHelp(counter, "head")),
                    *[(sign_in, SignIn(f"s-{self.named}", counter, agent, chance.random() < 0.4))] * 4,
                    (begin_break, Break(counter, "prayer", 10, chance.random() < 0.7, chance.random() < 0.3)),
                    *[(resume_work, ResumeWork(counter))] * 3,
                    (ask_help, AskHelp(counter)),
                    (walk_up, WalkUp(self.name(), counter, chance.choice(SERVICES), "special_care")),
                    (change_head_start, ChangeHeadStart(Lane.PRIORITY, chance.choice([0, 5, 20]), "head")),
                ]
            )
        )

    def time_passes(self) -> None:
        self.advance(self.chance.choice([5, 30, 30, 60, 60, 120, 300, 900]))
        self.do(lambda_remind, None)

    def the_day(self) -> None:
        chance = self.chance
        what = chance.choice(
            ["look", "look", "close", "open", "confirm", "midnight", "auto_close", "night", "jump", "boot"]
        )
        match what:
            case "close":
                self.do(close_day, CloseDay("head", end_serving=chance.random() < 0.5))
            case "open":
                self.do(open_day, OpenDay("head"))
            case "confirm":
                self.do(confirm_date, ConfirmDate("head"))
            case "jump":
                self.jump(chance.choice([-7200, -600, -60, 60, 3600]))
            case "boot":
                self.reboot()
                self.advance(40)
            case "midnight" | "auto_close" | "night":
                self.go_on_until({"midnight": time(0, 0, 5), "auto_close": time(23, 30, 1), "night": time(7, 35)}[what])
        self.do(look, None)

    def go_on_until(self, then: time) -> None:
        here = self.local()
        later = here.replace(hour=then.hour, minute=then.minute, second=then.second, microsecond=0)
        seconds = (later - here).total_seconds()
        self.advance(seconds if seconds > 0 else seconds + 86_400)


def lambda_remind(_command: object, *, work: Any, now: Any) -> None:
    """Do what the hall's reminding does every few seconds."""
    remind(work=work, now=now)


def look(_command: object, *, work: Any, now: Any) -> None:
    """Do what the hall's looking at the day does every minute."""
    look_at_the_day(work, now)


SAYS[lambda_remind], SAYS[look] = SAYS.pop(remind), set()
MOVES: list[tuple[Callable[[AnyHall], None], int]] = [
    (AnyHall.issue, 26), (AnyHall.appoint, 2), (AnyHall.call, 26), (AnyHall.at_counter, 60), (AnyHall.with_one, 12),
    (AnyHall.people, 12), (AnyHall.time_passes, 14), (AnyHall.the_day, 2),
]  # fmt: skip
