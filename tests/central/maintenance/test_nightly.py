"""The nightly run comes once a night, and by day only after a night was missed."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from central.maintenance import nightly as module
from central.maintenance.cleanup import Retention, cleanup_status
from central.maintenance.nightly import Nightly, keeping_nightly
from tests.helpers.examples import assert_examples_hold

EVENING = datetime(2026, 11, 24, 18, tzinfo=UTC)
"""22 o'clock at the halls."""


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


def test_looked_at_each_hour_of_three_days_it_runs_three_times_at_night(sqlite_engine: Engine) -> None:
    at = [EVENING]
    nightly = Nightly(sqlite_engine, Retention(), "Asia/Muscat", lambda: at[0])
    ran = []
    for _ in range(72):
        at[0] += timedelta(hours=1)
        if nightly.step():
            ran.append(at[0].astimezone(nightly._zone).hour)
    assert ran == [2, 2, 2]
    assert cleanup_status(sqlite_engine, now=at[0]).state == "ok"


def test_a_database_that_is_away_is_said_and_asked_again(
    sqlite_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    nightly = Nightly(sqlite_engine, Retention(), "Asia/Muscat", lambda: EVENING + timedelta(hours=5))
    with sqlite_engine.begin() as connection:
        connection.execute(text("ALTER TABLE chore_run RENAME TO gone"))
    with caplog.at_level(logging.CRITICAL):
        assert not nightly.step()
    with sqlite_engine.begin() as connection:
        connection.execute(text("ALTER TABLE gone RENAME TO chore_run"))
    assert nightly.step()


def test_a_fault_that_nobody_foresaw_does_not_end_it(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_told: object, **_named: object) -> None:
        raise RuntimeError("nobody thought of this")

    nightly = Nightly(sqlite_engine, Retention(), "Asia/Muscat", lambda: EVENING + timedelta(hours=5))
    with monkeypatch.context() as patched, caplog.at_level(logging.CRITICAL):
        patched.setattr(module, "clean_up", broken)
        assert not nightly.step()
    assert nightly.step()


def test_it_ends_when_its_centre_ends(sqlite_engine: Engine) -> None:
    with keeping_nightly(Nightly(sqlite_engine, Retention(), "Asia/Muscat", lambda: EVENING)):
        (thread,) = (one for one in threading.enumerate() if one.name == "nightly")
    assert not thread.is_alive()
