"""A command on its way through the command queue: its answer, its refusal, and why it was not stored."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from sqlalchemy.exc import OperationalError

from hall.composition.sql_work import SqlWork
from hall.kernel.moment import Moment
from hall.kernel.refusals import NotWaitingError
from hall.platform.db.writer.job import CommandQueueClosedError, CommandQueueError, Job, not_stored


def say_nothing(_work: SqlWork, _now: Moment) -> str | None:
    return None


def test_the_future_gets_the_answer_even_where_that_is_none() -> None:
    job: Job[SqlWork, str | None] = Job(say_nothing, Future())
    job.settle()
    assert job.future.result(0) is None


def test_the_future_gets_the_refusal() -> None:
    job: Job[SqlWork, str | None] = Job(say_nothing, Future(), answer="never told")
    job.refusal = NotWaitingError("it is not waiting")
    job.settle()
    with pytest.raises(NotWaitingError, match="it is not waiting"):
        job.future.result(0)


def test_the_drivers_own_words_are_told() -> None:
    error = OperationalError("SELECT secrets", {}, OSError("database or disk is full"))
    failure = not_stored(error)
    assert str(failure) == "nothing was stored: database or disk is full"
    assert failure.__cause__ is error


def test_a_reason_of_the_queues_own_is_told_as_it_is() -> None:
    assert str(not_stored(CommandQueueClosedError("the hall stops"))) == "the hall stops"
    assert issubclass(CommandQueueClosedError, CommandQueueError)
