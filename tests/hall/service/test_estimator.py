"""Expected waits: the newest is there at once, and a hall without estimates still serves."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from contracts.hall_answers import WaitRange
from contracts.hall_words import Lane
from hall.application.forecast_query import Question
from hall.domain.ids import ServiceCode, VisitId
from hall.domain.waiting_time import Forecast, QueueNow
from hall.service.estimator import Estimate, Estimator, estimate_of
from tests.helpers.hall_in_a_thread import RunningHall

A, B = ServiceCode("A"), ServiceCode("B")
EMPTY = QueueNow((), (), ())


def minutes(low: int, likely: int, high: int) -> WaitRange:
    return WaitRange(low * 60, likely * 60, high * 60)


def test_waits_are_found_by_service_and_place_and_told_in_steps_of_five_minutes() -> None:
    question = Question(
        EMPTY,
        ((VisitId("v1"), A), (VisitId("v2"), B), (VisitId("v3"), A)),
        ((A, Lane.STANDARD), (A, Lane.PRIORITY), (B, Lane.STANDARD)),
    )
    answer = Forecast(
        (minutes(1, 2, 4), None, minutes(6, 9, 13)), (minutes(11, 14, 19), minutes(0, 1, 2), minutes(2, 3, 4))
    )
    estimate = estimate_of(question, answer)
    assert estimate.wait(A, 0) == minutes(0, 0, 5)
    assert estimate.wait(A, 1) == minutes(5, 10, 15)
    assert estimate.wait(A, 2) == estimate.wait(A, 50) == minutes(10, 15, 20)
    assert estimate.wait(B, 0) is None
    assert estimate.wait(B, 1) == minutes(0, 5, 5)
    assert estimate.wait(ServiceCode("Z"), 0) is None


def test_before_the_first_computation_nothing_is_said() -> None:
    assert Estimate().wait(A, 0) is None


def test_a_ticket_carries_the_newest_estimate(hall: RunningHall) -> None:
    hall.sign_in()
    hall.issue()
    hall.hall.estimator.compute()
    wait = hall.issue()["wait"]
    assert wait["low_s"] <= wait["likely_s"] <= wait["high_s"]
    assert wait["high_s"] > 0
    assert wait["low_s"] % 300 == wait["high_s"] % 300 == 0


def test_without_an_open_counter_nothing_honest_can_be_said(hall: RunningHall) -> None:
    hall.issue()
    hall.hall.estimator.compute()
    assert hall.issue()["wait"] is None


class AwayThenBack:
    """Readers that fail twice and then answer an empty hall."""

    def __init__(self) -> None:
        self.asked = 0
        self.answered = threading.Event()

    def read(self, question: Callable[..., Any]) -> Future[Any]:
        self.asked += 1
        future: Future[Any] = Future()
        if self.asked < 3:
            future.set_exception(OSError("away"))
        else:
            future.set_result(Question(EMPTY, (), ()))
            self.answered.set()
        return future

    def facts_after(self, seq: int, limit: int) -> Future[Any]:
        raise NotImplementedError


@pytest.mark.allow_logs
def test_readers_that_fail_are_logged_once_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("hall.service.estimator.LEAST_PAUSE_S", 0.001)
    monkeypatch.setattr("hall.service.estimator.MOST_PAUSE_S", 0.001)
    reads = AwayThenBack()
    estimator = Estimator(reads, random.Random(1))
    estimator.start()
    assert reads.answered.wait(5)
    estimator.stop()
    assert [record.message for record in caplog.records] == ["waits cannot be estimated now"]


def test_an_estimator_that_never_began_can_be_stopped() -> None:
    Estimator(AwayThenBack()).stop()
