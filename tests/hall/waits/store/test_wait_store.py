"""Waits told and the hall's past on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from contracts.words.hall import Lane, Outcome
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.platform.db.tables.core import announced_wait
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.waits.model.calibration import CorrectedRange, SimulatedWait
from hall.waits.model.wait_ports import AnnouncedWait, groups_of
from hall.waits.model.waiting_time import Announced, ExpectedWait
from hall.waits.queries.past import read_past
from tests.helpers.example_hall import LANDS, TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

ONE, TWO = CounterId(1), CounterId(2)
GROUPS = groups_of(LANDS, Lane.STANDARD, 9)
TOLD = Announced(
    SimulatedWait(1000.5, 0.4, 3, GROUPS), CorrectedRange(910.0, 1100.5, 1490.0), ExpectedWait(900, 1200, 1500)
)
UNTOLD = replace(TOLD, told=None)


def promise(visit: str, announced: Announced = TOLD) -> AnnouncedWait:
    return AnnouncedWait(VisitId(visit), TUESDAY, LANDS, Lane.STANDARD, 9, announced)


def issue(stored_hall: StoredHall, visit: str, announced: Announced = TOLD) -> None:
    stored_hall.issue(visit=visit)
    stored_hall.do(lambda work, _now: work.waits.announce(promise(visit, announced)))


def serve(stored_hall: StoredHall, seconds: float, counter: CounterId = ONE) -> None:
    stored_hall.run(call_next, CallNext(counter))
    stored_hall.run(begin_serving, BeginServing(counter))
    stored_hall.clock.advance(seconds)
    stored_hall.run(finish, Finish(counter, Outcome.COMPLETED))


@pytest.fixture
def staffed(stored_hall: StoredHall) -> StoredHall:
    stored_hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    stored_hall.run(sign_in, SignIn("s2", TWO, AgentId("badriya")))
    return stored_hall


def told(stored_hall: StoredHall) -> list[AnnouncedWait]:
    return list(stored_hall.ask(lambda work, _now: work.waits.told(TUESDAY, TUESDAY)))


def test_what_was_told_comes_back_as_it_was_in_order_of_issue(stored_hall):
    issue(stored_hall, "v2", UNTOLD)
    issue(stored_hall, "v1")
    assert told(stored_hall) == [promise("v2", UNTOLD), promise("v1")]
    other = stored_hall.ask(
        lambda work, _now: work.waits.told(TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=9))
    )
    assert other == []


def test_the_first_promise_to_a_visit_is_the_only_one(stored_hall):
    issue(stored_hall, "v1")
    with pytest.raises(IntegrityError):
        stored_hall.do(lambda work, _now: work.waits.announce(promise("v1", UNTOLD)))
    assert told(stored_hall) == [promise("v1")]


def test_a_promise_is_lost_with_the_ticket_that_failed(stored_hall):
    def issue_and_fail(work, _now):
        work.waits.announce(promise("v1"))
        raise ValueError("the ticket could not be issued")

    stored_hall.issue(visit="v1")
    with pytest.raises(ValueError, match="could not be issued"):
        stored_hall.do(issue_and_fail)
    assert told(stored_hall) == []


def test_a_promise_is_kept_in_the_transaction_of_its_ticket(stored_hall):
    def issue_and_tell(work, now):
        issue_ticket(IssueTicket(VisitId("v1"), LANDS, "kiosk-1"), work=work, now=now)
        work.waits.announce(promise("v1"))

    stored_hall.do(issue_and_tell)
    assert told(stored_hall) == [promise("v1")]


def test_the_wait_until_the_first_call_stands_beside_the_promise(staffed):
    issue(staffed, "v1")
    issue(staffed, "v2")
    staffed.clock.advance(600)
    staffed.run(call_next, CallNext(ONE))
    first, second = told(staffed)
    assert (first.waited_s, second.waited_s) == (pytest.approx(602), None)
    assert first.announced == TOLD
    assert staffed.ask(lambda work, _now: work.waits.outcomes(10)) == [(TOLD.estimate, pytest.approx(602))]


def test_the_newest_outcomes_are_learnt_from_the_oldest_first(staffed):
    for name in ("v1", "v2", "v3"):
        issue(staffed, name)
    for _ in range(3):
        serve(staffed, 100)
    waits = [waited_s for _, waited_s in staffed.ask(lambda work, _now: work.waits.outcomes(2))]
    assert len(waits) == 2
    assert waits[0] < waits[1]


def test_stages_that_ended_come_oldest_first_and_the_newest_go_before_the_limit(staffed):
    for name in ("v1", "v2", "v3"):
        staffed.issue(visit=name)
    staffed.run(call_next, CallNext(TWO))
    for length_s in (100, 200):
        serve(staffed, length_s)
    stages = staffed.ask(lambda work, _now: work.waits.ended(TUESDAY, 10))
    assert [stage.ended.seconds_since(stage.called) for stage in stages] == [102, 202]
    assert {(s.service_day, s.service, s.lane, s.counter, s.first, s.came) for s in stages} == {
        (TUESDAY, LANDS, Lane.STANDARD, ONE, True, True)
    }
    (newest,) = staffed.ask(lambda work, _now: work.waits.ended(TUESDAY, 1))
    assert newest == stages[1]
    assert staffed.ask(lambda work, _now: work.waits.ended(TUESDAY + timedelta(days=1), 10)) == []


def test_breaks_are_told_by_their_facts(staffed):
    for length_s in (60, 120, 180):
        staffed.run(begin_break, Break(ONE, "meal"))
        staffed.clock.advance(length_s - 1)
        staffed.run(resume_work, ResumeWork(ONE))
    assert staffed.ask(lambda work, _now: work.waits.break_lengths(2)) == [120.0, 180.0]


def test_the_whole_past_is_read_in_one_go(staffed):
    issue(staffed, "v1")
    serve(staffed, 100)
    past = staffed.ask(lambda work, now: read_past(work=work, now=now))
    assert list(past.history.serving[LANDS].newest) == [102.0]
    assert past.correction.known == 1
    assert past.usual == {ONE}


def test_a_promise_keeps_no_word_about_who_the_visitor_is(stored_hall):
    issue(stored_hall, "v1")
    row = stored_hall.ask(lambda work, _now: work._connection.execute(select(announced_wait)).one())  # the row itself
    assert set(row._mapping) == {  # SQLAlchemy's public name
        "visit", "service_day", "service", "lane", "hour", "ahead", "simulated_s", "spread", "low_s", "likely_s",
        "high_s", "told_low_s", "told_likely_s", "told_high_s",
    }  # fmt: skip


def test_the_range_of_one_ticket_is_found_and_none_where_it_carried_none(stored_hall):
    issue(stored_hall, "v1")
    issue(stored_hall, "v2", UNTOLD)
    ranges = [
        stored_hall.ask(lambda work, _now, one=one: work.waits.range_told(VisitId(one))) for one in ("v1", "v2", "v3")
    ]
    assert ranges == [ExpectedWait(900, 1200, 1500), None, None]
