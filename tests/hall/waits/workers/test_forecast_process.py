"""Long forecasts run in a child process that starts when it is needed, is replaced when it dies, and ends unused."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from hall.platform.refusals import ForecastUnavailableError
from hall.waits.queries.outlook import outlook_view
from hall.waits.workers.forecast_process import IDLE_S, ForecastProcess
from tests.helpers.hall_in_a_thread import RunningHall, good, refused
from tools.qt_driver.driven_program import until

WEB_AND_DATABASE = {
    "litestar",
    "sqlalchemy",
    "uvicorn",
    "hall.composition.bootstrap",
    "hall.composition.app",
}


class Hand:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def process(clock: Hand) -> Iterator[ForecastProcess]:
    process = ForecastProcess(clock)
    yield process
    process.stop()


def gone(pid: int) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(pid).wait(60)
    return not psutil.pid_exists(pid)


def test_a_forecast_runs_in_one_child_process_for_all(process: ForecastProcess) -> None:
    first, second = (process.submit(os.getpid).result(60) for _ in range(2))
    assert first == second != os.getpid()


def test_the_child_loads_neither_the_web_service_nor_the_database(process: ForecastProcess) -> None:
    assert process.submit(bool, outlook_view).result(60)
    loaded = process.submit(eval, "list(__import__('sys').modules)").result(60)  # noqa: S307  # our own words
    assert "hall.waits.queries.outlook" in loaded
    assert WEB_AND_DATABASE.isdisjoint(loaded)


@pytest.mark.allow_logs
def test_a_child_that_dies_fails_its_forecast_and_another_one_starts(process: ForecastProcess) -> None:
    before = process.submit(os.getpid).result(60)
    with pytest.raises(ForecastUnavailableError):
        asyncio.run(process.run(os._exit, 1))
    assert asyncio.run(process.run(os.getpid)) not in {before, os.getpid()}


@pytest.mark.allow_logs
def test_a_forecast_that_hangs_is_given_up_and_another_child_starts(
    process: ForecastProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hall.waits.workers.forecast_process.LONGEST_S", 1)
    with pytest.raises(ForecastUnavailableError):
        asyncio.run(process.run(time.sleep, 300))
    assert asyncio.run(process.run(os.getpid)) != os.getpid()


def test_whoever_waits_for_a_forecast_is_let_go_when_the_hall_stops(process: ForecastProcess) -> None:
    async def stopped_meanwhile() -> None:
        first = asyncio.create_task(process.run(time.sleep, 1))
        await asyncio.sleep(0)  # it asks
        process.let_go()
        with pytest.raises(ForecastUnavailableError, match="stopping"):
            await first
        with pytest.raises(ForecastUnavailableError, match="stopping"):
            await process.run(os.getpid)

    asyncio.run(stopped_meanwhile())


def test_a_client_that_goes_away_still_cancels_its_own_waiting(process: ForecastProcess) -> None:
    async def gone_away() -> None:
        waits = asyncio.create_task(process.run(os.getpid))
        await asyncio.sleep(0)
        waits.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waits

    asyncio.run(gone_away())


def test_a_child_that_died_unused_is_replaced_without_a_failure(process: ForecastProcess) -> None:
    before = process.submit(os.getpid).result(60)
    psutil.Process(before).kill()
    assert gone(before)
    # The pool notices a moment later; until then a forecast would fail with it.
    while not process._pool._broken:  # type: ignore[union-attr]
        pass
    assert process.submit(os.getpid).result(60) != before


def test_an_unused_child_ends_and_the_next_forecast_starts_another(process: ForecastProcess, clock: Hand) -> None:
    child = process.submit(os.getpid).result(60)
    clock.now_s = IDLE_S
    process.end_unused()
    assert psutil.pid_exists(child)
    clock.now_s = IDLE_S + 1
    process.end_unused()
    assert gone(child)
    assert process.submit(os.getpid).result(60) != child


def test_a_forecast_does_not_wait_for_the_end_of_the_child_before(
    process: ForecastProcess, clock: Hand, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    os.mkfifo(held)
    first = process.submit(Path.read_text, held)
    clock.now_s = IDLE_S + 1
    with ThreadPoolExecutor(2) as pool:
        ending = pool.submit(process.end_unused)
        try:
            until(lambda: process._pool is None, "the child is given up", lambda: process._pool, timeout_s=20)
            assert pool.submit(process.submit, os.getpid).result(20).result(60) != os.getpid()
            assert not ending.done()
        finally:
            held.write_text("done")
        ending.result(60)
    assert first.result(60) == "done"


@pytest.mark.allow_logs
def test_a_hall_without_a_forecast_says_so_and_goes_on(hall: RunningHall) -> None:
    hall.sign_in()
    hall.hall.forecasts.stop()
    refused(hall.get("/outlook", "head"), "forecast_unavailable", 503)
    assert hall.issue()["ticket"]
    assert good(hall.get("/queues", "head"))["services"]
