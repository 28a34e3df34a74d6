"""A hall without the centre for a week: nobody in it notices, and it catches up when the centre is back."""

from __future__ import annotations

import statistics
import time
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from central.access.centre_key import load_key
from central.halls import settings
from central.halls.settings_key import credential
from central.store.tables.halls import quarantine, visit
from contracts.centre.settings_document import CentreValue
from sync.runner import SyncRunner
from sync.uplink import HttpUplink
from sync.verify import differences
from tests.helpers.centre import running_centre
from tests.helpers.fault_proxy import fault_proxy
from tests.helpers.hall_in_a_thread import HandClock, RunningHall, good, hall_in_a_thread
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full

A_DAY = 25
DAYS = 7


def serve_a_day(hall: RunningHall, visits: int) -> list[float]:
    """Serve `visits` visitors, a few minutes apart; return the seconds that each issue and each call took."""
    agent, took = hall.sign_in(), []
    for _ in range(visits):
        hall.clock.move_on(minutes=7)
        begun = time.perf_counter()
        hall.issue()
        took.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        good(hall.post("/counters/1/call-next", agent))
        took.append(time.perf_counter() - begun)
        good(hall.post("/counters/1/begin", agent))
        good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    good(hall.post("/counters/1/sign-out", agent), 204)
    return took


@pytest.mark.allow_logs
@pytest.mark.timeout(240)
def test_a_week_without_the_centre_is_noticed_by_nobody_and_made_up_for_by_itself(tmp_path: Path) -> None:
    clock, cut = HandClock(), False
    with (
        running_centre(tmp_path / "centre", now=lambda: clock.now().at) as centre,
        fault_proxy(centre.url, lambda: "refused" if cut else None) as line,
    ):
        token = centre.enrol("test-hall")
        word = credential(load_key(tmp_path / "centre-keys"), "test-hall", token).word
        with hall_in_a_thread(tmp_path, clock=clock, centre=(line.url, word)) as hall:
            assert hall.hall.centre is not None
            outbox, runner = hall.hall.store.outbox, hall.hall.centre.runner
            with_centre = serve_a_day(hall, 2 * A_DAY)
            until(lambda: outbox.state().unsent == 0, "the first day arrives", lambda: runner.status)
            cut = True
            without = []
            for day in range(1, DAYS + 1):
                clock.move_on(hours=21)
                without += serve_a_day(hall, A_DAY)
                tried = partial(_tried, runner, day)
                until(tried, "it tries when the hall has a pause", lambda: runner.status)
                assert told(hall) == ("ok", True), "the hall is well and says who is not"
            assert outbox.state().unsent >= DAYS * A_DAY
            settings.publish(
                centre.engine, "test-hall", {"digits": CentreValue("arabic_indic")}, by="Salma", now=clock.now().at
            )
            cut = False

            def caught_up() -> bool:
                # Nobody does anything: time goes on, and the hall's own next commit or wait brings the next try.
                clock.move_on(seconds=30)
                runner.wake()
                return outbox.state().unsent == 0

            until(caught_up, "the week arrives", lambda: runner.status, timeout_s=60)
            with centre.engine.connect() as connection:
                held = connection.execute(select(visit.c.visit)).scalars().all()
                assert connection.execute(select(quarantine.c.reason)).scalars().all() == []
            assert len(held) == len(set(held)) == (2 + DAYS) * A_DAY
            span = (clock.now().at.date() - timedelta(days=20), clock.now().at.date() + timedelta(days=1))
            direct = HttpUplink(centre.url, "test-hall", token)
            assert differences(outbox.day_digests(*span), direct.day_digests(*span)) == ()
            direct.close()
            assert hall.hall.centre.desk is not None
            until(lambda: _settings_came(hall, clock), "the settings come down", lambda: runner.status, timeout_s=60)
            assert good(hall.get("/hall", "head"))["digits"] == "arabic_indic"
    # The median, as this machine has other work; a wait for the network would be seconds, and a person notices a tenth.
    slower_s = statistics.median(without) - statistics.median(with_centre)
    assert slower_s < 0.1, f"{statistics.median(with_centre):.4f} s with, {statistics.median(without):.4f} s without"


def _tried(runner: SyncRunner, times: int) -> bool:
    return runner.status.failures >= times


def told(hall: RunningHall) -> tuple[str, bool]:
    """Return how the hall says that it is, and whether it says that the centre is away."""
    health = hall.get("/healthz").json()
    return health["status"], "centre_away" in health["reasons"]


def _settings_came(hall: RunningHall, clock: HandClock) -> bool:
    clock.move_on(seconds=61)
    assert hall.hall.centre is not None
    assert hall.hall.centre.desk is not None
    hall.hall.centre.runner.wake()
    hall.hall.centre.desk.look()
    told = hall.hall.centre.desk.settings_told()
    return told is not None and told.state == "applied"
