"""Past days for a plan equal hand-written SQL, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import AgentId, CounterId
from tests.helpers.example_hall import TUESDAY
from tests.helpers.lived_days import LivedDays
from tests.helpers.stored_hall import StoredHall

WEEK = (TUESDAY, TUESDAY + timedelta(days=6))


def test_who_came_and_how_long_each_kept_a_counter(stored_hall: StoredHall) -> None:
    days = LivedDays(stored_hall)
    days.day(0)
    days.day(1)
    needs = stored_hall.ask(lambda work, _now: work.plan_days.needs(*WEEK))
    assert stored_hall.ask(lambda work, _now: work.plan_days.closed_days(*WEEK)) == [
        TUESDAY,
        TUESDAY + timedelta(days=1),
    ]
    seconds = {
        "sqlite": "86400 * (julianday(begun_at) - julianday(first_called_at))",
        "postgresql": "extract(epoch FROM begun_at - first_called_at)",
    }[stored_hall.store.engine.dialect.name]
    with stored_hall.store.engine.connect() as connection:
        came = connection.execute(text("SELECT service, count(*) FROM stage GROUP BY service ORDER BY service")).all()
        many, total = connection.execute(
            text(
                f"SELECT count(*), sum(served_s + {seconds}) FROM stage "
                "WHERE state = 'finished' AND begun_at IS NOT NULL"
            )
        ).one()
        missed = connection.execute(text("SELECT count(*) FROM stage WHERE state = 'no_show'")).scalar_one()
    for service, count in came:
        assert sum(need.service == service for need in needs) == count
    measured = [need.counter_s for need in needs if need.counter_s is not None]
    assert len(measured) == many + missed
    assert missed > 0
    assert sum(measured) == pytest.approx(float(total), rel=0.2), "missed calls keep a counter for a minute or so"
    assert sum(measured) > float(total) - 0.1


def test_breaks_are_counted_beside_the_time_signed_in(stored_hall: StoredHall) -> None:
    stored_hall.issue()
    stored_hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    stored_hall.run(begin_break, Break(CounterId(1), "meal"))
    stored_hall.clock.advance(599)
    stored_hall.run(resume_work, ResumeWork(CounterId(1)))
    stored_hall.clock.advance(5399)
    stored_hall.run(sign_out, SignOut(CounterId(1), "said"))
    stored_hall.run(close_day, CloseDay("noor"))
    away_s, signed_in_s = stored_hall.ask(lambda work, _now: work.plan_days.breaks(*WEEK))
    assert (away_s, signed_in_s) == (600.0, 6001.0)
