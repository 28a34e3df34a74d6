"""Expected waits: the newest is there at once, and a hall without estimates still serves."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from typing import Any

import pytest

from contracts.queue.answers import WaitRange
from contracts.words.hall import Lane
from hall.kernel.ids import ServiceCode, VisitId
from hall.waits.model.calibration import RollingCorrection, SimulatedWait
from hall.waits.model.simulation.queue_now import Habits, QueueNow
from hall.waits.model.waiting_time import Forecast
from hall.waits.queries.forecast import AskedWait, Question
from hall.waits.queries.past import Past
from hall.waits.workers.estimator import LONG_QUEUE, SETTLE_S, Estimate, Estimator, estimate_of
from hall.waits.workers.forecast_process import ForecastProcess
from tests.helpers.hall_in_a_thread import RunningHall

A, B = ServiceCode("A"), ServiceCode("B")
EMPTY = QueueNow((), (), (), Habits({}))
STANDARD, PRIORITY = Lane.STANDARD, Lane.PRIORITY
EVER = (date(2000, 1, 1), date(2100, 1, 1))


def about(minutes: float, spread: float = 0.3) -> SimulatedWait:
    return SimulatedWait(minutes * 60, spread)


QUESTION = Question(
    EMPTY,
    (
        AskedWait(A, STANDARD, 0, VisitId("v1")),
        AskedWait(B, STANDARD, 0, VisitId("v2")),
        AskedWait(A, STANDARD, 1, VisitId("v3")),
    ),
    (AskedWait(A, STANDARD, 2), AskedWait(A, PRIORITY), AskedWait(B, STANDARD, 1)),
    hour=9,
)
ANSWER = Forecast((about(2), None, about(9)), (about(14), about(1), about(3)))


def test_waits_are_found_by_service_and_place_and_told_in_steps_of_five_minutes() -> None:
    estimate = estimate_of(QUESTION, ANSWER, RollingCorrection())
    assert estimate.wait(A, 0) == WaitRange(0, 0, 300)
    assert estimate.wait(A, 1) == WaitRange(300, 600, 900)
    assert estimate.wait(A, 2) == estimate.wait(A, 50) == WaitRange(600, 900, 1200)
    assert estimate.wait(B, 0) is None
    assert estimate.wait(B, 1) == WaitRange(0, 300, 300)
    assert estimate.wait(ServiceCode("Z"), 0) is None


def test_who_joins_is_told_by_service_and_lane_and_the_hour_is_kept() -> None:
    estimate = estimate_of(QUESTION, ANSWER, RollingCorrection())
    assert set(estimate.joins) == {(A, STANDARD), (A, PRIORITY), (B, STANDARD)}
    known = estimate.joins[A, STANDARD]
    assert (known.estimate.ahead, estimate.hour) == (2, 9)
    assert known.estimate.groups == (("service", A), ("lane", "standard"), ("hour", 9))


def test_a_range_wider_than_may_be_told_says_nothing() -> None:
    estimate = estimate_of(QUESTION, ANSWER, RollingCorrection(), widest_s=60.0)
    assert estimate.wait(A, 1) is None
    assert estimate.joins[A, STANDARD].told is None
    assert estimate.joins[A, STANDARD].corrected.high_s > 14 * 60


def test_before_the_first_computation_nothing_is_said() -> None:
    assert Estimate().wait(A, 0) is None
    assert Estimator(AwayThenBack(), ForecastProcess()).for_ticket(A, STANDARD) is None


def test_a_ticket_carries_the_newest_estimate_and_the_hall_keeps_it(hall: RunningHall) -> None:
    hall.sign_in()
    hall.issue()
    hall.hall.estimator.compute()
    issued = hall.issue()
    wait = issued["wait"]
    assert wait["low_s"] <= wait["likely_s"] <= wait["high_s"]
    assert wait["high_s"] > 0
    assert wait["low_s"] % 300 == wait["high_s"] % 300 == 0
    kept = hall.hall.store.reads.read(lambda work, _now: work.waits.told(*EVER)).result(60)
    shown = next(one.announced.told for one in kept if one.visit == issued["visit"])
    assert (shown.low_s, shown.likely_s, shown.high_s) == (wait["low_s"], wait["likely_s"], wait["high_s"])


def test_without_an_open_counter_nothing_honest_can_be_said(hall: RunningHall) -> None:
    hall.issue()
    hall.hall.estimator.compute()
    assert hall.issue()["wait"] is None


def test_what_the_hall_learns_from_is_read_rarely_and_again_when_asked(hall: RunningHall) -> None:
    estimator = hall.hall.estimator
    estimator.stop()
    asked: list[object] = []

    class Counted:
        """The hall's own readers, counted."""

        def read(self, question: Callable[..., Any]) -> Future[Any]:
            asked.append(question)
            return hall.hall.store.reads.read(question)

        def facts_after(self, seq: int, limit: int) -> Future[Any]:
            raise NotImplementedError

    own = Estimator(Counted(), ForecastProcess())
    own.compute()
    assert len(asked) == 2, "the past and the queue"
    own.compute()
    assert len(asked) == 3, "the queue"
    own.learn_again()
    own.compute()
    assert len(asked) == 5


def test_a_hall_that_has_served_nobody_foresees_by_what_other_halls_take(hall: RunningHall) -> None:
    hall.sign_in()
    for _ in range(4):
        hall.issue()
    estimator = hall.hall.estimator
    estimator.compute()
    before = hall.issue()["wait"]
    estimator.tell_elsewhere({A: 60.0})
    estimator.compute()
    after = hall.issue()["wait"]
    assert before["likely_s"] >= 1200
    assert after["likely_s"] <= 600


class AwayThenBack:
    """Readers that fail `away` times and then answer an empty hall."""

    def __init__(self, away: int = 2) -> None:
        self.asked = 2 - away
        self.answers: list[Any] = [Past(), (None, 1800)]
        self.answered = threading.Event()

    def read(self, question: Callable[..., Any]) -> Future[Any]:
        self.asked += 1
        future: Future[Any] = Future()
        if self.asked < 3:
            future.set_exception(OSError("away"))
        else:
            future.set_result(self.answers[0] if self.asked == 3 else self.answers[1])
            if self.asked > 3:
                self.answered.set()
        return future

    def facts_after(self, seq: int, limit: int) -> Future[Any]:
        raise NotImplementedError


@pytest.mark.allow_logs
def test_readers_that_fail_are_logged_once_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("hall.waits.workers.estimator.LEAST_PAUSE_S", 0.001)
    monkeypatch.setattr("hall.waits.workers.estimator.MOST_PAUSE_S", 0.001)
    reads = AwayThenBack()
    estimator = Estimator(reads, ForecastProcess())
    estimator.start()
    assert reads.answered.wait(60)
    estimator.stop()
    assert [record.message for record in caplog.records] == ["waits cannot be estimated now"]


class Pauses(threading.Event):
    """An end that notes how long is waited for it, and waits no time."""

    def __init__(self) -> None:
        super().__init__()
        self.settled = threading.Event()

    def wait(self, timeout: float | None = None) -> bool:
        if timeout == SETTLE_S:
            self.settled.set()
        return super().wait(0)


def test_what_has_changed_is_told_and_printed_before_it_is_reckoned_with() -> None:
    reads, pauses = AwayThenBack(away=0), Pauses()
    estimator = Estimator(reads, ForecastProcess())
    estimator._ended = pauses
    estimator.start()
    assert reads.answered.wait(60)
    assert not pauses.settled.is_set(), "nothing has changed"
    estimator.heard(())
    assert pauses.settled.wait(60)
    estimator.stop()


def test_an_estimator_that_never_began_can_be_stopped() -> None:
    Estimator(AwayThenBack(), ForecastProcess()).stop()


def test_a_long_queue_is_foreseen_in_the_child_process_and_a_short_one_here(hall: RunningHall) -> None:
    hall.sign_in()
    estimator, process = hall.hall.estimator, hall.hall.forecasts
    estimator.compute()
    assert process._pool is None
    for _ in range(LONG_QUEUE + 1):
        hall.issue()
    estimator.compute()
    assert process._pool is not None
    assert estimator.for_ticket(A, STANDARD) is not None
