"""Reads beside the writer."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from contracts.live import FactMessage
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.refusals import VisitUnknownError
from hall.platform.db.tables.core import fact
from hall.queue.commands.counter.call_next import CallNext, call_next
from tests.helpers.example_hall import LANDS, NINE
from tests.helpers.stored_hall import StoredHall


def after(stored_hall: StoredHall, seq: int, limit: int = 100) -> list[int] | None:
    facts = stored_hall.store.reads.facts_after(seq, limit).result(60)
    return None if facts is None else [fact.seq for fact in facts]


def test_a_question_sees_commits_and_raises_its_refusals(stored_hall: StoredHall) -> None:
    stored_hall.issue(visit="v1")
    assert stored_hall.ask(lambda work, _now: work.visits.get(VisitId("v1")).ticket) == "L001"
    with pytest.raises(VisitUnknownError):
        stored_hall.ask(lambda work, _now: work.visits.get(VisitId("nobody")))


def test_a_question_goes_on_while_the_writer_is_busy(stored_hall: StoredHall) -> None:
    stored_hall.issue()
    entered, go_on = threading.Event(), threading.Event()

    def stands(work, now) -> None:
        work.numbers.set_last(now.at.date(), "L", 99)
        entered.set()
        assert go_on.wait(60)

    future = stored_hall.store.commands.run(stands)
    assert entered.wait(60)
    assert stored_hall.ask(lambda work, now: work.numbers.last(now.at.date(), "L")) == 1
    go_on.set()
    future.result(60)
    assert stored_hall.ask(lambda work, now: work.numbers.last(now.at.date(), "L")) == 99


def waiting(stored_hall: StoredHall) -> list[str]:
    return sorted(stored_hall.ask(lambda work, _now: [one.visit for one in work.visits.queue(NINE.date())]))  # type: ignore[call-overload]  # a test's shorthand


def test_a_question_sees_each_commit_and_nothing_of_an_undone_command(stored_hall: StoredHall) -> None:
    stored_hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    stored_hall.issue(visit="v1")
    stored_hall.issue(visit="v2")

    def fails(work, now) -> None:
        gone = work.visits.get(VisitId("v1"))
        gone.cancel("head", at=now)
        work.visits.save(gone)
        raise ZeroDivisionError

    assert isinstance(stored_hall.store.commands.run(fails).exception(60), ZeroDivisionError)
    assert waiting(stored_hall) == ["v1", "v2"]
    stored_hall.run(call_next, CallNext(CounterId(1)))
    assert waiting(stored_hall) == ["v2"]
    assert stored_hall.ask(lambda work, _now: work.visits.at_counter(CounterId(1)).id) == "v1"
    assert stored_hall.ask(lambda work, _now: work.sessions.at(CounterId(1)).agent) == "said"


def test_a_question_sees_a_change_that_left_no_fact(stored_hall: StoredHall) -> None:
    stored_hall.issue(visit="v1")
    assert stored_hall.ask(lambda work, _now: work.numbers.last(NINE.date(), LANDS)) == 1
    stored_hall.do(lambda work, _now: work.numbers.set_last(NINE.date(), LANDS, 40))
    assert stored_hall.ask(lambda work, _now: work.numbers.last(NINE.date(), LANDS)) == 40
    stored_hall.issue(visit="v2")
    assert stored_hall.ask(lambda work, _now: work.numbers.last(NINE.date(), LANDS)) == 41


def test_the_missed_facts_come_back_as_they_were_told(stored_hall: StoredHall) -> None:
    told: list[FactMessage] = []
    stored_hall.store.announcer.listen(told.extend)
    for _ in range(3):
        stored_hall.issue()
    assert list(stored_hall.store.reads.facts_after(0, 100).result(60) or ()) == told
    assert after(stored_hall, 2) == [3, 4]
    assert after(stored_hall, 0, 2) == [1, 2]
    assert after(stored_hall, 4) == []
    assert stored_hall.store.reads.seq().result(60) == 4


def test_a_number_that_is_still_to_come_asks_for_a_snapshot(stored_hall: StoredHall) -> None:
    stored_hall.issue()
    assert after(stored_hall, 3) is None
    assert after(stored_hall, -1) is None


def test_a_new_hall_has_missed_nothing(stored_hall: StoredHall) -> None:
    assert after(stored_hall, 0) == []


def test_replay_covers_the_service_day_only(stored_hall: StoredHall) -> None:
    stored_hall.issue()
    stored_hall.clock.advance(timedelta(days=1).total_seconds())
    stored_hall.issue()
    told = stored_hall.ask(lambda work, _now: work.connection.execute(select(fact.c.seq, fact.c.kind)).all())
    opened = [seq for seq, kind in told if kind == "day_opened"]
    assert len(opened) == 2
    assert after(stored_hall, opened[1] - 1) == list(range(opened[1], len(told) + 1))
    assert after(stored_hall, opened[1] - 2) is None
