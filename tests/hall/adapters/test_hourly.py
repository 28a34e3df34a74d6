"""What a hall does each hour."""

from __future__ import annotations

import threading

import pytest

from hall.adapters.hourly import Hourly


def test_every_task_runs() -> None:
    done: list[str] = []
    Hourly({"copy": lambda: done.append("copy"), "prune": lambda: done.append("prune")}).run_once()
    assert done == ["copy", "prune"]


@pytest.mark.allow_logs
def test_a_task_that_fails_is_told_once_and_the_others_run(caplog: pytest.LogCaptureFixture) -> None:
    outcomes = iter([OSError("disk full"), OSError("disk full"), None])
    done: list[str] = []

    def copy() -> None:
        error = next(outcomes)
        if error:
            raise error

    hourly = Hourly({"copy": copy, "prune": lambda: done.append("prune")})
    hourly.run_once()
    hourly.run_once()
    assert hourly.troubles == {"copy": "disk full"}
    assert [record.getMessage() for record in caplog.records] == ["the hourly task 'copy' failed"]
    hourly.run_once()
    assert hourly.troubles == {}
    assert done == ["prune"] * 3


def test_the_thread_runs_until_it_is_stopped() -> None:
    ran = threading.Semaphore(0)
    hourly = Hourly({"copy": ran.release}, every_s=0.001)
    hourly.start()
    assert all(ran.acquire(timeout=10) for _ in range(3))
    hourly.stop()


def test_stopping_what_never_began_is_nothing() -> None:
    Hourly({}).stop()
