"""The refresher works while days are behind, and outlives its database."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from sqlalchemy import Engine, text

from central.figures.rollup_refresher import AWAY_S, LOOK_EVERY_S, YIELD_S, Refresher, refreshing
from central.figures.rollups import dirty_days
from tests.helpers.made_visits import keep, made_visits

ZONE = "Asia/Muscat"
DAY = date(2026, 11, 24)


def test_it_works_without_rest_while_days_are_behind_and_then_looks_every_second(sqlite_engine: Engine) -> None:
    keep(sqlite_engine, made_visits("1", DAY, 3))
    refresher = Refresher(sqlite_engine, ZONE)
    assert [refresher.step(), refresher.step()] == [YIELD_S, LOOK_EVERY_S]
    assert dirty_days(sqlite_engine) == 0


@pytest.mark.allow_logs
def test_a_database_that_fails_is_asked_again_later(sqlite_engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    with sqlite_engine.begin() as connection:
        connection.execute(text("ALTER TABLE dirty_day RENAME TO gone"))
    refresher = Refresher(sqlite_engine, ZONE)
    assert refresher.step() == AWAY_S
    assert "could not be brought up to date" in caplog.text
    with sqlite_engine.begin() as connection:
        connection.execute(text("ALTER TABLE gone RENAME TO dirty_day"))
    assert refresher.step() == LOOK_EVERY_S


def test_the_thread_ends_with_its_block(sqlite_engine: Engine) -> None:
    with refreshing(Refresher(sqlite_engine, ZONE)):
        (thread,) = (one for one in threading.enumerate() if one.name == "rollups")
    assert not thread.is_alive()
