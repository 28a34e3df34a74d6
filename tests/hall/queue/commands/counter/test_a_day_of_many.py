"""Many kiosks and agents at once, in every order hypothesis can think of, against a simple model of a hall.

Whatever they do: no visit is in two places, no counter has two visits in hand, no number is twice in the hall, each
change has its fact, facts have no gap, the centre gets every visit that ended, and a refusal changes nothing.
"""

from __future__ import annotations

from collections import Counter as Tally
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from contracts.words.hall import Lane, LaneReason, Outcome, TransferPosition, VisitorKind, VisitState
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.day.commands.close_day import CloseDay, Leaving, close_day
from hall.day.commands.confirm_date import ConfirmDate, confirm_date, look_at_the_day
from hall.day.commands.open_day import OpenDay, open_day
from hall.kernel.facts import VisitBroughtBack, VisitFact, kind_of
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.refusals import HallError
from hall.offline.commands.hand_in import HandIn, hand_in
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_chosen import CallChosen, call_chosen
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.counter.resume_visit import ResumeVisit, resume_visit
from hall.queue.commands.counter.return_to_queue import ReturnToQueue, return_to_queue
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.change_lane import ChangeLane, change_lane
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from hall.queue.commands.reception.undo import Undo, undo
from hall.queue.model.numbers.ticket_number import ticket_text
from hall.queue.model.stage import AT_COUNTER, IN_HALL
from tests.helpers.example_hall import ALWAYS, ENQUIRIES, HOUSING, LANDS, new_hall
from tests.helpers.replacing import replace
from tests.helpers.speeds import examples

TINY = replace(
    ALWAYS, confirms_date_itself=False, services=tuple(replace(service, last_number=9) for service in ALWAYS.services)
)
"""Nine numbers a service, so that they come round within an example."""
SEATS = {1: "said", 2: "badriya", 3: "rashid", 4: "noor"}
COUNTERS = st.sampled_from([CounterId(number) for number in SEATS])
SERVICES = st.sampled_from([LANDS, HOUSING, ENQUIRIES])
ENDED = frozenset(VisitState) - IN_HALL - {VisitState.NO_SHOW}
REFUSED = object()
LEAVING = [(mark_no_show, MarkNoShow), (park, Park), (return_to_queue, ReturnToQueue)]
RARE = [60.0] * 8 + [
    900.0, 5 * 3600.0, 24 * 3600.0, "close", "try to close", "open", "confirm", "confirm", "look",
    timedelta(days=-1), timedelta(days=20),
]  # fmt: skip
"""Mostly a minute passes; seconds pass, days are set on the clock, and the hall head acts."""
TARGETS = [{"to_service": ENQUIRIES}, {"to_counter": CounterId(2)}, {"to_agent": AgentId("noor")}]
PLACE = {
    "visit_issued": "waiting", "visit_handed_in": "waiting", "visit_walked_up": "serving", "visit_called": "called",
    "visit_resumed": "called", "visit_begun": "serving", "visit_finished": "finished", "visit_no_show": "no_show",
    "visit_returned": "waiting", "visit_parked": "parked", "visit_transferred": "waiting",
    "visit_reinstated": "waiting", "visit_cancelled": "cancelled", "visit_carried_over": "carried_over",
    "visit_closed_by_day": "closed_by_day",
}  # fmt: skip
"""Where each fact says its visit is: the model, which knows nothing of the engine."""
UNDONE = {"finished": "serving", "no_show": "called", "cancelled": "waiting"}


class ADayOfMany(RuleBasedStateMachine):
    """One hall, four counters, and everything that people do."""

    def __init__(self) -> None:
        super().__init__()
        self.hall = new_hall(TINY)
        self.model: dict[str, str] = {}
        self.sent_from: dict[str, str] = {}  # where each visit was before its last transfer
        self.seen = 0
        self.named = 0
        for number, agent in SEATS.items():
            self.do(sign_in, SignIn(f"s{number}-0", CounterId(number), AgentId(agent)))

    def do(self, use_case, command):
        """Run a use case; a refusal must have changed nothing."""
        self.hall.clock.advance(1)
        before = self.hall.stored
        kept = before.copy()
        try:
            return self.hall.run(use_case, command)
        except HallError:
            assert self.hall.stored is before
            assert before == kept
            return REFUSED

    def new_name(self) -> VisitId:
        self.named += 1
        return VisitId(f"v{self.named:03}")

    def some_visit(self, data: st.DataObject) -> VisitId:
        return data.draw(st.sampled_from(sorted(self.hall.stored.visits)))

    @rule(service=SERVICES, priority=st.booleans())
    def issue(self, service, priority):
        command = IssueTicket(self.new_name(), service, "kiosk-1", VisitorKind.CITIZEN, priority)
        first = self.do(issue_ticket, command)
        if first is not REFUSED:
            again = self.do(issue_ticket, command)
            assert again.visit.ticket == first.visit.ticket
            assert again.repeated

    @rule(service=SERVICES, number=st.integers(1, 9))
    def hand_in_paper(self, service, number):
        prefix = TINY.service(service).prefix
        now = self.hall.clock.at
        day = self.hall.work().days.latest()
        of_day = day.day if day else now.date()
        paper = ticket_text(prefix, number)
        self.do(hand_in, HandIn(self.new_name(), paper, service, of_day, now - timedelta(minutes=3), "kiosk-2"))

    @rule(counter=COUNTERS)
    def call(self, counter):
        may_wait = {VisitState.WAITING, VisitState.CARRIED_OVER}
        waiting = {visit.id for visit in self.hall.stored.visits.values() if visit.state in may_wait}
        visit = self.do(call_next, CallNext(counter))
        if visit is not REFUSED and visit is not None:
            # The first command of a day puts the visits that were carried over back into the queue.
            assert visit.id in waiting or visit.carried_from in waiting
            assert visit.counter == counter

    @rule(counter=COUNTERS, service=SERVICES, outcome=st.none() | st.sampled_from(Outcome))
    def somebody_comes_and_is_served(self, counter, service, outcome):
        self.issue(service, priority=False)
        self.call(counter)
        self.begin(counter)
        if outcome is not None:
            self.finish(counter, outcome)

    @rule(counter=COUNTERS)
    def begin(self, counter):
        self.do(begin_serving, BeginServing(counter))

    @rule(counter=COUNTERS, outcome=st.sampled_from(Outcome))
    def finish(self, counter, outcome):
        self.do(finish, Finish(counter, outcome))

    @rule(counter=COUNTERS, move=st.sampled_from(LEAVING))
    def leave_the_counter(self, counter, move):
        use_case, command = move
        self.do(use_case, command(counter))

    @rule(
        counter=COUNTERS,
        to=st.sampled_from(TARGETS),
        position=st.sampled_from(TransferPosition),
    )
    def send_on(self, counter, to, position):
        self.do(transfer, Transfer(counter, position=position, reason="other", **to))

    @rule(counter=COUNTERS, service=SERVICES)
    def serve_without_a_ticket(self, counter, service):
        self.do(walk_up, WalkUp(self.new_name(), counter, service, "special_care"))

    @precondition(lambda self: self.hall.stored.visits)
    @rule(
        data=st.data(),
        counter=COUNTERS,
        move=st.sampled_from(["choose", "resume", "cancel", "undo", "reinstate", "lane"]),
    )
    def do_something_with_one(self, data, counter, move):
        visit = self.some_visit(data)
        match move:
            case "choose":
                self.do(call_chosen, CallChosen(counter, visit, "other"))
            case "resume":
                self.do(resume_visit, ResumeVisit(counter, visit))
            case "cancel":
                self.do(cancel, Cancel(visit, "kiosk-1"))
            case "undo":
                ended = [v for v in self.hall.stored.visits.values() if v.previous_state is not None]
                self.do(undo, Undo(ended[-1].id if ended else visit, "head"))
            case "reinstate":
                self.do(reinstate, Reinstate(visit, "head"))
            case "lane":
                priority = self.hall.stored.visits[visit].lane is not Lane.PRIORITY
                self.do(change_lane, ChangeLane(visit, priority, "head", LaneReason.SEEN))

    @rule(counter=COUNTERS, move=st.sampled_from(["out", "in", "in", "break", "back", "back"]))
    def come_and_go(self, counter, move):
        match move:
            case "out":
                self.do(sign_out, SignOut(counter, "head"))
            case "in":
                self.named += 1
                self.do(sign_in, SignIn(f"s{counter}-{self.named}", counter, AgentId(SEATS[counter])))
            case "break":
                self.do(begin_break, Break(counter, "prayer"))
            case "back":
                self.do(resume_work, ResumeWork(counter))

    @rule(what=st.sampled_from(RARE), waiting=st.sampled_from(Leaving))
    def the_day_goes_on(self, what, waiting):
        match what:
            case "close":
                self.do(close_day, CloseDay("head", waiting, end_serving=True))
            case "try to close":
                self.do(close_day, CloseDay("head", waiting))
            case "open":
                self.do(open_day, OpenDay("head"))
            case "confirm":
                self.do(confirm_date, ConfirmDate("head"))
            case "look":
                self.do(lambda _command, *, work, now: look_at_the_day(work, now), None)
            case timedelta():
                self.hall.clock.set_wall(self.hall.clock.at + what)
            case float():
                self.hall.clock.advance(what)

    @invariant()
    def every_visit_is_where_its_facts_say(self):
        for seq, fact in self.hall.stored.facts[self.seen :]:
            assert seq == self.seen + 1, "the line of facts has no gap"
            self.seen = seq
            if isinstance(fact, VisitBroughtBack):
                self.model[fact.visit] = fact.now
            elif isinstance(fact, VisitFact) and kind_of(fact) in PLACE | {"visit_undone": ""}:
                kind = kind_of(fact)
                was = self.model.get(fact.visit, "")
                if kind == "visit_transferred":
                    self.sent_from[fact.visit] = was
                renumbered = kind == "visit_handed_in" and was
                undone = self.sent_from.get(fact.visit) if was == "waiting" else UNDONE.get(was)
                self.model[fact.visit] = was if renumbered else PLACE.get(kind) or undone
        assert self.model == {visit.id: visit.state.value for visit in self.hall.stored.visits.values()}

    @invariant()
    def no_number_is_twice_in_the_hall_and_no_counter_has_two_visits(self):
        here = [visit for visit in self.hall.stored.visits.values() if visit.state in IN_HALL | {VisitState.NO_SHOW}]
        numbers = Tally((visit.service_day, visit.ticket) for visit in here if visit.ticket)
        assert all(count == 1 for count in numbers.values()), numbers
        hands = Tally(visit.counter for visit in here if visit.state in AT_COUNTER)
        assert all(count == 1 for count in hands.values()), hands

    @invariant()
    def at_most_one_service_day_has_anybody_in_it(self):
        days = {visit.service_day for visit in self.hall.stored.visits.values() if visit.state in IN_HALL}
        assert len(days) <= 1
        assert days <= {self.hall.stored.latest_day}

    @invariant()
    def who_has_ended_is_told_once_for_each_time(self):
        told = Tally(record.visit for record in self.hall.told)
        for visit in self.hall.stored.visits.values():
            assert visit.told == told[visit.id]
            if visit.state in ENDED:
                newest = [record for record in self.hall.told if record.visit == visit.id][-1]
                assert (newest.state, newest.rev) == (visit.state.value, visit.told)

    @invariant()
    def whoever_holds_a_visit_in_hand_is_signed_in_and_at_work(self):
        sessions = {session.counter: session for session in self.hall.work().sessions.open()}
        for visit in self.hall.stored.visits.values():
            if visit.state in AT_COUNTER:
                assert visit.counter in sessions
                assert not sessions[visit.counter].on_break


ADayOfMany.TestCase.settings = settings(max_examples=examples(120), stateful_step_count=70, deadline=None)
TestADayOfMany = ADayOfMany.TestCase
